"""What HTML elements are to a reader of plans, and which of them nobody sees."""

from __future__ import annotations

import re

from lxml import etree

from oneplan.exchange.plan_readers.formats.tidying import tidy

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
BOLD = frozenset({"b", "strong", "th", "dt"})
UNDERLINED = frozenset({"u", "ins"})
BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd details div dl dt fieldset figcaption "
        "figure form header hgroup html hr legend li main p pre section summary table tbody td "
        "tfoot th thead tr caption ul ol menu dir h1 h2 h3 h4 h5 h6"
    ).split()
)
IGNORED = frozenset(
    (
        "script style head noscript template nav footer iframe object embed svg math canvas audio "
        "video button select input textarea datalist map link meta title base del s strike"
    ).split()
)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_UNDERLINE_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]{0,60}underline", re.I)
_STYLE_LENGTH = 2_000


UNSEEN = frozenset("script style head noscript template meta link title base".split())
"""What holds no words that anyone reads."""
_TITLES = frozenset({"msotitle", "title"})


def tag_of(element: etree._Element) -> str:
    """The tag in lower case without a prefix; "" for comments and the like."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    # Word's own tags (o:p) stand inside paragraphs.
    return "span" if ":" in tag and "}" not in tag else tag.rpartition("}")[2].lower()


def is_hidden(element: etree._Element) -> bool:
    """Whether the element says of itself that it is not shown."""
    if element.get("hidden") not in {None, "until-found"}:
        return True
    style = element.get("style")
    return style is not None and _HIDING_STYLE.search(style[:_STYLE_LENGTH]) is not None


def heading_level(element: etree._Element, tag: str) -> int:
    """The level of a heading, by its tag, its role or the style that Word names; 0 for none."""
    if tag in HEADINGS:
        return HEADINGS[tag]
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
    named = tag == "p" and _TITLES & set((element.get("class") or "")[:200].lower().split())
    return 1 if named else 0


def is_bold(element: etree._Element, tag: str) -> bool:
    """Whether the element makes its words bold."""
    style = element.get("style")
    return tag in BOLD or (style is not None and bool(_BOLD_STYLE.search(style[:_STYLE_LENGTH])))


def is_underlined(element: etree._Element, tag: str) -> bool:
    """Whether the element underlines its words, as more than a link does."""
    style = element.get("style")
    styled = style is not None and bool(_UNDERLINE_STYLE.search(style[:_STYLE_LENGTH]))
    return tag in UNDERLINED or (styled and tag != "a")


def words_inside(element: etree._Element) -> str:
    """All words of the element as one line, marks and breaks disregarded."""
    return tidy("".join(str(part) for part in element.itertext()))


def line_of(element: etree._Element) -> int | None:
    """The line of the file where the element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else None
