"""Templates and style sheets hold nothing that nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

SOURCES = Path(__file__).resolve().parents[2] / "src" / "oneplan"
WEBSITE = SOURCES / "website"
TEMPLATES = sorted([*WEBSITE.rglob("*.html"), *SOURCES.rglob("*.jinja")])
SHEETS = sorted((WEBSITE / "static" / "oneplan").glob("*.css"))
SCRIPTS = (WEBSITE / "static" / "oneplan").glob("*.js")
OF_OURS = re.compile(r"\.((?:op|f)-[\w-]+)")
MADE = re.compile(r"((?:op|f)-[\w-]*-)(?:\{\{|\{|\" *~|' *~)")
"""The beginning of a class whose end is worked out."""


def _parsed(template: Path) -> nodes.Template:
    engine = Environment(autoescape=True, extensions=["jinja2.ext.do"])
    return engine.parse(template.read_text(encoding="utf-8"))


def _name(template: Path) -> str:
    return template.relative_to(SOURCES).as_posix()


def _imported(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(nodes.FromImport):
        for name in node.names:
            yield name if isinstance(name, str) else name[1]


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_a_template_uses_what_it_imports(template: Path) -> None:
    tree = _parsed(template)
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert sorted(set(_imported(tree)) - used) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_a_macro_uses_what_it_is_given(template: Path) -> None:
    for macro in _parsed(template).find_all(nodes.Macro):
        used = {each.name for each in macro.find_all(nodes.Name) if each.ctx == "load"}
        assert [each.name for each in macro.args if each.name not in used] == [], macro.name


def test_every_macro_is_used() -> None:
    used: set[str] = set()
    macros: dict[str, str] = {}
    for template in TEMPLATES:
        tree = _parsed(template)
        used |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        for macro in tree.find_all(nodes.Macro):
            macros[macro.name] = _name(template)
    assert {name: file for name, file in macros.items() if name not in used} == {}


def test_every_class_of_a_style_sheet_is_used() -> None:
    files = [*TEMPLATES, *SCRIPTS, *SOURCES.rglob("*.py")]
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    used = set(re.findall(r"[\w-]+", written))
    made = tuple(set(MADE.findall(written)))
    styled = {name for sheet in SHEETS for name in OF_OURS.findall(sheet.read_text("utf-8"))}
    assert len(styled) > 100
    assert sorted(name for name in styled - used if not name.startswith(made)) == []
