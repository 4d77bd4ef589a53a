"""Where the reference plans lie, beside the repository; None where they are absent."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared"

SEEDS: Path | None = _FOLDER / "seeds" if (_FOLDER / "seeds").is_dir() else None
WITHOUT_SEEDS = "the reference plans are not beside the repository"
DATA: Path | None = _FOLDER / "data" if (_FOLDER / "data").is_dir() else None
WITHOUT_DATA = "the published data are not beside the repository"
