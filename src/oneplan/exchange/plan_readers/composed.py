"""What the action tables of a document and the lines between them come to."""

from __future__ import annotations

from dataclasses import dataclass, field

from oneplan.document.schema import Element, Place, Statement, Term
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping
from oneplan.vocabulary.findings import Finding


@dataclass(slots=True)
class Composed:
    """What the action tables of a document and the lines between them say.

    ``statements`` stand before or outside all parts; ``actions`` is how many actions were found and
    ``begins_at`` the number of the block that begins the first part with actions.
    """

    elements: list[Element] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    glossary: list[Term] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mappings: list[ColumnMapping] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    actions: int = 0
    begins_at: int = 0
