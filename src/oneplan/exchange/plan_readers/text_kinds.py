"""Which kind of text a text file is: HTML, JSON, YAML, Markdown, CSV or plain."""

from __future__ import annotations

import re

from oneplan.exchange.plan_readers.formats.delimiters import delimiter_of

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|h1|section|article|main|meta|style|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAGS = re.compile(r"<(?:html|body|table|td|div|h[1-6])\b", re.IGNORECASE)
_PIPE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
_JSON_START = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{"]|\]))')
_YAML_LINE = re.compile(r"^(?:title|elements|partnership|period|version)\s*:(?:\s|$)", re.MULTILINE)
_YAML_START = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:---[ \t]*\n\s*)?[A-Za-z_][\w-]{0,40}:(?:\s|$)")
_TABLE_LINE = re.compile(r"^[^\t\n]*\S\t[^\n]*$", re.MULTILINE)
_START = 4096
_SAMPLE = 200_000


def text_kind(text: str, extension: str) -> str:
    """The name of the format that suits the text; ``extension`` (".md") settles what is in doubt."""
    start, sample = text[:_START], text[:_SAMPLE]
    if _is_html(start, extension):
        return "html"
    if _JSON_START.match(start) and text.rstrip()[-1:] in "}]":
        return "json"
    if _is_yaml(sample, extension):
        return "yaml"
    return "csv" if extension in {".csv", ".tsv", ".tab"} else _prose_kind(sample, extension)


def _prose_kind(sample: str, extension: str) -> str:
    """Plain text with tabs between cells, Markdown, or a CSV file by another name."""
    if _TABLE_LINE.search(sample):
        return "text"
    if extension in {".md", ".markdown", ".mkd"} or _PIPE_RULE.search(sample):
        return "markdown"
    named = extension in {".txt", ".text"}
    return "csv" if not named and delimiter_of(sample, certain=True) else "text"


def _is_html(start: str, extension: str) -> bool:
    if _HTML_START.match(start):
        return True
    named = extension in {".html", ".htm", ".xhtml"}
    tags = len(_HTML_TAGS.findall(start))
    return (named and "<" in start) or (tags > 2 and start.lstrip().startswith("<"))


def _is_yaml(sample: str, extension: str) -> bool:
    named = extension in {".yaml", ".yml"}
    keys = len(set(_YAML_LINE.findall(sample)))
    return _YAML_START.match(sample) is not None and (named or keys >= 3)
