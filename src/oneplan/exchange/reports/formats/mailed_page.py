"""Pages that need no other file, so that they can be mailed: one frame and one style for all."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from oneplan import __version__


def mailed_page(template: str, **values: object) -> str:
    """The page that a template of this folder makes of the values; every value is escaped."""
    css = Markup(_package_text("mailed_page.css"))  # noqa: S704 - our own style sheet
    return _environment().get_template(template).render(css=css, version=__version__, **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_package_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _package_text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
