"""What a site has for which every page is looked at: the cast, a rich plan, a partnership that has nothing yet."""

from __future__ import annotations

import time
from typing import Any

from django.test import Client

from builders.begun_imports import read_for, under_way
from builders.furnished import Furnished, furnished
from builders.live_plans import FILE, small_plan
from builders.partnerships import NOON, joined, number_of, started
from builders.site_of_the_cast import NOBODY, SPOILER, UNDER_WAY, VISITOR
from builders.site_plans import full_plan
from builders.standing_cast import OURS, THEIRS, Cast, cast, document, signed_in
from oneplan.document.identity import with_ids
from oneplan.document.lint.lint import lint
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, answer_to
from oneplan.partnership.partners.operations.organisations import add_organisation
from oneplan.partnership.partners.operations.people import change_member
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.judging import (
    NamedFinding,
    accept_findings,
    give_findings,
)
from oneplan.partnership.plans.operations.keeping import freeze_version
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.live import plan_named
from oneplan.website.pages.importing.name_rows import mark_of

ACTIONS = 12
WORDS = ("<slug:sheet>", "<slug:sort>")
"""Parameters that are words of the site."""
RICH, BARE = f"Rich {OURS} Partnership", f"Bare {OURS} Partnership"
PARTNERSHIP = "partnerships/<slug:partnership>"


def put_cast_on_site() -> dict[str, Any]:
    """Adds everything through the operations; gives what :class:`SiteOfTheCast` holds besides its address."""
    ours, theirs = cast(OURS, ACTIONS), cast(THEIRS, ACTIONS)
    document_of_ours = document(OURS, ACTIONS)
    for name in ("before", "after"):
        read_for(VISITOR, document_of_ours, name)
    under_way(VISITOR, document_of_ours, UNDER_WAY)
    read = {"check/<str:reading>": "before", "check/<str:plan>": "before"}
    compared = {"compare/<str:old>": "towns", "<str:old>/<str:new>": "told"}
    public = read | compared | {"rules/<slug:name>": "same-period-baseline-target"}
    public |= {
        "plans/<str:plan>": "towns",
        "<str:plan>/elements/<str:element>": "thriving-towns",
        "<str:plan>/actions/<str:action>": "lt-1-1",
    }
    rich = _of_nobody(ours) | _rich(_another(RICH))
    return {
        "sessions": _sessions(ours, theirs),
        "examples": ours.examples | public,
        "others": [
            rich,
            {PARTNERSHIP: _another(BARE)[Role.ADMINISTRATOR].partnership.slug},
            {"plans/<str:plan>": "told", "elements/<str:element>": "people-feel-home"},
        ],
        "parts": _parts(rich),
        "spoilt": theirs.examples | public,
    }


def _parts(examples: dict[str, Any]) -> dict[str, str]:
    """The first part of each sort of the plan, by its sort."""
    partnership = Partnership.objects.get(slug=examples[PARTNERSHIP])
    live = plan_named(partnership, examples["plans/<slug:plan>"])
    assert live
    found: dict[str, str] = {}
    for part in live.parts:
        if part.key:
            found.setdefault(part.sort, part.key)
    return found


def _furnished(made: Furnished, by: Member) -> dict[str, Any]:
    """A body that another one followed, a vacant post, a board that answers to two, a name without end."""
    add_organisation(name="https://fenshire.example/" + "words" * 40, by=by, at=NOON)
    joint = add_board(name="Joint Ditches and Dykes Working Party", by=by, at=NOON)
    answer_to(board=joint, boards=[made.board, made.group], by=by, at=NOON)
    return {
        PARTNERSHIP: by.partnership.slug,
        "organisations/<int:number>": made.trust,
        "<slug:sort>/<int:number>": made.trust,
        "posts/<int:number>": made.vacant,
        "holders/<int:holding>": made.holding,
        "boards/<int:number>": made.board,
        "seats/<int:seat>": made.seat,
        "strategies/<int:number>": made.strategy,
    }


def _sessions(ours: Cast, theirs: Cast) -> dict[str, str]:
    """The sessions of the people, just signed in, and of a visitor; all of them own the visitor's reading."""
    browsers = {role.value: signed_in(member) for role, member in ours.people.items()}
    browsers[NOBODY] = Client()
    browsers[SPOILER] = signed_in(theirs.people[Role.ADMINISTRATOR])
    found = {}
    for who, browser in browsers.items():
        session = browser.session
        session["visitor"] = VISITOR
        session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
        session["account_authentication_methods_user"] = session.get("_auth_user_id")
        session.save()
        found[who] = str(session.session_key)
    return found


def _another(name: str) -> dict[Role, Member]:
    """Another partnership of our people."""
    administrator = started(name, f"{OURS}-{Role.ADMINISTRATOR.value}")
    others = [role for role in Role if role != Role.ADMINISTRATOR]
    joining = {role: joined(administrator, f"{OURS}-{role.value}", role) for role in others}
    return {Role.ADMINISTRATOR: administrator} | joining


def _of_nobody(ours: Cast) -> dict[str, Any]:
    """Examples that are the same in every partnership."""
    return {name: each for name, each in ours.examples.items() if name.endswith(WORDS)}


def _rich(people: dict[Role, Member]) -> dict[str, Any]:
    """A plan with judged and faulty measures, statements, money, an accepted finding and a given one."""
    by = people[Role.ADMINISTRATOR]
    made = furnished(by, more=2)
    change_member(
        person=number_of(people[Role.LEAD_OFFICER]),
        roles=[Role.LEAD_OFFICER],
        organisation=made.council,
        by=by,
        at=NOON,
    )
    plan = with_ids(full_plan())
    plan.glossary, plan.places = small_plan().glossary, small_plan().places
    plan.statements = small_plan().statements
    slug = import_plan(document=plan, file=FILE, by=by, at=NOON).slug
    live = plan_named(by.partnership, slug)
    assert live
    leads = Choice(Printed.LEAD, "Head of Libraries", Thing(Sort.POST, made.post))
    settle_names(choices=[leads], by=by, at=NOON)
    freeze_version(plan=slug, number="2.0", note="Agreed", seen=live.revision, by=by, at=NOON)
    accepted, given = (
        [NamedFinding(each.fingerprint or "", each.rule, each.where or "")]
        for each in lint(plan)[:2]
    )
    accept_findings(plan=slug, findings=accepted, reason="It is as agreed", by=by, at=NOON)
    analyst = number_of(people[Role.ANALYST])
    give_findings(plan=slug, findings=given, to=analyst, by=by, at=NOON)
    change_plan(
        plan=slug,
        edit=lambda seen: with_fields(seen, "lt-2-1", {"text": "Fill the empty shops"}),
        seen=None,
        by=by,
        at=NOON,
    )
    return _furnished(made, by) | {
        "plans/<slug:plan>": slug,
        "newer/<slug:plan>": slug,
        "versions/<str:number>": "2.0",
        "as-it-stood/<int:revision>": live.revision,
        "elements/<str:element>": "thriving-towns",
        "actions/<str:action>": "lt-1-1",
        "parts/<str:part>": "lt-1-1",
        "names/<str:name>": mark_of(Printed.PARTNER, "Fenshire Council"),
        "measures/<str:measure>": live.parts.of_sort("measure")[0].key,
    }
