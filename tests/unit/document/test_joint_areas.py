from __future__ import annotations

import pytest

from oneplan.document.joint_areas import joint_headings
from oneplan.document.schema import Element


def _areas(*titles: str) -> list[Element]:
    return [
        Element(id=f"area-{number}", kind="focus_area", title=title)
        for number, title in enumerate(titles)
    ]


@pytest.mark.parametrize("joint", ["Cleaner air / Safer roads", "Cleaner air and safer roads"])
def test_a_heading_that_names_two_areas_is_joint_for_both(joint: str) -> None:
    air, roads, both = _areas("Cleaner air", "Safer roads", joint)
    headings = joint_headings([air, roads, both])
    assert headings == {id(air): both, id(roads): both}


def test_an_area_with_an_and_in_its_name_is_one_area() -> None:
    area, both = _areas("Buses and trains", "Buses and trains / Cleaner air")
    assert joint_headings([area, both]) == {id(area): both}


def test_a_heading_alone_is_joint_for_none() -> None:
    assert not joint_headings(_areas("Cleaner air", "Safer roads", "A fair start"))
