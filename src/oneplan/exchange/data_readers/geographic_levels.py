"""What sort of area a row is about, as the Department for Education calls it."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

LEVELS: dict[str, tuple[str, ...]] = {
    "national": ("country_code",),
    "regional": ("region_code",),
    "local authority": ("new_la_code", "old_la_code"),
    "local authority district": ("lad_code",),
    "ward": ("ward_code",),
    "parliamentary constituency": ("pcon_code",),
    "local skills improvement plan area": ("lsip_code",),
    "local enterprise partnership": ("local_enterprise_partnership_code",),
    "english devolved area": ("english_devolved_area_code",),
    "mayoral combined authority": ("mayoral_combined_authority_code",),
    "opportunity area": ("opportunity_area_code",),
    "police force area": ("pfa_code",),
}
"""Each level with the columns that hold its areas' codes."""
_ALIASES = {
    "nat": "national",
    "country": "national",
    "reg": "regional",
    "region": "regional",
    "la": "local authority",
    "local authorities": "local authority",
    "lad": "local authority district",
    "local authority districts": "local authority district",
    "pcon": "parliamentary constituency",
    "lsip": "local skills improvement plan area",
    "lep": "local enterprise partnership",
    "eda": "english devolved area",
    "mca": "mayoral combined authority",
    "pfa": "police force area",
}


def level_named(text: str) -> str:
    """The level that a word stands for; the word itself, in lower case, where it is none."""
    word = " ".join(text.casefold().split())
    return _ALIASES.get(word, word)


def are_levels(column: pa.Array) -> bool:
    """Whether a column says of each row what sort of area it is about, and nothing else."""
    said = {level_named(text) for text in pc.unique(column).to_pylist()} - {""}
    return bool(said) and said <= LEVELS.keys()
