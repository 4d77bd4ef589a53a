"""Authorities whose GSS code changed while they stayed the same authority.

The Department for Education's three digits stay when a code changes: published files of one year use
the new code of Barnsley, others the old one, and Somerset's stands in both within one file.
"""

from __future__ import annotations

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.known.areas import known_areas


@cache
def recoded_areas() -> dict[str, str]:
    """The newer code of each authority that goes on under it, by the code that it had before."""
    known = known_areas()
    return {
        area.code: area.successors[0]
        for area in known.values()
        if len(area.successors) == 1
        and area.dfe_code
        and area.successors[0] in known
        and known[area.successors[0]].dfe_code == area.dfe_code
    }


def under_every_code(neighbours: pa.Table) -> pa.Table:
    """Sets of neighbours with each authority under its former codes as well, in the same columns.

    Whichever code a file uses finds its neighbours; a former code has the position of the newer one.
    """
    newer = recoded_areas()
    former = pa.table(
        {"newer": pa.array(newer.values(), pa.string()), "former": pa.array(newer, pa.string())}
    )
    held = neighbours
    for column in ("area", "neighbour"):
        places = pc.index_in(held[column], former["newer"].combine_chunks())
        again = held.filter(pc.is_valid(places))
        codes = former["former"].take(places.drop_null())
        again = again.set_column(
            held.schema.get_field_index(column), held.schema.field(column), codes
        )
        held = pa.concat_tables([held, again])
    return held
