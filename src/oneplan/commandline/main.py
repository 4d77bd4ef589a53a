"""The command ``oneplan``."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from oneplan import __version__
from oneplan.commandline.calculate import calculate
from oneplan.commandline.convert import convert
from oneplan.commandline.demo import demo
from oneplan.commandline.diff import diff
from oneplan.commandline.disclose import disclose
from oneplan.commandline.explain import explain
from oneplan.commandline.indicators import indicators
from oneplan.commandline.lint import lint
from oneplan.commandline.manage import manage
from oneplan.commandline.observations import observations
from oneplan.commandline.outcome import COULD_NOT, STOPPED, CouldNot, Stopped
from oneplan.commandline.rules import rules
from oneplan.commandline.score import score
from oneplan.commandline.serve import serve
from oneplan.commandline.tick import tick

app = typer.Typer(
    name="oneplan",
    help="Reads, checks and compares joint plans, and shows them on a site.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (convert, lint, diff, rules, indicators, calculate, score, explain, disclose, demo):
    app.command()(command)
app.add_typer(observations, name="observations")
app.command()(serve)
app.command(
    add_help_option=False,
    options_metavar="COMMAND …",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)(manage)
app.command()(tick)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"oneplan {__version__}")
        raise typer.Exit


@app.callback()
def _about(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Reads, checks and compares joint plans, and shows them on a site."""


def run() -> None:
    """Runs the command that was typed; whatever stops it is one sentence, never a traceback."""
    try:
        app()
    except CouldNot as error:
        _say(f"oneplan: {error}", error.cure)
        sys.exit(COULD_NOT)
    except Stopped as stopped:
        _say(f"oneplan: stopped. {stopped}", "")
        sys.exit(STOPPED)
    except SystemExit as end:
        if end.code == STOPPED:  # what the library makes of Ctrl-C, without a word
            _say("oneplan: stopped. Nothing was left half done.", "")
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT)
    except (MemoryError, RecursionError):
        _say("oneplan: the file is larger or more deeply nested than can be read.", "Split it.")
        sys.exit(COULD_NOT)


def _say(message: str, cure: str) -> None:
    sys.stderr.write(f"{message} {cure}".rstrip() + "\n")


if __name__ == "__main__":
    run()
