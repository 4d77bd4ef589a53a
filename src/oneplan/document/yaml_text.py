"""YAML that people write and others may have tampered with, read without surprise."""

from __future__ import annotations

from typing import Any

import yaml

_DEEPEST = 200


class NotYaml(Exception):
    """The text is no YAML that may be read. ``str()`` says where and why; ``line`` counts from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class _TextLoader(yaml.CSafeLoader):
    """Leaves every scalar but null as it is printed, so that version 1.10 is not 1.1 nor "no" false."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own class attribute
        first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def load_yaml(text: str | bytes) -> Any:
    """What a YAML text holds, every scalar but null as text. Aliases and deep nesting are refused.

    Raises:
        NotYaml: it is not UTF-8, no YAML, or refused.
    """
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        _refuse_bombs(plain)
        return yaml.load(plain, Loader=_TextLoader)  # noqa: S506 - derived from the safe loader
    except UnicodeDecodeError as error:
        raise NotYaml("The file is not text in UTF-8.") from error
    except yaml.YAMLError as error:
        raise _in_words(error) from error


def _refuse_bombs(plain: str) -> None:
    """Events come without recursion, which the composer's own stack does not survive."""
    depth = 0
    for event in yaml.parse(plain, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else None
        place = f"Line {line}" if line else "The file"
        if isinstance(event, yaml.AliasEvent):
            raise NotYaml(f"{place} holds a YAML alias. Write the value out.", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise NotYaml(f"{place} is nested deeper than any plan.", line)


def _in_words(error: yaml.YAMLError) -> NotYaml:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    return NotYaml(f"The file is no YAML{place}: {problem}.", mark.line + 1 if mark else None)
