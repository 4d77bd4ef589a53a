"""Which column of a table plays which part, by the words that people write over them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ROLES: dict[str, tuple[str, ...]] = {
    "indicator": (
        "indicator",
        "indicator code",
        "indicator id",
        "indicator name",
        "measure code",
        "measure name",
        "series",
        "metric",
        "kpi",
        "dataset",
    ),
    "period": (
        "period",
        "time period",
        "year",
        "date",
        "time",
        "financial year",
        "academic year",
        "calendar year",
        "school year",
        "reporting period",
        "reporting date",
        "reporting year",
        "snapshot date",
        "as at",
        "period end date",
        "years",
        "quarter",
        "month",
        "term",
        "week",
    ),
    "date from": ("date from", "period start", "start date", "from date", "from"),
    "date to": ("date to", "period end", "end date", "to date", "to"),
    "value": ("value", "values", "observation", "obs value", "indicator value"),
    "figure": ("figure", "actual", "outturn", "percentage", "percent", "rate", "result", "score"),
    "numerator": ("numerator", "count", "number"),
    "denominator": ("denominator", "cohort", "population", "base"),
    "lower": (
        "lower",
        "lower ci",
        "lower 95",
        "lci",
        "lci 95",
        "lower limit",
        "lower ci 95",
        "lower ci 95 0 limit",
        "lower confidence limit",
        "lower confidence interval",
    ),
    "upper": (
        "upper",
        "upper ci",
        "upper 95",
        "uci",
        "uci 95",
        "upper limit",
        "upper ci 95",
        "upper ci 95 0 limit",
        "upper confidence limit",
        "upper confidence interval",
    ),
    "lower_998": ("lower ci 99 8", "lower 998", "lci 998", "lower ci 99 8 limit"),
    "upper_998": ("upper ci 99 8", "upper 998", "uci 998", "upper ci 99 8 limit"),
    "status": ("status", "obs status", "observation status", "symbol"),
    "group": ("group",),
    "note": ("note", "notes", "value note", "comment", "comments", "footnote", "footnotes"),
    "unit": ("unit", "units", "unit measure", "unit of measure"),
    "measure": ("measure", "measure type"),
    "year kind": ("year kind", "period kind", "year type", "period type"),
    "revision": ("revision", "version", "data version", "release status"),
    "age from": ("age from years inclusive", "age from"),
    "age to": ("age to years inclusive", "age to"),
}
_AREA_CODES = (
    "mnemonic",
    "area code",
    "gss code",
    "geography code",
    "geocode",
    "geo code",
    "new la code",
    "ons code",
    "gss",
    "area gss code",
    "areacd",
    "location code",
    "local authority code",
    "la code",
    "lad code",
    "old la code",
    "dfe code",
    "la number",
    "ecode",
    "code",
)
_AREA_NAMES = (
    "area",
    "area name",
    "areanm",
    "la name",
    "la",
    "local authority",
    "local authority name",
    "authority",
    "local area",
    "district",
    "district name",
    "county",
    "geography",
    "geography name",
    "location",
    "location name",
    "place",
    "council",
    "region",
    "region name",
    "country",
    "la and regions",
    "name",
)
_CODED = re.compile(
    r"(?:e|w)?(?:lad|ltla|utla|ctyua|cty|la|rgn|region|ctry|country|wd|ward|pcon|lsoa|msoa|cauth"
    r"|csp|pfa|area)(?:\d{0,4} ?(?:cd|code)|(?:cd|code)\d\d)"
    r"|(?:\d{4} )?(?:(?:upper|lower) tier local authorities|regions|countries|wards"
    r"|(?:lower|middle) layer super output areas) code"
)
_NAMED = re.compile(
    r"(?:lad|ltla|utla|ctyua|cty|la|rgn|region|ctry|country)(?:\d{0,4} ?(?:nm|name)|(?:nm|name)\d\d)"
    r"|(?:\d{4} )?(?:(?:upper|lower) tier local authorities|regions|countries)"
)
_BREADTHS = tuple(
    re.compile(rf"\b(?:{words})") for words in ("count(?:y|ies)|cty", "rgn|region", "ctry|countr")
)
_SAYS_NOTHING_OF_A_GROUP = re.compile(
    r"compared|trend|rank|quartile|source|link|updated|^column \d|^period (?:start|end)$|sortable"
    r"|^new data$|^unit mult|^rag\b|^polarity$|^direction|^geography$|^time period range$|area type"
    r"|^geography type$|^geographic level$|^good (?:is|to be|performance)|^frequency$"
    r"|^(?:kpi |pi )?(?:ref|reference|id|no)$|^(?:lead|owner|responsible)\b"
)
NOT_MEASURED = re.compile(
    r"(?:target|previous|prior|last (?:year|quarter|month)|baseline|threshold|tolerance|variance)\b"
)
"""Words before figures that are no measurement."""
_KNOWN = frozenset(name for names in _ROLES.values() for name in names)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LIMITS = {
    "lower": re.compile(
        r"^(?!.*99)(?=.*\b(?:lower|lci|lcl)\b)(?=.*\b(?:95|ci|conf\w*|limit|lcl|lci)\b)"
    ),
    "upper": re.compile(
        r"^(?!.*99)(?=.*\b(?:upper|uci|ucl)\b)(?=.*\b(?:95|ci|conf\w*|limit|ucl|uci)\b)"
    ),
}
_NOT_WORD = re.compile(r"[\W_]+")


def plain(header: str) -> str:
    """A header in lower case, its words apart by single spaces, without brackets and marks."""
    return _NOT_WORD.sub(" ", header.casefold()).strip()


def _said(headers: Iterable[str]) -> dict[str, str]:
    """The headers by their words, and by those outside brackets where they are not taken."""
    said: dict[str, str] = {}
    for header in headers:
        said.setdefault(plain(header), header)
    for header in list(said.values()):
        said.setdefault(plain(_BRACKETS.sub(" ", header)), header)
    return said


def roles_of(headers: Iterable[str]) -> dict[str, str]:
    """The header that plays each part; parts that none plays are not there."""
    said = _said(headers)
    roles: dict[str, str] = {}
    for role, names in _ROLES.items():
        found = next((said[name] for name in names if name in said), None)
        if found is None and role in _LIMITS:
            found = next((said[text] for text in said if _LIMITS[role].search(text)), None)
        if found is not None and found not in roles.values():
            roles[role] = found
    if "indicator" not in roles and "measure" in roles and "unit" not in roles:
        roles["indicator"] = roles.pop("measure")
    return roles


def area_headers(headers: Iterable[str]) -> list[str]:
    """The columns that may name an area: narrower ones first, of these the codes before the names.

    A row about a region has a blank for its authority, but its country stands in every row.
    """
    said = _said(headers)
    codes = [said[name] for name in _AREA_CODES if name in said]
    codes += [header for text, header in said.items() if _CODED.fullmatch(text)]
    names = [said[name] for name in _AREA_NAMES if name in said]
    names += [header for text, header in said.items() if _NAMED.fullmatch(text)]
    return sorted(dict.fromkeys((*codes, *names)), key=breadth)


def breadth(header: str) -> int:
    """How wide the areas of a column are: 0 for authorities and smaller, up to 3 for countries."""
    text = plain(header)
    return next((of for of, words in enumerate(_BREADTHS, start=1) if words.search(text)), 0)


def divides_nobody(header: str) -> bool:
    """Whether a column of words says nothing of a group: a name, a rank, a comparison."""
    text = plain(header)
    return (
        text in _KNOWN
        or _SAYS_NOTHING_OF_A_GROUP.search(text) is not None
        or text.endswith((" name", " code"))
        or text in ("areanm", "areacd", "name")
    )
