"""Two partnerships alike in all but their names, with a person for each role: who may see what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client

from builders.begun_imports import begun_import
from builders.live_plans import FILE
from builders.partnerships import NOON, joined, number_of, started
from oneplan.document.schema import (
    Action,
    Due,
    Element,
    Measure,
    Organisation,
    Period,
    PlanDocument,
    Statement,
)
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Alias
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, add_seat
from oneplan.partnership.partners.operations.organisations import add_organisation
from oneplan.partnership.partners.operations.posts import add_holding, add_post
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.operations.strategies import add_strategy
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.rules import Sitter
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.keeping import freeze_version
from oneplan.partnership.plans.operations.starting import import_plan, remove_plan, start_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.website.pages.importing.name_values import mark_of

OURS, THEIRS = "Quillshire", "Brambleshire"
"""A word that stands in every name of the one partnership, and of the other."""

OF_NOBODY = frozenset(
    {
        "add/<slug:sort>",
        "change/<slug:sheet>",
        "merge/<slug:sort>",
        "other-names/<slug:sort>",
        "remove/<slug:sort>",
        "sessions/<int:session>",
        "versions/<str:number>",
        "as-it-stood/<int:revision>",
    }
)
"""Parameters that are the same in every partnership."""

OF_THE_SITE = {
    "check/<str:reading>": "of-nobody",
    "check/<str:plan>": "of-nobody",
    "compare/<str:old>": "of-nobody",
    "<str:old>/<str:new>": "of-nobody",
    "rules/<slug:name>": "same-period-baseline-target",
    "plans/<str:plan>": "of-nobody",
    "elements/<str:element>": "of-nobody",
    "actions/<str:action>": "of-nobody",
    "with/<slug:provider_id>": "of-nobody",
    "sign-in/<slug:role>": "viewer",
}
"""Examples of parameters outside of partnerships; what is kept for a visitor is nobody's."""


@dataclass(slots=True)
class Cast:
    """A partnership: its people by their roles, its plan, and an example of every parameter of an address."""

    word: str
    people: dict[Role, Member]
    plan: LivePlan
    examples: dict[str, Any] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The partnership's part of its addresses."""
        return self.people[Role.ADMINISTRATOR].partnership.slug


def cast(word: str = OURS, actions: int = 12) -> Cast:
    """The partnership that goes by this word, with a plan of so many actions."""
    administrator = started(f"{word} Partnership", f"{word}-administrator")
    body = add_organisation(name=f"{word} Council", by=administrator, at=NOON)
    people = {Role.ADMINISTRATOR: administrator} | {
        role: joined(administrator, f"{word}-{role.value}", role, organisation=body)
        for role in Role
        if role != Role.ADMINISTRATOR
    }
    brought = import_plan(document=document(word, actions), file=FILE, by=administrator, at=NOON)
    plan = plan_named(administrator.partnership, brought.slug)
    assert plan
    made = Cast(word, people, plan)
    made.examples = _examples(made, administrator, body) | _of_importing(made, actions)
    return made


def document(word: str, actions: int) -> PlanDocument:
    """A plan of so many actions under five outcomes, each action with a measure and a lead."""
    outcomes = [
        Element(
            id=f"{word.lower()}-outcome-{number}",
            kind="outcome",
            label="Outcome",
            code=str(number),
            title=f"{word} outcome {number}",
            statements=[Statement(kind="context", text=f"Why {word} wants this, {number}")],
            actions=[_action(word, each) for each in range(number, actions, 5)],
        )
        for number in range(5)
    ]
    return PlanDocument(
        title=f"A plan for {word}",
        partnership=f"{word} Partnership",
        period=Period(start="2026-04", end="2029-03"),
        statements=[Statement(kind="vision", text=f"Every street of {word} is a good one")],
        elements=outcomes,
        organisations=[Organisation(name=f"{word} Council")],
    )


def _action(word: str, number: int) -> Action:
    return Action(
        id=f"{word.lower()}-action-{number}",
        ref=f"QA {number}.0",
        text=f"Mend the lamps of ward {number} in {word}",
        due=Due(text="March 2028", month="2028-03"),
        leads=[f"{word} Head of Lamps {number % 7}"],
        partners=[f"{word} Council"],
        measures=[
            Measure(
                id=f"{word.lower()}-measure-{number}",
                text=f"Lamps that are dark fall from {number + 20} to {number} by March 2028",
            )
        ],
    )


def _examples(made: Cast, by: Member, body: int) -> dict[str, Any]:
    word = made.word
    post = add_post(title=f"{word} Head of Lamps", organisation=body, by=by, at=NOON)
    holding = add_holding(post=post, name=f"{word} Lamplighter", by=by, at=NOON)
    board = add_board(name=f"{word} Board", by=by, at=NOON)
    seat = add_seat(board=board, who=Sitter(organisation=body), by=by, at=NOON)
    strategy = add_strategy(title=f"{word} Lamp Strategy", owner=body, by=by, at=NOON)
    freeze_version(
        plan=made.plan.slug, number="1.0", note=word, seen=made.plan.revision, by=by, at=NOON
    )
    person = Person.objects.get(email=f"{word.lower()}-viewer@fenshire.example")
    return {
        "partnerships/<slug:partnership>": by.partnership.slug,
        "plans/<slug:plan>": made.plan.slug,
        "removed-plans/<slug:plan>": _removed(word, by),
        "versions/<str:number>": "1.0",
        "as-it-stood/<int:revision>": made.plan.revision,
        "elements/<str:element>": f"{word.lower()}-outcome-0",
        "actions/<str:action>": f"{word.lower()}-action-0",
        "organisations/<int:number>": body,
        "posts/<int:number>": post,
        "holders/<int:holding>": holding,
        "boards/<int:number>": board,
        "seats/<int:seat>": seat,
        "names/<int:number>": _settled(word, body, by),
        "strategies/<int:number>": strategy,
        "people/<int:number>": person.pk,
        "merge/<slug:sort>": "organisation",
        "other-names/<slug:sort>": "organisation",
        "remove/<slug:sort>": "organisation",
        "<slug:sort>/<int:number>": body,
        "sessions/<int:session>": 1,
        "parts/<str:part>": f"{word.lower()}-action-0",
        "change/<slug:sheet>": "status",
        "particulars/change/<slug:sheet>": "title",
        "add/<slug:sort>": "measure",
        "particulars/add/<slug:sort>": "term",
        "measures/<str:measure>": f"{word.lower()}-measure-0",
        "undo/<slug:batch>": _edited_by_their_lead(made, post),
        "deeds/<slug:batch>": _batch_of("add_seat", by),
    }


def _of_importing(made: Cast, actions: int) -> dict[str, Any]:
    """An import of each who may import, all of one name, and a name that its plan prints."""
    name = f"{made.word}-import"
    plan = document(made.word, actions)
    for role in (Role.ADMINISTRATOR, Role.PLAN_OFFICER):
        begun_import(made.people[role], plan, name)
    partner = mark_of(Printed.PARTNER, f"{made.word} Council")
    return {
        "import/<str:plan>": name,
        "import/<str:reading>": name,
        "newer/<slug:plan>": made.plan.slug,
        "names/<str:name>": partner,
    }


def _removed(word: str, by: Member) -> str:
    """A plan that was taken out of the lists."""
    plan = start_plan(title=f"{word} plan that went", by=by, at=NOON).slug
    remove_plan(plan=plan, by=by, at=NOON)
    return plan


def _batch_of(operation: str, by: Member) -> str:
    """The batch of something that was done with the partners."""
    return Event.objects.filter(stream=by.partnership.key, operation=operation)[0].batch


def _settled(word: str, body: int, by: Member) -> int:
    means = Choice(Printed.PARTNER, f"{word} C.C.", Thing(Sort.ORGANISATION, body))
    settle_names(choices=[means], by=by, at=NOON)
    return Alias.objects.get(partnership=by.partnership, text=means.text).pk


def _edited_by_their_lead(made: Cast, post: int) -> str:
    """The batch of an edit of the action that the lead officer's own body leads."""
    by = made.people[Role.LEAD_OFFICER]
    action = f"{made.word.lower()}-action-0"
    means = Choice(Printed.LEAD, f"{made.word} Head of Lamps 0", Thing(Sort.POST, post))
    settle_names(choices=[means], by=made.people[Role.ADMINISTRATOR], at=NOON)
    done = change_plan(
        plan=made.plan.slug,
        edit=lambda seen: with_fields(seen, action, {"status": "Half the lamps are lit"}),
        seen=None,
        by=by,
        at=NOON,
    )
    return done.batch


def signed_in(member: Member) -> Client:
    """A browser in which a member is signed in."""
    client = Client()
    client.force_login(Person.objects.get(pk=number_of(member)))
    return client


def asked_for(client: Client, method: str, path: str) -> Any:
    """What the site answers; what it did is undone."""
    with transaction.atomic():
        answer = client.generic(method, path)
        transaction.set_rollback(True)
    return answer
