"""What a sheet that came back would change: what a person ticks, one by one, and the changes they ticked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from oneplan.partnership.plans.happened import label_of
from oneplan.partnership.plans.parts.changes import OWNER, POSITION, Change, values_of
from oneplan.partnership.plans.parts.conflicts import Conflict, Merged, Place, merged
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.sheets.places import owner_called
from oneplan.website.components.changes import name_of, shown_change
from oneplan.website.components.events import said
from oneplan.website.components.word_difference import BothTexts, both_texts
from oneplan.website.pages.editing.sheets.of_actions import CATEGORIES

Doing = Literal["Added", "Removed", "Moved", "Changed"]
May = Callable[[Change], bool]
_PLACE, _WHOLE, _WORDS = "place", "whole", "words"
_MOST_MOVED = 1 / 3
_WHY = {
    "gone": "It was removed from the plan meanwhile. It can be brought back from the history",
    "taken": "It was added already, and says something else now",
    "homeless": "What it is to stand under is not in the plan",
    "removing": "Something was put below it meanwhile",
}
_NOT_YOURS = "Only a plan officer may change this"


@dataclass(frozen=True, slots=True)
class Item:
    """One difference. ``places`` are the fields of parts that it is about.

    ``texts`` are what it said when it was downloaded and what the sheet says; where somebody changed
    it meanwhile, ``now`` are what it says now and what the sheet says. ``why`` says why it cannot be
    done, ``note`` what is to be known of it. ``ticked`` is what is proposed.
    """

    value: str
    doing: Doing
    part: str
    name: str
    places: frozenset[Place]
    texts: BothTexts | None = None
    says: tuple[tuple[str, str], ...] = ()
    now: BothTexts | None = None
    why: str = ""
    note: str = ""
    ticked: bool = True


@dataclass(frozen=True, slots=True)
class Sides:
    """The plan as it was downloaded, as the sheet wants it, and as it stands."""

    then: Parts
    wanted: Parts
    current: Parts


def items_of(changes: Sequence[Change], sides: Sides, may: May) -> list[Item]:
    """Every difference that is still one, in the order of the plan."""
    result = merged(changes, sides.current)
    found = list(_found(changes, sides, result, may))
    moved = sum(each.doing == "Moved" for each in found)
    if moved > _MOST_MOVED * len(sides.then.of_sort("action")) + 1:
        found = [replace(each, ticked=each.ticked and each.doing != "Moved") for each in found]
    return found


def chosen(changes: Iterable[Change], places: Collection[Place]) -> list[Change]:
    """The changes, narrowed to these fields of parts."""
    return [kept for change in changes if (kept := _narrowed(change, places))]


def _narrowed(change: Change, places: Collection[Place]) -> Change | None:
    if change.before is None or change.after is None:
        return change if (change.key, "") in places else None
    names = [name for name in change.names if (change.key, name) in places]
    if not names:
        return None
    return replace(
        change,
        before={name: change.before[name] for name in names},
        after={name: change.after[name] for name in names},
    )


def _found(changes: Sequence[Change], sides: Sides, result: Merged, may: May) -> Iterator[Item]:
    against: dict[str, list[Conflict]] = {}
    for each in result.conflicts:
        against.setdefault(each.key, []).append(each)
    left = {each.key: each for each in result.fitting}
    below = _belonging(changes)
    for change in changes:
        if change.before is None or change.after is None:
            together = below.get(change.key)
            if together is not None:
                conflicts = [each for one in together for each in against.get(one.key, ())]
                if conflicts or any(one.key in left for one in together):
                    yield _whole(change, together, conflicts, sides, may)
        else:
            for name, names in _groups(change):
                conflicts = [
                    each for each in against.get(change.key, ()) if each.name in (*names, "")
                ]
                fits = change.key in left and set(names) & set(left[change.key].names)
                if conflicts or fits:
                    yield _part_of(change, (name, names), conflicts, sides, may)


def _belonging(changes: Sequence[Change]) -> Mapping[str, list[Change]]:
    """Each part that comes or goes with what comes or goes with it, by the key of the uppermost."""
    whole = {each.key: each for each in changes if each.before is None or each.after is None}
    found: dict[str, list[Change]] = {
        key: [each] for key, each in whole.items() if not _above(each, whole)
    }
    for each in whole.values():
        if each.key not in found:
            found[_uppermost(each, whole)].append(each)
    return found


def _uppermost(change: Change, whole: Mapping[str, Change]) -> str:
    """The key of the part with which this one comes or goes, however far above it."""
    above = _above(change, whole)
    while above is not None:
        change = whole[above]
        above = _above(change, whole)
    return change.key


def _above(change: Change, whole: Mapping[str, Change]) -> str | None:
    owner = (change.after or change.before or {})[OWNER]
    above = whole.get(owner)
    same = above is not None and (above.before is None) == (change.before is None)
    return owner if same else None


def _groups(change: Change) -> Iterator[tuple[str, list[str]]]:
    """The fields that are chosen together: where it stands; all that a measure's sentence says."""
    place = [name for name in change.names if name in (OWNER, POSITION)]
    others = [name for name in change.names if name not in place]
    if change.sort == "measure":
        if others:
            yield _WORDS, others
    else:
        yield from ((name, [name]) for name in others)
    if place:
        yield _PLACE, place


def _whole(
    change: Change,
    together: Sequence[Change],
    conflicts: Sequence[Conflict],
    sides: Sides,
    may: May,
) -> Item:
    comes = change.before is None
    told = shown_change(change, "")
    says: tuple[tuple[str, str], ...] = ()
    if comes:
        under = (change.after or {})[OWNER]
        fields = ((each.name, _in_words(each.name, each.after)) for each in told.values)
        says = (("Under", owner_called(sides.wanted, under)), *fields)
    if len(together) > 1:
        others = (_words(each.after or each.before or {}).rstrip(".; ") for each in together[1:])
        says = (*says, ("With it", "; ".join(others)))
    return _judged(
        Item(
            value=f"{_WHOLE}:{change.key}",
            doing="Added" if comes else "Removed",
            part=_called(change, sides),
            name="",
            places=frozenset((each.key, "") for each in together),
            says=says,
            ticked=comes,
        ),
        together,
        conflicts,
        may,
    )


def _in_words(name: str, said: str) -> str:
    """What a field says, a heading by its own name."""
    return CATEGORIES.get(said, said) if name == name_of("category") else said


def _words(values: Mapping[str, Any]) -> str:
    return said(values.get("text") or values.get("title"))


def _part_of(
    change: Change,
    group: tuple[str, Sequence[str]],
    conflicts: Sequence[Conflict],
    sides: Sides,
    may: May,
) -> Item:
    name, names = group
    before, after = sides.then[change.key], sides.wanted[change.key]
    now = sides.current.get(change.key)
    texts = [
        _says(each, name, state) for each, state in ((before, sides.then), (after, sides.wanted))
    ]
    theirs = _says(now, name, sides.current) if now else ""
    places = frozenset((change.key, each) for each in names)
    item = Item(
        value=f"{name}:{change.key}",
        doing="Moved" if name == _PLACE else "Changed",
        part=_called(change, sides),
        name={_PLACE: "Where it stands", _WORDS: "Words"}.get(name) or name_of(name),
        places=places,
        texts=both_texts(*texts),
        now=both_texts(theirs, texts[1]) if conflicts else None,
    )
    narrowed = _narrowed(change, places)
    return _judged(item, [narrowed] if narrowed else [], conflicts, may)


def _judged(item: Item, changes: Sequence[Change], conflicts: Sequence[Conflict], may: May) -> Item:
    """A difference with what stands in its way."""
    shut = next((each for each in conflicts if not each.open_to_choice), None)
    why = ""
    if not all(may(each) for each in changes):
        why = _NOT_YOURS
    elif shut:
        why = _WHY[shut.kind]
    if why:
        return replace(item, why=why, ticked=False, now=None)
    if conflicts and item.doing == "Removed":
        changed = both_texts(*(said(getattr(conflicts[0], side)) for side in ("seen", "theirs")))
        return replace(item, now=changed, ticked=False)
    return replace(item, ticked=item.ticked and not conflicts)


def _says(part: Part, name: str, parts: Parts) -> str:
    if name == _WORDS:
        return str(part["text"])
    if name == "category":
        return CATEGORIES[part["category"]]
    if name != _PLACE:
        return said(values_of(part).get(name))
    owner = owner_called(parts, part.owner)
    fellows = parts.children(part.owner, part.sort)
    return f"{owner}, number {parts.number(part.key)} of {len(fellows)}"


def _called(change: Change, sides: Sides) -> str:
    words = label_of(change, sides.then, sides.wanted)
    return f"The {change.sort} “{words}”"
