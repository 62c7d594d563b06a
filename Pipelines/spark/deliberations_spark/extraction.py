"""From the bytes of a document to one row: what became of it, and its rows of every table."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from .options import Options
from .program import described
from .tables import TABLES, rows_of, table_type
from .worker import Reply, content_key, shared_worker

OUTCOMES = pa.schema(
    [
        ("sha256", pa.string()),
        ("settings", pa.string()),
        ("program_version", pa.string()),
        ("definition", pa.string()),
        ("outcome", pa.string()),
        ("message", pa.string()),
        ("pages", pa.int64()),
        ("deliberations", pa.int64()),
        ("seconds", pa.float64()),
        ("finished_at", pa.float64()),
        ("output_sha256", pa.string()),
        ("path", pa.string()),
        ("byte_count", pa.int64()),
    ]
)

# Columns of OUTCOMES, and a list of rows for each table.
EXTRACTED = pa.schema([*OUTCOMES, *(pa.field(table, pa.list_(table_type(table))) for table in TABLES)])

# What a row that does not fit its table may throw; the document is then no output, and says so.
_UNFIT = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, pa.ArrowException)


def extract_document(options: Options, path: str, content: bytes, key: str) -> pa.RecordBatch:
    """Reads one document, whose content is to have the SHA-256 `key`."""
    program = described(options)
    row: dict[str, Any] = {
        "sha256": key,
        "settings": program.settings,
        "program_version": program.version,
        "path": path,
        "byte_count": len(content),
    }
    if content_key(content) != key:
        message = "the file changed while it was read; run the job again"
        return _batch(row, Reply("changed", message))
    reply = shared_worker(options).read(posixpath.basename(path), content)
    try:
        return _batch(row, reply, rows_of(reply.output) if reply.output else None)
    except _UNFIT as error:
        reply.outcome, reply.message = "internal", f"the output fits no table: {error}"
        return _batch(row, reply)


def _batch(
    row: Mapping[str, Any], reply: Reply, rows: Mapping[str, list[Any]] | None = None
) -> pa.RecordBatch:
    output = reply.output if rows else None
    whole = {
        **row,
        **(rows or {}),
        "definition": reply.definition,
        "outcome": reply.outcome,
        "message": reply.message,
        "pages": reply.pages,
        "deliberations": reply.deliberations,
        "seconds": reply.seconds,
        "finished_at": round(time.time(), 3),
        "output_sha256": content_key(output) if output else None,
    }
    return pa.RecordBatch.from_pylist([whole], schema=EXTRACTED)


def check_settings(options: Options, settings: str) -> None:
    """Fails the task where this machine has another `extract` than the one that the job began with."""
    here = described(options).settings
    if here != settings:
        raise RuntimeError(
            f"{described(options).path} is not the program that this job began with: its settings are "
            f"{here}, not {settings}; install the same version on all machines"
        )


def extract_batches(
    batches: Iterable[pa.RecordBatch], options: Options, settings: str, keys: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """Reads the documents of `binaryFile` rows (`path`, `content`), whose keys are known by path."""
    check_settings(options, settings)
    for batch in batches:
        for path, content in zip(batch["path"], batch["content"]):
            name = path.as_py()
            yield extract_document(options, name, content.as_py(), keys[name])
