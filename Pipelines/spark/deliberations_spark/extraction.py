"""From the bytes of documents to a row each: what became of it, and its rows of every table."""

from __future__ import annotations

import gc
import posixpath
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

import pyarrow as pa

from .options import Options
from .program import described
from .tables import TABLES, columns_of, rows_of
from .worker import Reply, content_key, shared_worker, shorten_next_task

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

# Columns of OUTCOMES, and for each table a stream of Arrow with the rows of some documents, which
# stands beside the first of them: Java passes it on without a look at the rows.
EXTRACTED = pa.schema([*OUTCOMES, *((table, pa.binary()) for table in TABLES)])

# What a row that does not fit its table may throw; the document is then no output, and says so.
_UNFIT = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, pa.ArrowException)

# A batch of columns costs as much as a short document, so documents share one.
_MOST_ROWS = 100
_MOST_BYTES = 4_000_000


class Document(NamedTuple):
    """A file, whose content is to have the SHA-256 `key`."""

    path: str
    content: bytes
    key: str


def extract_documents(options: Options, documents: Iterable[Document]) -> Iterator[pa.RecordBatch]:
    """Reads documents, and gives a row for each."""
    rows: list[dict[str, Any]] = []
    size = 0
    # Rows are many objects without a cycle: to look for one takes half of the time.
    gc.disable()
    try:
        for document in documents:
            reply = _read(options, document)
            rows.append(_row(options, document, reply))
            size += len(reply.output or b"")
            if len(rows) == _MOST_ROWS or size >= _MOST_BYTES:
                yield from _batches(rows)
                rows, size = [], 0
        if rows:
            yield from _batches(rows)
    finally:
        gc.enable()


def _read(options: Options, document: Document) -> Reply:
    if content_key(document.content) != document.key:
        return Reply("changed", "the file changed while it was read; run the job again")
    return shared_worker(options).read(posixpath.basename(document.path), document.content)


def _row(options: Options, document: Document, reply: Reply) -> dict[str, Any]:
    program = described(options)
    row: dict[str, Any] = {
        "sha256": document.key,
        "settings": program.settings,
        "program_version": program.version,
        "definition": reply.definition,
        "outcome": reply.outcome,
        "message": reply.message,
        "pages": reply.pages,
        "deliberations": reply.deliberations,
        "seconds": reply.seconds,
        "finished_at": round(time.time(), 3),
        "output_sha256": content_key(reply.output) if reply.output else None,
        "path": document.path,
        "byte_count": len(document.content),
    }
    try:
        return row | (rows_of(reply.output) if reply.output else {})
    except _UNFIT as error:
        return _unfit(row, error)


def _unfit(row: dict[str, Any], error: Exception) -> dict[str, Any]:
    message = f"the output fits no table: {error}"
    outcome = {name: row[name] for name in OUTCOMES.names}
    return outcome | {"outcome": "internal", "message": message, "output_sha256": None}


def _batches(rows: list[dict[str, Any]]) -> Iterator[pa.RecordBatch]:
    """The rows as columns; one that does not fit costs its own document."""
    try:
        outcomes = [pa.array([row[field.name] for row in rows], field.type) for field in OUTCOMES]
        tables = [_packed(table, [row.get(table, []) for row in rows]) for table in TABLES]
        yield pa.RecordBatch.from_arrays([*outcomes, *tables], schema=EXTRACTED)
    except _UNFIT as error:
        if len(rows) > 1:
            for row in rows:
                yield from _batches([row])
        else:
            yield from _batches([_unfit(rows[0], error)])


def _packed(table: str, rows: list[list[dict[str, Any]]]) -> pa.Array:
    """The rows of a table, beside the first document."""
    batch = pa.RecordBatch.from_struct_array(columns_of(table, [*chain.from_iterable(rows)]))
    packed = pa.BufferOutputStream()
    with pa.ipc.new_stream(packed, batch.schema) as stream:
        stream.write_batch(batch)
    first = packed.getvalue().to_pybytes() if batch.num_rows else None
    return pa.array([first] + [None] * (len(rows) - 1), pa.binary())


def unpacked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of a table, of batches whose one column is this table's of EXTRACTED."""
    for batch in batches:
        for packed in batch.column(0).drop_null():
            yield from pa.ipc.open_stream(packed.as_buffer())


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
    shorten_next_task()
    check_settings(options, settings)
    yield from extract_documents(options, _documents(batches, keys))


def _documents(batches: Iterable[pa.RecordBatch], keys: Mapping[str, str]) -> Iterator[Document]:
    for batch in batches:
        for path, content in zip(batch["path"], batch["content"]):
            name = path.as_py()
            yield Document(name, content.as_py(), keys[name])
