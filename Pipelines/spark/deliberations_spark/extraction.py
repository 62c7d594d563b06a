"""From the bytes of documents to rows of all tables, packed by table, authority and year."""

from __future__ import annotations

import gc
import posixpath
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pyarrow as pa

from .options import Options
from .program import described
from .tables import PARTITION, TABLES, Json, Part, columns_of, rows_of, schema_of
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

# A part of a wave: a folder of files.
PLACE = pa.schema([("table", pa.string()), *PARTITION])

# Some rows of a part, as the bytes of a batch of Arrow: Java passes them on without a look at them.
EXTRACTED = pa.schema([*PLACE, ("rows", pa.binary())])

# What a row that does not fit its table may throw; the document is then no output, and says so.
_UNFIT = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, pa.ArrowException)

# Columns cost as much as a short document, so documents share them.
_MOST_BYTES = 4_000_000

_OUTCOME = Part("outcomes", None, None)


class Document(NamedTuple):
    """A file, whose content is to have the SHA-256 `key`."""

    path: str
    content: bytes
    key: str


class _Read(NamedTuple):
    """What became of a document, and its rows."""

    outcome: Json
    rows: list[tuple[Part, Json]]


def arrow_schema(table: str) -> pa.Schema:
    """The columns of a table, or of `outcomes`, in its files."""
    return OUTCOMES if table == _OUTCOME.table else schema_of(table)


def layout() -> str:
    """What names the columns of all tables, as rows are packed."""
    schemas = [str(arrow_schema(table)) for table in (*TABLES, _OUTCOME.table)]
    return content_key("".join(schemas).encode())[:8]


def extract_documents(options: Options, documents: Iterable[Document]) -> Iterator[pa.RecordBatch]:
    """Reads documents, and gives their rows, an outcome for each among them."""
    read: list[_Read] = []
    size = 0
    # Rows are many objects without a cycle: to look for one takes half of the time.
    gc.disable()
    try:
        for document in documents:
            reply = _reply(options, document)
            read.append(_with_rows(_outcome(options, document, reply), reply.output))
            size += len(reply.output or b"")
            if size >= _MOST_BYTES:
                yield from _packed(read)
                read, size = [], 0
        if read:
            yield from _packed(read)
    finally:
        gc.enable()


def _reply(options: Options, document: Document) -> Reply:
    if content_key(document.content) != document.key:
        return Reply("changed", "the file changed while it was read; run the job again")
    return shared_worker(options).read(posixpath.basename(document.path), document.content)


def _outcome(options: Options, document: Document, reply: Reply) -> Json:
    program = described(options)
    return {
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


def _with_rows(outcome: Json, output: bytes | None) -> _Read:
    try:
        return _Read(outcome, [*rows_of(output)] if output else [])
    except _UNFIT as error:
        return _unfit(outcome, error)


def _unfit(outcome: Json, error: Exception) -> _Read:
    message = f"the output fits no table: {error}"
    return _Read({**outcome, "outcome": "internal", "message": message, "output_sha256": None}, [])


def _packed(read: list[_Read]) -> Iterator[pa.RecordBatch]:
    """The rows as columns; one that does not fit costs its own document."""
    parts: defaultdict[Part, list[Json]] = defaultdict(list)
    for _, rows in read:
        for part, row in rows:
            parts[part].append(row)
    try:
        columns = [columns_of(part.table, rows) for part, rows in parts.items()]
        columns.append(pa.RecordBatch.from_pylist([it.outcome for it in read], OUTCOMES))
        values = zip(*parts, _OUTCOME)
        places = [pa.array(own, field.type) for own, field in zip(values, PLACE)]
        packed = pa.array([it.serialize().to_pybytes() for it in columns], pa.binary())
        yield pa.RecordBatch.from_arrays([*places, packed], schema=EXTRACTED)
    except _UNFIT as error:
        if not parts:
            raise
        for one in read:
            yield from _packed([one] if len(read) > 1 else [_unfit(one.outcome, error)])


def unpacked(batch: pa.RecordBatch) -> Iterator[tuple[Part, pa.RecordBatch]]:
    """The rows of a batch of EXTRACTED, each with the part that they belong to."""
    for place, packed in zip(batch.select(PLACE.names).to_pylist(), batch["rows"]):
        part = Part(**place)
        yield part, pa.ipc.read_record_batch(packed.as_buffer(), arrow_schema(part.table))


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
