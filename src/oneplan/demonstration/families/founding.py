"""Founds the example partnerships through the operations, as people would."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oneplan.demonstration.families import Family, FamilyBody, FamilyHolder, families
from oneplan.demonstration.people import PEOPLE, DemoPerson
from oneplan.document.files import from_yaml
from oneplan.document.identity import with_ids
from oneplan.examples import example_plans
from oneplan.partnership.accounts.operations import invite
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member, member, memberships
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, add_seat, answer_to
from oneplan.partnership.partners.operations.organisations import add_organisation, end_organisation
from oneplan.partnership.partners.operations.partnerships import start_partnership
from oneplan.partnership.partners.operations.people import add_member
from oneplan.partnership.partners.operations.posts import add_holding, add_post
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.rules import Sitter
from oneplan.partnership.plans.descent import PlanTie
from oneplan.partnership.plans.operations.keeping import freeze_version, source_file
from oneplan.partnership.plans.operations.linking import link_plans
from oneplan.partnership.plans.operations.starting import Started, import_plan, set_stage

_FOUNDER = Actor("system:demo", "The demo")
Numbers = dict[str, int]


def found_families(*, at: datetime) -> int:
    """Founds the example partnerships that are not there yet, each wholly or not at all; gives how many.

    They are known by the demo's administrator belonging to a partnership of their name.
    """
    founded = 0
    for family in families():
        with transaction.atomic():
            administrator = invite(
                email=_in(Role.ADMINISTRATOR).email,
                name=_in(Role.ADMINISTRATOR).name,
                by=_FOUNDER,
                at=at,
            )
            held = {each.partnership.name for each in memberships(administrator.pk)}
            if family.name not in held:
                _found(family, administrator.pk, at)
                founded += 1
    return founded


def _in(role: Role) -> DemoPerson:
    return next(person for person in PEOPLE if person.role == role)


def _found(family: Family, administrator: int, at: datetime) -> None:
    made = start_partnership(
        name=family.name, area=family.area, person=administrator, by=_FOUNDER, at=at
    )
    by = member(administrator, made.slug)
    if by is None:
        raise LookupError(f"{made.name} is without its administrator")
    bodies = _bodies(family, by, at)
    people = _people(family, bodies, by, at)
    posts = _posts(family, bodies, by, at)
    _holders(family.holders, posts, people, by, at)
    boards = _boards(family, bodies, by, at)
    _other_names(family, bodies, boards, by, at)
    _plans(family, by, at)


def _bodies(family: Family, by: Member, at: datetime) -> Numbers:
    numbers = {
        body.name: add_organisation(
            name=body.name, kind=body.kind, started=body.started, by=by, at=at
        )
        for body in family.organisations
    }
    for body in family.organisations:
        _end(body, numbers, by, at)
    return numbers


def _end(body: FamilyBody, numbers: Numbers, by: Member, at: datetime) -> None:
    if body.ended:
        later = [numbers[name] for name in body.followed_by]
        end_organisation(
            organisation=numbers[body.name], on=body.ended, successors=later, by=by, at=at
        )


def _people(family: Family, bodies: Numbers, by: Member, at: datetime) -> dict[str, int]:
    return {
        person.role.value: add_member(
            email=person.email,
            name=person.name,
            roles=[person.role],
            organisation=bodies[family.lead_officer_of]
            if person.role == Role.LEAD_OFFICER
            else None,
            by=by,
            at=at,
        )
        for person in PEOPLE
        if person.role != Role.ADMINISTRATOR
    }


def _posts(family: Family, bodies: Numbers, by: Member, at: datetime) -> Numbers:
    return {
        title: add_post(title=title, organisation=bodies[posts.organisation], by=by, at=at)
        for posts in family.posts
        for title in posts.titles
    }


def _holders(
    holders: list[FamilyHolder],
    posts: Numbers,
    people: dict[str, int],
    by: Member,
    at: datetime,
) -> None:
    for holder in holders:
        add_holding(
            post=posts[holder.post],
            person=people[holder.role] if holder.role else None,
            name=holder.name,
            start=holder.start,
            end=holder.end,
            by=by,
            at=at,
        )


def _boards(family: Family, bodies: Numbers, by: Member, at: datetime) -> Numbers:
    numbers = {
        board.name: add_board(name=board.name, kind=board.kind, by=by, at=at)
        for board in family.boards
    }
    for board in family.boards:
        above = [numbers[name] for name in board.answers_to]
        answer_to(board=numbers[board.name], boards=above, by=by, at=at)
        for name in board.members:
            add_seat(board=numbers[board.name], who=Sitter(bodies[name]), by=by, at=at)
    return numbers


def _other_names(
    family: Family, bodies: Numbers, boards: Numbers, by: Member, at: datetime
) -> None:
    of_bodies = [
        Choice(Printed.PARTNER, other, Thing(Sort.ORGANISATION, bodies[body.name]))
        for body in family.organisations
        for other in body.also
    ]
    of_boards = [
        Choice(Printed.GROUP, other, Thing(Sort.BOARD, boards[board.name]))
        for board in family.boards
        for other in board.also
    ]
    settle_names(choices=[*of_bodies, *of_boards], by=by, at=at)


def _plans(family: Family, by: Member, at: datetime) -> None:
    files = {place.name: place.read_bytes() for place in example_plans()}
    made: dict[str, Started] = {}
    for plan in family.plans:
        content = files[plan.file]
        document = with_ids(from_yaml(content))
        started = import_plan(document=document, file=source_file(plan.file, content), by=by, at=at)
        made[plan.file] = started
        if plan.version:
            freeze_version(
                plan=started.slug,
                number=plan.version,
                note="As it was published.",
                seen=started.revision,
                by=by,
                at=at,
            )
        set_stage(plan=started.slug, stage=plan.stage, by=by, at=at)
        if plan.follows:
            link_plans(
                plan=started.slug, to=made[plan.follows].slug, tie=PlanTie.FOLLOWS, by=by, at=at
            )
