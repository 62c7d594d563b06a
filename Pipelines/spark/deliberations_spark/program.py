"""The program on this machine: where it is, and what decides what it gives."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from py4j.protocol import Py4JError
from pyspark import SparkFiles

from .options import Options


class Program(NamedTuple):
    """A program with its options."""

    path: str
    settings: str
    """The fingerprint of the version, the definitions and the options."""
    version: str


@cache
def described(options: Options) -> Program:
    """The program that the options name, as its ledger describes it after a document of one line."""
    path = _path(options.binary)
    with tempfile.TemporaryDirectory() as scratch:
        document = Path(scratch, "document.txt")
        document.write_text("Délibération\n", encoding="utf-8")
        command = [path, "batch", str(document), "--output", scratch, "--quiet", *options.arguments]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode != 0:
            raise RuntimeError(f"{path} does not run: {ended.stderr.strip() or ended.returncode}")
        ledger = sqlite3.connect(f"file:{scratch}/ledger.sqlite?mode=ro", uri=True)
        try:
            row = ledger.execute("SELECT settings, program_version FROM extraction").fetchone()
        finally:
            ledger.close()
    return Program(path, *row)


def _path(binary: str) -> str:
    """A program that travelled with the job counts before one on PATH."""
    places = [os.getcwd()]
    try:
        places.append(SparkFiles.getRootDirectory())
    except (AssertionError, AttributeError, Py4JError):
        pass  # there is no such folder outside tasks, without a context or after its end
    for place in places:
        path = os.path.join(place, binary)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    found = shutil.which(binary)
    if not found:
        raise FileNotFoundError(f"there is no program {binary} on this machine; name it with --binary")
    return found
