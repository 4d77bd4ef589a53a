from __future__ import annotations

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.tables.flow import join_onto


def test_a_mark_without_words_after_a_page_break_stays_with_the_item_before() -> None:
    lines = [Line("Open a hub in every", bullet=True, level=1)]
    join_onto(lines, [Line("✓")], after_break=True)
    assert "".join(line.text for line in lines).endswith("✓")
