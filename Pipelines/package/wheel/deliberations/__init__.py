"""Structured data from the acts of French local authorities.

    >>> import deliberations
    >>> output = deliberations.extract("act.pdf")
    >>> for act in deliberations.iter_acts(["act.pdf", "minutes.pdf"]): print(act.get("title"))
    >>> deliberations.frame("grants", ["act.pdf"])      # a pandas data frame, euros as Decimal

The package brings the program `extract` and calls it; what it gives is described by `schema()`.
"""
from __future__ import annotations

import csv
import decimal
import json
import os
import pathlib
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from .types import Deliberation, Output

__all__ = ["Deliberation", "ExtractError", "Output", "extract", "frame", "iter_acts", "iter_outputs", "schema"]

Path = str | os.PathLike[str]
_FOLDER = pathlib.Path(__file__).parent
_PROGRAM = str(_FOLDER / "extract")


class ExtractError(Exception):
    """A document cannot be read; `status` is the program's, after sysexits.h."""

    def __init__(self, message: str, status: int):
        super().__init__(message)
        self.status = status


def _run(arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([_PROGRAM, *arguments], capture_output=True, check=False)


def _load(text: bytes) -> Any:
    return json.loads(text, parse_float=decimal.Decimal)


def _paths(paths: Iterable[Path]) -> list[str]:
    # A name that begins with a hyphen is no option.
    return [os.path.join(".", p) if (p := os.fspath(path)).startswith("-") else p for path in paths]


def extract(path: Path, *options: str) -> Output:
    """What a document says; options are those of the command line, such as "--ocr=never"."""
    done = _run(["--quiet", "--compact", *options, *_paths([path])])
    if done.returncode:
        raise ExtractError(done.stderr.decode(errors="replace").strip(), done.returncode)
    return _load(done.stdout)


def iter_outputs(paths: Iterable[Path], *options: str) -> Iterator[Output]:
    """What each document says; one that cannot be read is left out."""
    names = _paths(paths)
    if len(names) == 1:
        try:
            yield extract(names[0], *options)
        except ExtractError:
            pass
        return
    with subprocess.Popen([_PROGRAM, "--quiet", *options, *names], stdout=subprocess.PIPE) as process:
        assert process.stdout
        for line in process.stdout:
            yield _load(line)


def iter_acts(paths: Iterable[Path], *options: str) -> Iterator[Deliberation]:
    """The acts of documents, in their order."""
    for output in iter_outputs(paths, *options):
        yield from output["deliberations"]


def frame(table: str, paths: Iterable[Path]) -> Any:
    """A table of the catalogue, such as "grants", of documents or outputs, as a pandas data frame."""
    import pandas

    with tempfile.TemporaryDirectory() as folder:
        done = _run(["export", "csv", *_paths(paths), "-o", folder])
        file = pathlib.Path(folder, f"{table}.csv")
        if not file.exists():
            raise ExtractError(done.stderr.decode(errors="replace").strip() or f"no table {table}", done.returncode)
        package = json.loads(pathlib.Path(folder, "datapackage.json").read_text())
        fields = next(r["schema"]["fields"] for r in package["resources"] if r["path"] == f"{table}.csv")
        kinds = {f["name"]: f["type"] for f in fields}
        with open(file, newline="", encoding="utf-8") as lines:
            rows = [{name: _value(text, kinds[name]) for name, text in row.items()} for row in csv.DictReader(lines)]
        return pandas.DataFrame(rows, columns=list(kinds))


def _value(text: str, kind: str) -> Any:
    if text == "":
        return None
    match kind:
        case "integer":
            return int(text)
        case "number":
            return decimal.Decimal(text)
        case "boolean":
            return text == "true"
    return text


def schema() -> dict[str, Any]:
    """The JSON Schema of outputs."""
    return json.loads((_FOLDER / "extraction.schema.json").read_text())
