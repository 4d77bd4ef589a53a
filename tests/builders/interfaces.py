"""Answers of public interfaces, as their published descriptions say, about made-up figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from builders import data_files
from builders.published_server import Asked, Reply, compressed, in_json

DATA_SET = "7c0e9201-c7c0-ff73-bee4-304e731ec0e6"
NOWHERE = Reply(json.dumps({"title": "Not Found", "status": 404}).encode(), 404)


def paged(results: list[object], asked: Asked, size: int) -> Reply:
    """One page of results, with what stands about pages."""
    page = int(asked.parameters.get("page", 1))
    total = -(-len(results) // size)
    paging = {"page": page, "pageSize": size, "totalResults": len(results), "totalPages": total}
    return in_json({"paging": paging, "results": results[(page - 1) * size : page * size]})


@dataclass
class Ees:
    """Explore Education Statistics with one data set; ``size`` is how much a page holds."""

    version: str = "1.0"
    size: int = 2
    value: str = "12.5"

    def __call__(self, asked: Asked) -> Reply:
        path = asked.path.removeprefix("/statistics/v1")
        if path == "/publications":
            return paged([self._publication(n) for n in range(3)], asked, self.size)
        if path.startswith("/publications/"):
            return paged([self._about(), self._about()], asked, self.size)
        versions: list[object] = [{"version": number} for number in ("2.0", "1.1", "1.0")]
        answers: dict[str, Callable[[], Reply]] = {
            "": lambda: in_json(self._about()),
            "/meta": lambda: in_json(self._meta()),
            "/versions": lambda: paged(versions, asked, self.size),
            "/csv": lambda: compressed(self.csv()),
            "/query": lambda: self._query(json.loads(asked.sent)),
        }
        answer = answers.get(path.removeprefix(f"/data-sets/{DATA_SET}"))
        return answer() if answer else NOWHERE

    def _publication(self, number: int) -> dict[str, object]:
        return {"id": f"pub-{number}", "title": f"Clubs {number}", "slug": f"clubs-{number}"}

    def _about(self) -> dict[str, object]:
        latest = {"version": self.version, "timePeriods": {"start": "2022/23", "end": "2023/24"}}
        return {"id": DATA_SET, "title": "Members of clubs", "latestVersion": latest}

    def _meta(self) -> dict[str, object]:
        boys = [{"id": "b0y", "label": "Boys"}, {"id": "t0t", "label": "Total"}]
        county = {"id": "w0r", "label": "Worcestershire", "code": "E10000034", "oldCode": "885"}
        return {
            "filters": [{"id": "s3x", "column": "sex", "label": "Sex", "options": boys}],
            "indicators": [
                {
                    "id": "m3m",
                    "column": "pt_members",
                    "label": "Share of members",
                    "unit": "%",
                    "decimalPlaces": 1,
                }
            ],
            "locations": [{"level": {"code": "LA"}, "options": [county]}],
        }

    def csv(self) -> bytes:
        """The data set as a file."""
        rows = [[*data_files.county(), "Total", self.value], [*data_files.england(), "Boys", "c"]]
        return data_files.ees(["sex", "pt_members"], rows)

    def _query(self, sent: dict[str, object]) -> Reply:
        def result(sex: str, value: str) -> object:
            return {
                "timePeriod": {"code": "AY", "period": "2023/2024"},
                "geographicLevel": "LA",
                "locations": {"NAT": "3ng", "LA": "w0r"},
                "filters": {"s3x": sex},
                "values": {"m3m": value},
            }

        results = [result("t0t", self.value), result("b0y", "c"), result("b0y", "c")]
        page = Asked("", {"page": str(sent["page"])}, {})
        return paged(results[:2], page, 1)


@dataclass
class Fingertips:
    """Fingertips with one indicator, with marks by which a later state is known."""

    value: float = 12.5
    tag: str = '"first"'

    def __call__(self, asked: Asked) -> Reply:
        if asked.path.startswith("/api/all_data/csv/by_"):
            if asked.headers.get("If-None-Match") == self.tag:
                return Reply(status=304)
            if asked.parameters.get("child_area_type_id") != "502":
                return Reply(",".join(data_files.FINGERTIPS).encode())
            rows: list[dict[str, object]] = [{"Value": self.value}, {"Area Code": "E92000001"}]
            return Reply(data_files.fingertips(rows), headers={"ETag": self.tag})
        if asked.path.startswith("/api/indicator_metadata/csv/by_"):
            return Reply(
                b"Indicator ID,Indicator,Definition,Unit,Value type,Year type,Polarity\n"
                b"70001,Swimming,Lessons,%,Proportion,Financial,RAG - High is good\n"
            )
        return NOWHERE


@dataclass
class Nomis:
    """Nomis with one dataset of so many cells, of which it gives ``size`` at once."""

    cells: int = 5
    size: int = 2
    updated: str = "2024-07-15 09:30:00"
    stops: int | None = None
    """After so many pages it fails for good."""
    pages: list[int] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Reply:
        if asked.path.endswith("/dataset/NM_31_1.def.sdmx.json"):
            note = {"annotationtitle": "LastUpdated", "annotationtext": self.updated}
            family = {
                "id": "NM_31_1",
                "name": {"value": "Members of clubs"},
                "annotations": {"annotation": [note]},
            }
            return in_json({"structure": {"keyfamilies": {"keyfamily": [family]}}})
        if asked.path.endswith(".def.sdmx.json"):
            return in_json({"structure": {"keyfamilies": {"keyfamily": []}}})
        offset = int(asked.parameters["recordoffset"])
        self.pages.append(offset)
        if self.stops is not None and len(self.pages) > self.stops:
            return Reply(status=404)
        rows: list[dict[str, object]] = [
            {"DATE_NAME": str(2000 + n), "RECORD_OFFSET": n, "RECORD_COUNT": self.cells}
            for n in range(offset, min(offset + self.size, self.cells))
        ]
        return Reply(data_files.nomis(rows or [{}]) if rows else b'"DATE_NAME","OBS_VALUE"\n')
