"""One form for something of a part: its questions, and the way between what is kept and what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Field, Form

Typed = dict[str, str]
Kept = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something of a part that is changed in one form.

    ``name`` stands in its address, ``title`` says what it is within a sentence ("by when"); ``writes``
    are the fields of the part that it may change. ``questions`` and ``shown`` are asked for the part as
    it stands; ``read`` gives the fields from the form, and notes in it what cannot be read.
    ``understood`` says in sentences how what was typed is understood, where that is more than the words.
    """

    name: str
    title: str
    writes: frozenset[str]
    questions: Callable[[Part], tuple[Field, ...]]
    shown: Callable[[Part], Typed]
    read: Callable[[Form, Part], Kept]
    understood: Callable[[Kept], list[tuple[str, str]]] | None = None


def one_text(name: str, title: str, label: str, missing: str = "", hint: str = "") -> Sheet:
    """A field that holds one text; where ``missing`` says so, it must say something."""
    question = Field(name, label, "long" if name == "text" else "text", hint=hint)

    def read(form: Form, part: Part) -> Kept:  # noqa: ARG001 - as every sheet reads
        text = tidy(form.text(name))
        if missing and not text:
            form.errors[name] = missing
        return {name: text or None}

    return Sheet(
        name,
        title,
        frozenset({name}),
        questions=lambda _: (question,),
        shown=lambda part: {name: part[name] or ""},
        read=read,
    )


def names(name: str, title: str, label: str, hint: str = "One on each line.") -> Sheet:
    """A field that is a list of names, one on each line."""
    question = Field(name, label, "long", hint=hint)
    return Sheet(
        name,
        title,
        frozenset({name}),
        questions=lambda _: (question,),
        shown=lambda part: {name: "\n".join(part[name])},
        read=lambda form, _: {name: list(dict.fromkeys(lines(form.text(name))))},
    )


def lines(text: str) -> list[str]:
    """The lines that say something, without spaces around."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def tidy(text: str) -> str:
    """What was typed, with the line ends of a text."""
    return text.replace("\r\n", "\n").strip()
