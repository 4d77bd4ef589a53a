"""Random but plausible plans without a fault, made from a seed.

Four kinds of partnership, each with its own words for its levels; every sentence in one of several
phrasings, every structured field filled to match it. The planting kit plants its faults in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

from builders.themes import PLACES, THEMES, Subject, Theme
from builders.wording import Figure, measure_of, period_said
from oneplan.document.identity import with_ids
from oneplan.document.schema import (
    Action,
    Due,
    Element,
    Funding,
    Indicator,
    Measure,
    Organisation,
    Period,
    PlanDocument,
    Statement,
    Step,
)

_KINDS = {
    "Outcome": "outcome",
    "Priority": "priority",
    "Goal": "outcome",
    "Area of focus": "focus_area",
    "Focus area": "focus_area",
    "Workstream": "workstream",
    "Area for improvement": "focus_area",
}


def make_plan(seed: int) -> PlanDocument:
    """A plan without a fault; the same seed gives the same plan."""
    return _Maker(Random(seed), THEMES[seed % len(THEMES)]).plan()


class _Maker:
    """Draws a plan's parts so that no two actions or measures are alike."""

    def __init__(self, random: Random, theme: Theme) -> None:
        self.random, self.theme = random, theme
        self.year = random.randint(2008, 2025)
        self.years = random.choice((1, 2, 3))
        subjects = list(product(theme.subjects, PLACES))
        deeds = list(product(theme.deeds, PLACES))
        random.shuffle(subjects)
        random.shuffle(deeds)
        self.subjects, self.deeds = iter(subjects), iter(deeds)

    def plan(self) -> PlanDocument:
        """The whole plan, with ids."""
        theme, end = self.theme, self.year + self.years
        plan = PlanDocument(
            title=f"{theme.name} {self.year} to {end}",
            partnership=theme.partnership,
            period=Period(start=f"{self.year}-04", end=f"{end}-03"),
            version="1.0",
            statements=[
                Statement(
                    kind="vision", text="A place where everyone can do well, whoever they are."
                ),
                Statement(kind="approach", text="We work together and say openly how it is going."),
            ],
            elements=list(self._outcomes()),
            organisations=[Organisation(name=body) for body in theme.bodies],
        )
        return with_ids(plan)

    def _outcomes(self) -> Iterator[Element]:
        upper, lower = self.theme.levels
        indicators = list(self.theme.indicators)
        self.random.shuffle(indicators)
        for number, (title, areas) in enumerate(self.theme.outcomes, start=1):
            own = [indicators.pop()] if indicators else []
            yield Element(
                kind=_KINDS[upper],
                label=upper,
                code=str(number),
                title=title,
                statements=[
                    Statement(
                        kind="context", text=f"{title}: people told us that this matters most."
                    ),
                    Statement(kind="success", text="More people can say that it works for them."),
                ],
                indicators=[
                    Indicator(code=code, name=name, text=f"{name} ({code})") for code, name in own
                ],
                measures=[self._measure(self._last_month()) for _ in range(2)],
                children=[
                    self._area(title_below, lower, f"{number}.{place}")
                    for place, title_below in enumerate(areas, start=1)
                ],
            )

    def _area(self, title: str, label: str, code: str) -> Element:
        prefix = f"{self.theme.prefix} {code.replace('.', '')}"
        return Element(
            kind=_KINDS[label],
            label=label,
            code=code,
            title=title,
            measures=[self._measure(self._last_month())],
            actions=[
                self._action(f"{prefix}.{number}") for number in range(1, self.random.randint(2, 4))
            ],
        )

    def _action(self, ref: str) -> Action:
        theme, random = self.theme, self.random
        deed, place = next(self.deeds)
        due = self._month(6, 12 * self.years)
        body, *others = random.sample(theme.bodies, k=random.randint(2, 3))
        return Action(
            ref=ref,
            text=f"{deed} in {place}.",
            steps=self._steps(due),
            due=Due(text=period_said(due, random), month=due),
            category=random.choice(("core", "core", "narrow_the_gap", "improve_access")),
            leads=[random.choice(theme.posts)],
            partners=[body, *others],
            strategies=[random.choice(theme.strategies)],
            groups=[random.choice(theme.groups)],
            funding=[self._money(ref)],
            measures=[self._measure(due) for _ in range(random.randint(1, 2))],
        )

    def _steps(self, due: str) -> list[Step]:
        steps = []
        for deed in self.random.sample(
            ("agree the design", "choose a site", "hire the staff"), k=2
        ):
            month = min(due, self._month(1, 6))
            steps.append(Step(text=f"{deed} by {period_said(month, self.random)}", month=month))
        return steps

    def _money(self, ref: str) -> Funding:
        amount = self.random.randint(20, 9000) * 50 + sum(map(ord, ref)) % 50
        return Funding(
            text=f"£{amount:,} from the pooled fund {ref}",
            amount=amount,
            currency="GBP",
            label="pooled fund",
            kind="amount",
        )

    def _measure(self, latest: str) -> Measure:
        subject, place = next(self.subjects)
        return measure_of(self.figure(subject, place, latest), self.random)

    def figure(self, subject: Subject, place: str, latest: str) -> Figure:
        """A sound figure about a subject in a place, its target no later than a month."""
        random = self.random
        digits = 1 if subject.unit == "percent" else 0
        start = round(random.uniform(subject.low, subject.high), digits)
        by = start * random.uniform(0.12, 0.25)
        end = round(start + by if subject.up else start - by, digits)
        return Figure(
            subject=f"{subject.name} in {place}",
            unit=subject.unit,
            start=start,
            start_period=random.choice(
                (f"{self.year}-03", f"{self.year - 1}/{self.year % 100:02}")
            ),
            end=min(end, 97.0) if subject.unit == "percent" else end,
            end_period=latest,
            direction="increase" if subject.up else "decrease",
        )

    def _last_month(self) -> str:
        return f"{self.year + self.years}-03"

    def _month(self, first: int, last: int) -> str:
        months = self.year * 12 + 3 + self.random.randint(first, last) - 1
        return f"{months // 12}-{months % 12 + 1:02}"
