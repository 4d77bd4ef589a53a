"""The two example partnerships: their bodies, boards and posts, and which plans are theirs."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from oneplan.partnership.plans.stages import Stage


class Told(BaseModel):
    """What a family's file may say; an unknown word in it is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FamilyPlan(Told):
    """An example plan, where it stands, the one that it follows, and the number under which it is frozen."""

    file: str
    stage: Stage
    follows: str | None = None
    version: str | None = None


class FamilyBody(Told):
    """An organisation, the bodies that followed it, and other names in the plans."""

    name: str
    kind: str
    started: date | None = None
    ended: date | None = None
    followed_by: list[str] = []
    also: list[str] = []


class FamilyBoard(Told):
    """A board, to which boards it answers, and the bodies that sit on it."""

    name: str
    kind: str
    answers_to: list[str] = []
    members: list[str] = []
    also: list[str] = []


class FamilyPosts(Told):
    """Posts of one organisation."""

    organisation: str
    titles: list[str]


class FamilyHolder(Told):
    """Who holds a post: the demo's person of a role, or a name."""

    post: str
    role: str | None = None
    name: str = ""
    start: date | None = None
    end: date | None = None


class Family(Told):
    """A partnership as the demo begins with it; the lead officer acts for one of its organisations."""

    name: str
    area: str
    lead_officer_of: str
    plans: list[FamilyPlan]
    organisations: list[FamilyBody]
    boards: list[FamilyBoard]
    posts: list[FamilyPosts] = []
    holders: list[FamilyHolder] = []


def families() -> list[Family]:
    """The families that the package brings, by the names of their files."""
    places = sorted(files(__name__).iterdir(), key=lambda place: place.name)
    return [
        Family.model_validate(tomllib.loads(place.read_text(encoding="utf-8")))
        for place in places
        if place.name.endswith(".toml")
    ]
