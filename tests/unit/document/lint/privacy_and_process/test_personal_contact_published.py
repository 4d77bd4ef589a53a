from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.privacy_and_process.personal_contact_published import RULE

AT = "@"


def test_a_person_s_own_address_is_worth_a_look():
    [finding] = found(RULE, plan(f"Write to j.example{AT}fenshire.example"))
    assert finding.severity == "info"


def test_a_mobile_number_is_worth_a_look():
    assert found(RULE, plan("Ring 07000 000 000"))


@pytest.mark.parametrize("box", ["info", "youthplan", "consultation2010", "childrens.board"])
def test_the_mailbox_of_a_team_is_clean(box):
    name = box.replace(".", "")
    assert not found(RULE, plan(f"Write to {name}{AT}fenshire.example"))


def test_a_switchboard_and_a_price_are_clean():
    assert not found(RULE, plan("Ring 01632 960000", "£7,000 000"))
