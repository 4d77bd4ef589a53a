"""What is loaded before work begins: the command line is quick because it loads little."""

from __future__ import annotations

import subprocess
import sys


def _loaded_by(code: str, libraries: str) -> set[str]:
    says = f"print(*(name for name in {libraries.split()!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; {says}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_a_plan_in_plain_text_needs_no_library_of_another_format() -> None:
    code = (
        "from oneplan.exchange.plan_readers.reading import read_plan; "
        "assert read_plan(b'Ponds\\n\\nWe will dig two ponds.\\n', 'ponds.txt').plan"
    )
    assert _loaded_by(code, "pdfplumber markdown_it charset_normalizer scipy django") == set()


def test_the_help_needs_no_plan_documents() -> None:
    assert _loaded_by("import oneplan.commandline.main", "pydantic yaml lxml rapidfuzz") == set()
