"""The planting kit: for every rule of the red pen its fault, planted in any plan at all.

One file a rule, named like the rule's own file, with ``PLANT = Plant(rule, plant, clean_twin)``:

* ``plant(plan, random)`` gives a :class:`~builders.planting.plant.Planted`: a changed copy of the plan,
  and where a finding of that rule must now stand. None where the plan has no room for the fault.
* ``clean_twin(plan, random)`` gives a changed copy that looks much the same and is right: sums that do
  add up, a fall that is meant to fall, a baseline in an earlier year, a shared indicator. No rule may
  report an *error* in it that the plan did not have before.

The fault is planted in the structured fields and the words alike, as a reader would have read them
(:mod:`builders.wording` fills both from one :class:`~builders.wording.Figure`), and in ever other places
and words, so that a rule that knows only a sentence does not find it. A new rule: one file here and one
line in :data:`PLANTS`.
"""

from __future__ import annotations

from builders.planting import direction_contradicts_values
from builders.planting.plant import Plant

PLANTS: tuple[Plant, ...] = (direction_contradicts_values.PLANT,)
