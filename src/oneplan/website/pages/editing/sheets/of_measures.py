"""What can be changed of a measure: its sentence, or what is understood of it, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from oneplan.document.phrases.dates import find_periods
from oneplan.document.phrases.indicators import read_indicator
from oneplan.document.schema import Direction, MeasureKind
from oneplan.partnership.plans.parts.editing.fields import due_of, measure_of
from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Field, Form, Option
from oneplan.website.components.measures import RELATIONS
from oneplan.website.pages.editing.sheets.figures import (
    change_typed,
    figure_typed,
    period_typed,
    read_change,
    read_figure,
    read_period,
)
from oneplan.website.pages.editing.sheets.sheet import Kept, Sheet, Typed, lines, tidy
from oneplan.website.pages.editing.sheets.understood import measure_understood

SENTENCE = Field(
    "text",
    "The measure, as a sentence",
    "long",
    hint="Such as “Raise the share of homes that are warm from 61% in 2024 to 75% by March 2028”.",
)
KINDS: dict[MeasureKind, str] = {
    "quantified": "Figures that can be followed",
    "directional": "A direction without figures",
    "deliverable": "Something to be done",
    "reference": "A measure that stands elsewhere",
}
DIRECTIONS: dict[Direction, str] = {
    "increase": "Rise",
    "decrease": "Fall",
    "maintain": "Stay as it is",
    "reach": "Reach a level",
    "deliver": "Be done",
}
_ROOM = 1
"""Empty rows for a baseline and a target beside those that there are."""


def read_sentence(form: Form, part: Part | None) -> Kept:
    """The fields of a measure that was typed as a sentence; ``part`` is it as it was, None for a new one."""
    text = tidy(form.text("text"))
    if not text:
        form.errors["text"] = "Enter the measure as a sentence"
        return {}
    return measure_of(text, part)


def _questions(part: Part) -> tuple[Field, ...]:
    kinds = tuple(Option(value, KINDS[value]) for value in get_args(MeasureKind))
    ways = tuple(Option(value, DIRECTIONS[value]) for value in get_args(Direction))
    return (
        Field("kind", "What kind of measure it is", "choice", options=kinds),
        Field("indicator", "Indicator", hint="Its code and name, such as “NI 55 Obesity in Reception”."),
        Field("direction", "Which way it should go", "choice", options=ways),
        Field("unit", "Unit", hint="Such as “%”, “per 10,000” or “schools”."),
        *_rows("baseline", "Baseline", len(part["baselines"])),
        *_target_rows(len(part["targets"])),
        Field("milestones", "Milestones", "long", hint="One on each line, with its month."),
    )  # fmt: skip


def _rows(name: str, label: str, number: int) -> Iterator[Field]:
    for place in range(number + _ROOM):
        count = f" {place + 1}" if number else ""
        yield Field(f"{name}-{place}", f"{label}{count}", hint="A figure, or “to be set”.")
        yield Field(f"{name}-{place}-when", f"{label}{count}: as of", hint="A month or year.")


def _target_rows(number: int) -> Iterator[Field]:
    relations = tuple(Option(value, words) for value, words in RELATIONS.items())
    for place in range(number + _ROOM):
        count = f" {place + 1}" if number else ""
        name, label = f"target-{place}", f"Target{count}"
        yield Field(name, label, hint="A figure, or “to be set”.")
        yield Field(
            f"{name}-change", f"{label}: by how much", hint="Such as “−10%”, “5 points” or “40”."
        )
        yield Field(f"{name}-relation", f"{label}: how it compares", "choice", options=relations)
        yield Field(f"{name}-with", f"{label}: compared with", hint="Such as “England”.")
        yield Field(f"{name}-when", f"{label}: by when", hint="A month or year.")


def _shown(part: Part) -> Typed:
    shown = {
        "kind": part["kind"],
        "indicator": _indicator_typed(part["indicator"]),
        "direction": part["direction"] or "",
        "unit": part["unit"] or "",
        "milestones": "\n".join(" ".join(each["text"].split()) for each in part["milestones"]),
    }
    for place, each in enumerate(part["baselines"]):
        shown[f"baseline-{place}"] = figure_typed(each)
        shown[f"baseline-{place}-when"] = period_typed(each)
    for place, each in enumerate(part["targets"]):
        shown[f"target-{place}"] = figure_typed(each)
        shown[f"target-{place}-change"] = change_typed(each)
        shown[f"target-{place}-relation"] = each.get("relation") or ""
        shown[f"target-{place}-with"] = (each.get("comparator") or "").replace("_", " ")
        shown[f"target-{place}-when"] = period_typed(each)
    return shown


def _indicator_typed(indicator: dict[str, Any] | None) -> str:
    said = indicator or {}
    return " ".join(filter(None, (said.get("code"), said.get("name")))) or said.get("text") or ""


def _read(form: Form, part: Part) -> Kept:
    before = _shown(part)
    kept: Kept = {
        "kind": _chosen(form, "kind", KINDS),
        "direction": _chosen(form, "direction", DIRECTIONS) or None,
        "unit": form.text("unit") or None,
        "indicator": _indicator(form.text("indicator"), part, before),
        "baselines": [each for each in _baselines(form, part, before) if each],
        "targets": [each for each in _targets(form, part, before) if each],
        "milestones": _milestones(form, part),
    }
    if not kept["kind"]:
        form.errors["kind"] = "Choose what kind of measure it is"
    return kept


def _chosen(form: Form, name: str, known: Any) -> str:
    chosen = form.text(name)
    if chosen and chosen not in known:
        form.errors[name] = "Choose one from the list"
    return chosen


def _indicator(typed: str, part: Part, before: Typed) -> Any:
    if typed == before["indicator"]:
        return part["indicator"]
    return read_indicator(typed).model_dump(mode="json", exclude_defaults=True) if typed else None


def _baselines(form: Form, part: Part, before: Typed) -> Iterator[Any]:
    for place in range(len(part["baselines"]) + _ROOM):
        name = f"baseline-{place}"
        if _unchanged(form, before, name, f"{name}-when"):
            yield part["baselines"][place] if place < len(part["baselines"]) else None
            continue
        yield _dated(form, name, read_figure(form, name))


def _targets(form: Form, part: Part, before: Typed) -> Iterator[Any]:
    for place in range(len(part["targets"]) + _ROOM):
        name = f"target-{place}"
        if _unchanged(
            form, before, name, f"{name}-change", f"{name}-relation", f"{name}-with", f"{name}-when"
        ):
            yield part["targets"][place] if place < len(part["targets"]) else None
            continue
        kept = read_figure(form, name) | read_change(form, f"{name}-change")
        relation = _chosen(form, f"{name}-relation", RELATIONS)
        against = form.text(f"{name}-with")
        kept |= {"relation": relation} if relation else {}
        kept |= {"comparator": against.replace(" ", "_")} if against else {}
        words = RELATIONS.get(relation, "")
        yield _dated(form, name, kept, words, form.text(f"{name}-change"), against)


def _unchanged(form: Form, before: Typed, *questions: str) -> bool:
    return all(form.text(name) == before.get(name, "") for name in questions)


def _dated(form: Form, name: str, kept: Kept, *said: str) -> Kept | None:
    """A baseline or target with its period, and in words; None where nothing was entered."""
    when = form.text(f"{name}-when")
    if not (kept or when):
        return None
    words = [*said[:1], form.text(name), *said[1:], when]
    return kept | read_period(form, f"{name}-when") | {"text": " ".join(filter(None, words))}


def _milestones(form: Form, part: Part) -> list[Any]:
    before = {" ".join(each["text"].split()): each for each in part["milestones"]}
    return [before.get(line) or _milestone(line) for line in lines(form.text("milestones"))]


def _milestone(line: str) -> Kept:
    month = (due_of(line) or {}).get("month") if find_periods(line) else None
    return {"text": line, "month": month} if month else {"text": line}


MEASURE_SHEETS = (
    Sheet(
        "text",
        "the measure",
        frozenset({"text", "kind", "indicator", "direction", "unit", "baselines", "targets", "milestones"}),
        questions=lambda _: (SENTENCE,),
        shown=lambda part: {"text": part["text"]},
        read=read_sentence,
        understood=measure_understood,
    ),
    Sheet(
        "figures",
        "how the measure is understood",
        frozenset({"kind", "indicator", "direction", "unit", "baselines", "targets", "milestones"}),
        questions=_questions,
        shown=_shown,
        read=_read,
        understood=None,
    ),
)  # fmt: skip
