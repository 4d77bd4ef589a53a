"""The README's picture: ``python tests/functional/screenshots.py``, from the example plans.

Starts the demo on a free port with a folder of its own, and stops it again.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
PAGES = {"plan-on-a-page": "/plans/worcestershire-2009-10/"}
WIDTH, HEIGHT = 1280, 900
_PATIENCE = 60.0


def main() -> int:
    """Writes the picture; 2 where there is no Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.stderr.write("Chromium is not installed here.\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        command = [sys.executable, "-m", "oneplan.commandline.main", "demo", "--no-browser"]
        demo = subprocess.Popen([*command, "--port", str(port), "--data", folder])
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            _take(program, address)
        finally:
            demo.terminate()
            demo.wait(timeout=10)
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


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=30).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The demo did not start.")


if __name__ == "__main__":
    sys.exit(main())
