"""The README's picture: ``PYTHONPATH=tests python tests/functional/screenshots.py``, from the example plans.

Starts the demo on a free port with a folder of its own, and stops it again.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from builders.running_site import port_of_ones_own, running, wait_until_it_answers

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
PAGES = {"plan-on-a-page": "/plans/worcestershire-2009-10/"}
WIDTH, HEIGHT = 1280, 900


def main() -> int:
    """Writes the picture; 2 where there is no Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.stderr.write("Chromium is not installed here.\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with port_of_ones_own() as port:
            pass
        command = [sys.executable, "-m", "oneplan.commandline.main", "demo", "--no-browser"]
        words = [*command, "--port", str(port), "--data", folder]
        with running(words, Path(folder)) as demo:
            address = f"http://127.0.0.1:{port}"
            wait_until_it_answers(address, demo)
            _take(program, address)
    return 0


def _take(program: str, address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.5
        )
        for name, path in PAGES.items():
            page.goto(address + path)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
