"""The Parquet files of a wave, made by Arrow and written by Hadoop.

Spark has no format for files of bytes, so they leave as text: one row a file, whose separator of lines
is the mark that a Parquet file ends with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

import pyarrow as pa
import pyarrow.parquet as pq

from .extraction import PLACE, unpacked
from .worker import shorten_next_task

END = "PAR1"
FILES = pa.schema([*PLACE, ("content", pa.string())])

# Of rows as Arrow holds them: a file then takes some tens of megabytes.
_MOST_BYTES = 128_000_000


def parquet_files(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The files of rows of EXTRACTED that come in the order of their parts."""
    shorten_next_task()
    rows = chain.from_iterable(map(unpacked, batches))
    for part, own in groupby(rows, itemgetter(0)):
        for some in _shared(rows for _, rows in own):
            content = parquet(pa.Table.from_batches(some))
            columns = [pa.array([value], field.type) for value, field in zip(part, PLACE)]
            yield pa.RecordBatch.from_arrays([*columns, _text(content)], schema=FILES)


def _shared(batches: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    some: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        some.append(batch)
        size += batch.nbytes
        if size >= _MOST_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def parquet(table: pa.Table) -> pa.Buffer:
    """A Parquet file."""
    file = pa.BufferOutputStream()
    pq.write_table(table.combine_chunks(), file, compression="zstd", store_schema=False)
    return file.getvalue()


def _text(content: pa.Buffer) -> pa.Array:
    """The bytes before the mark of the end, as what Java takes for text."""
    text = content.slice(0, len(content) - len(END))
    offsets = pa.array([0, len(text)], pa.int32()).buffers()[1]
    return pa.Array.from_buffers(pa.string(), 1, [None, offsets, text])
