"""The symbols of files from before the one list of 2020: there x stood for what was withheld."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.gathering import marked
from oneplan.vocabulary.findings import Finding, Source

_ONE_LIST_SINCE = date(2020, 9, 1)
_OF_THE_LIST = pa.array(["c", "z", "k", "low", "[c]", "[z]", "[k]", "[low]"])


def as_meant_then(observations: pa.Table, file: str) -> tuple[pa.Table, tuple[Finding, ...]]:
    """The observations with x suppressed where the file is older than the list of symbols.

    It is, where all its periods end before September 2020 and none of the list's other symbols
    stands in it.
    """
    symbols = pc.utf8_lower(observations["symbol"].cast(pa.string()))
    withheld = pc.equal(symbols, "x")
    newest = pc.max(observations["period_end"]).as_py()
    if newest is None or newest >= _ONE_LIST_SINCE or not pc.any(withheld).as_py():
        return observations, ()
    if pc.any(pc.is_in(symbols, _OF_THE_LIST)).as_py():
        return observations, ()
    count = pc.sum(withheld).as_py()
    first = observations["row"][pc.index(withheld, True).as_py()].as_py()
    finding = Finding(
        rule="old-symbol-for-withheld",
        severity="info",
        message=f"x stands in {count:,} cells of a file from before 2020, when it meant a small "
        "number that was withheld. Taken as suppressed.",
        quotes=("x",),
        fix="If it means not available there, write : instead.",
        source=Source(file=file, row=first),
    )
    return marked(observations, withheld, "suppressed"), (finding,)
