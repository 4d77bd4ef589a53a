"""An example of everything that members do, made ready so that doing it changes something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from builders.furnished import MERGED, Furnished, furnished
from builders.live_plans import FILE, small_plan
from builders.partnerships import NOON, bodies, joined, number_of, started
from oneplan.document.schema import PlanDocument
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.naming.settling import NameInPlan
from oneplan.partnership.partners.operations.merging import remove
from oneplan.partnership.partners.operations.settling import Choice, New
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.rules import Sitter
from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.judging import NamedFinding, accept_findings
from oneplan.partnership.plans.operations.keeping import SourceFile, freeze_version
from oneplan.partnership.plans.operations.linking import link_actions, link_plans
from oneplan.partnership.plans.operations.starting import import_plan, remove_plan
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.partnership.plans.queries.readings import second_reading
from oneplan.partnership.plans.stages import Stage

LATER = NOON + timedelta(hours=1)
_FINDING = NamedFinding("a1", "missing-lead", "SA 1")
_TIE = Tie("sa-1", "another-plan", "sa-2", ActionTie.CARRIES_ON)
Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """A partnership with something of every sort, two plans, its administrator and a viewer."""

    by: Member
    made: Furnished
    viewer: int
    plan: str = "a-plan-for-fenshire"
    other: str = "another-plan"

    @property
    def live(self) -> LivePlan:
        """The first plan as it stands."""
        found = plan_named(self.by.partnership, self.plan)
        assert found
        return found

    @property
    def seen(self) -> Given:
        """The first plan, as somebody asks to change it who has just seen it."""
        return {"plan": self.plan, "seen": self.live.revision}


def scene() -> Scene:
    """The scene in which every example can be done."""
    by = started()
    made = furnished(by)
    viewer = joined(by, "Birch", Role.VIEWER)
    import_plan(document=small_plan(), file=FILE, by=by, at=NOON)
    other = small_plan().model_copy(update={"title": "Another plan"})
    import_plan(document=other, file=SourceFile("another.docx", "1" * 64), by=by, at=NOON)
    return Scene(by, made, number_of(viewer))


def _undone_partners(on: Scene) -> Given:
    remove(thing=Thing(Sort.STRATEGY, on.made.strategy), by=on.by, at=NOON)
    return {"batch": _last_batch()}


def _edited(on: Scene) -> str:
    done = change_plan(
        **on.seen, edit=lambda seen: with_fields(seen, "sa-1", {"text": "Train"}), by=on.by, at=NOON
    )
    return done.batch


def _frozen(on: Scene) -> Given:
    freeze_version(**on.seen, number="1.0", note="", by=on.by, at=NOON)
    _edited(on)
    return {**on.seen, "number": "1.0"}


def _second(on: Scene) -> Given:
    newer = small_plan().model_copy(update={"title": "A newer plan"})
    read = second_reading(on.live, newer)
    return {
        **on.seen,
        "before": read.before,
        "read": read.read,
        "file": SourceFile("newer.docx", "2" * 64),
        "edit": lambda _: read.changes,
    }


def _accepted(on: Scene) -> Given:
    accept_findings(plan=on.plan, findings=[_FINDING], reason="So agreed", by=on.by, at=NOON)
    return {"plan": on.plan, "fingerprints": [_FINDING.fingerprint]}


def _plans_linked(on: Scene) -> Given:
    tie = {"plan": on.plan, "to": on.other, "tie": PlanTie.FOLLOWS}
    link_plans(**tie, by=on.by, at=NOON)
    return tie


def _actions_linked(on: Scene) -> Given:
    link_actions(plan=on.plan, tie=_TIE, by=on.by, at=NOON)
    return {"plan": on.plan, "tie": _TIE}


def _removed(on: Scene) -> Given:
    remove_plan(plan=on.plan, by=on.by, at=NOON)
    return {"plan": on.plan}


def _retitled(text: str) -> Given:
    return {"edit": lambda seen: with_fields(seen, "sa-1", {"text": text})}


def _last_batch() -> str:
    return Event.objects.latest("id").batch


EXAMPLES: Mapping[str, Callable[[Scene], Given]] = {
    "partners.add_board": lambda _: {"name": "Marsh Board"},
    "partners.change_board": lambda on: {"board": on.made.board, "name": "Marsh Board"},
    "partners.answer_to": lambda on: {"board": on.made.group, "boards": []},
    "partners.add_seat": lambda on: {"board": on.made.board, "who": Sitter(name="Fern")},
    "partners.change_seat": lambda on: {
        "seat": on.made.seat,
        "role": "member",
        "start": MERGED,
        "end": None,
    },
    "partners.remove_seat": lambda on: {"seat": on.made.seat},
    "partners.merge": lambda on: {
        "thing": Thing(Sort.ORGANISATION, on.made.trust),
        "into": on.made.council,
    },
    "partners.remove": lambda on: {"thing": Thing(Sort.STRATEGY, on.made.strategy)},
    "partners.add_organisation": lambda _: {"name": "Marsh Council"},
    "partners.change_organisation": lambda on: {
        "organisation": on.made.council,
        "name": "Fenshire Unitary",
    },
    "partners.end_organisation": lambda on: {
        "organisation": on.made.council,
        "on": MERGED,
        "successors": bodies(on.by, "Marsh Council"),
    },
    "partners.change_partnership": lambda _: {"name": "Marsh Partnership", "area": ""},
    "partners.add_member": lambda _: {
        "email": "fern@fenshire.example",
        "name": "Fern",
        "roles": [Role.VIEWER],
    },
    "partners.change_member": lambda on: {"person": on.viewer, "roles": [Role.ANALYST]},
    "partners.remove_member": lambda on: {"person": on.viewer},
    "partners.invite_again": lambda on: {"person": on.viewer},
    "partners.add_post": lambda _: {"title": "Head of Marshes"},
    "partners.change_post": lambda on: {"post": on.made.post, "title": "Head of Marshes"},
    "partners.add_holding": lambda on: {"post": on.made.vacant, "name": "Fern"},
    "partners.change_holding": lambda on: {
        "holding": on.made.holding,
        "start": MERGED,
        "end": MERGED,
    },
    "partners.remove_holding": lambda on: {"holding": on.made.holding},
    "partners.settle_names": lambda _: {
        "choices": [Choice(Printed.GROUP, "MB", New(Sort.BOARD, "Marsh Board"))]
    },
    "partners.settle_suggestions": lambda _: {
        "names": [NameInPlan(Printed.PARTNER, "Marsh Council")],
        "acronyms": {},
        "new": True,
    },
    "partners.add_name": lambda on: {
        "thing": Thing(Sort.ORGANISATION, on.made.council),
        "name": "FMC",
    },
    "partners.forget_name": lambda on: {"alias": on.made.name},
    "partners.add_strategy": lambda _: {"title": "Wet Feet"},
    "partners.change_strategy": lambda on: {"strategy": on.made.strategy, "title": "Wet Feet"},
    "partners.undo": _undone_partners,
    "plans.change_plan": lambda on: on.seen | _retitled("Train all"),
    "plans.change_with_descent": lambda on: {
        **on.seen,
        **_retitled("Train and visit"),
        "come": [Tie("sa-1", on.plan, "sa-2", ActionTie.MERGED_FROM)],
        "operation": "merge",
    },
    "plans.accept_findings": lambda on: {
        "plan": on.plan,
        "findings": [_FINDING],
        "reason": "So agreed",
    },
    "plans.reopen_findings": _accepted,
    "plans.give_findings": lambda on: {"plan": on.plan, "findings": [_FINDING], "to": on.viewer},
    "plans.freeze_version": lambda on: {**on.seen, "number": "1.0", "note": ""},
    "plans.import_again": _second,
    "plans.go_back": _frozen,
    "plans.link_plans": lambda on: {"plan": on.plan, "to": on.other, "tie": PlanTie.FOLLOWS},
    "plans.unlink_plans": _plans_linked,
    "plans.link_actions": lambda on: {"plan": on.plan, "tie": _TIE},
    "plans.unlink_actions": _actions_linked,
    "plans.start_plan": lambda _: {"title": "Third plan"},
    "plans.import_plan": lambda _: {"document": PlanDocument(title="Third plan"), "file": FILE},
    "plans.remove_plan": lambda on: {"plan": on.plan},
    "plans.restore_plan": _removed,
    "plans.set_stage": lambda on: {"plan": on.plan, "stage": Stage.AGREED},
    "plans.undo": lambda on: {"plan": on.plan, "batch": _edited(on)},
}
"""What each operation is given besides by whom and when, by its room and name."""
