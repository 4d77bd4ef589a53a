"""A site backed up with its own command, and one made of what that gives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from builders.postgres_cluster import programs

_RESTORED = "restored"


def backed_up(environment: Mapping[str, str], folder: Path) -> Path:
    """The folder, in which a backup of the site lies by now."""
    command = [sys.executable, "-m", "oneplan.commandline.main"]
    command += ["manage", "back-up", str(folder)]
    path = environment["PATH"]
    if environment["ONEPLAN_DATABASE"]:
        path = f"{programs()}:{path}"
    subprocess.run(command, env={**environment, "PATH": path}, check=True, stdout=subprocess.PIPE)
    return folder


def restored(environment: Mapping[str, str], backup: Path, data: Path) -> dict[str, str]:
    """The environment of a site made of a backup of the one with this environment, as the how-to says it."""
    copytree(backup, data)
    address = environment["ONEPLAN_DATABASE"]
    if address:
        with psycopg.connect(address, autocommit=True) as old:
            old.execute(f"CREATE DATABASE {_RESTORED}")
        named = conninfo_to_dict(address) | {"dbname": _RESTORED}
        words = ["--no-owner", f"--dbname={make_conninfo(**named)}", str(backup / "oneplan.pgdump")]
        subprocess.run([programs() / "pg_restore", *words], check=True)
        address = address.replace("/postgres?", f"/{_RESTORED}?")
    return {**environment, "ONEPLAN_DATA": str(data), "ONEPLAN_DATABASE": address}
