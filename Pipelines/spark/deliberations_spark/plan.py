"""What is to be done: each content once, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .options import MOST_BYTES
from .worker import content_key, shorten_next_task

# Seconds of a core as Tests/Benchmarks/FIGURES.md and README.md "Sizing" have them.
_SECONDS_PER_DOCUMENT = 0.01
_SECONDS_PER_PAGE = 0.004
_SECONDS_PER_SCANNED_PAGE = 2.3
_SECONDS_PER_MEGABYTE_OF_TEXT = 0.15

_BYTES_PER_UNKNOWN_PAGE = 50_000

_GLOB = re.compile(r"[{}\[\]*?\\]")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})")
# A scanned page is a picture of a thousand dots and more both ways: 200 dpi are 1,654 by 2,339.
_WIDE = re.compile(rb"/Width\s+\d{4}")
_HIGH = re.compile(rb"/Height\s+\d{4}")

_FACTS = ["path", "length", "modificationTime"]
_LOCATIONS = "path string, length bigint, modificationTime timestamp, sha256 string, seconds double"
_SUFFIXES = "*.{[pP][dD][fF],[tT][xX][tT]}"


def estimated_seconds(content: bytes) -> float:
    """How long a document takes on one core, by its pages and bytes, without reading it.

    Pages are counted by their marks, or taken from the page tree where those are packed away.
    """
    size = len(content)
    if b"%PDF-" not in content[:1024]:
        return _SECONDS_PER_DOCUMENT + size / 1e6 * _SECONDS_PER_MEGABYTE_OF_TEXT
    pages = sum(1 for _ in _PAGE.finditer(content))
    if not pages:
        counts = [int(found[1]) for found in _COUNT.finditer(content)]
        pages = min(max(counts, default=size // _BYTES_PER_UNKNOWN_PAGE), size // 100) or 1
    scanned = min(pages, len(_WIDE.findall(content)), len(_HIGH.findall(content)))
    return (
        _SECONDS_PER_DOCUMENT
        + scanned * _SECONDS_PER_SCANNED_PAGE
        + (pages - scanned) * _SECONDS_PER_PAGE
    )


def files(spark: SparkSession, inputs: list[str], modified_after: str | None) -> DataFrame:
    """The PDF and text files below some URIs: `path`, `modificationTime`, `length`, `content`."""
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", True)
    reader = reader.option("pathGlobFilter", _SUFFIXES)
    if modified_after:
        reader = reader.option("modifiedAfter", modified_after)
    return reader.load(inputs)


def named_files(spark: SparkSession, paths: list[str]) -> DataFrame | None:
    """The files of exactly these paths; those that went away are left out, None where all did."""
    try:
        return _load(spark, paths)
    except AnalysisException as error:
        if error.getCondition() != "PATH_NOT_FOUND":
            raise
    left = [path for path in paths if _exists(spark, path)]
    return _load(spark, left) if left else None


def _load(spark: SparkSession, paths: list[str]) -> DataFrame:
    # Spark's own switch for literal names, `__globPaths__`, reads all paths again for each such name
    # (Spark 4.0).
    return spark.read.format("binaryFile").load([literal(path) for path in paths])


def literal(path: str) -> str:
    """A path as a pattern of itself: brackets and braces in it are a name's."""
    return _GLOB.sub(r"\\\g<0>", path)


def _exists(spark: SparkSession, uri: str) -> bool:
    assert spark._jvm is not None
    path = spark._jvm.org.apache.hadoop.fs.Path(uri)
    return bool(path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path))


def locations(found: DataFrame) -> pa.Table:
    """Every path that is there; those that cannot be read have neither key nor estimate."""
    # The filter goes down to the files: those that are too long are not opened.
    readable = found.where(F.col("length") <= MOST_BYTES)
    known = readable.select(*_FACTS, "content").mapInArrow(_weigh, _LOCATIONS).toArrow()
    if known.num_rows == len(found._jdf.inputFiles()):
        return known
    paths = found.select(*_FACTS).toArrow()
    unknown = paths.filter(pc.invert(pc.is_in(paths["path"], known["path"])))
    return pa.concat_tables([known, unknown], promote_options="default")


def _weigh(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    shorten_next_task()
    for batch in batches:
        contents = [content.as_py() for content in batch["content"]]
        keys = pa.array(map(content_key, contents), pa.string())
        seconds = pa.array(map(estimated_seconds, contents), pa.float64())
        yield batch.select(_FACTS).append_column("sha256", keys).append_column("seconds", seconds)


class Content(NamedTuple):
    """What is to be read: a content under the first of its paths."""

    path: str
    sha256: str
    seconds: float


def left(places: pa.Table, known: pa.Array) -> Iterator[Content]:
    """Each content whose key is not known, once, the longest first."""
    folders = pc.replace_substring(places["path"], "/", "\0")  # no name has a letter before it
    found = places.append_column("folders", folders).filter(pc.is_valid(places["sha256"]))
    found = found.filter(pc.invert(pc.is_in(found["sha256"], known)))
    found = found.sort_by([("sha256", "ascending"), ("folders", "ascending")])
    found = found.group_by("sha256", use_threads=False).aggregate(
        [("path", "first"), ("seconds", "first")]
    )
    found = found.sort_by([("seconds_first", "descending"), ("path_first", "ascending")])
    for batch in found.select(["path_first", "sha256", "seconds_first"]).to_batches(10_000):
        yield from map(Content, *(column.to_pylist() for column in batch.columns))


def outcomes_of_paths(places: pa.Table, outcomes: pa.Table) -> dict[str, int]:
    """How many paths have which outcome, the latest; one that went away before its turn has none."""
    latest = outcomes.sort_by("finished_at").group_by("sha256", use_threads=False)
    latest = latest.aggregate([("outcome", "last")])
    found = places.select(["sha256"]).join(latest, "sha256")
    outcome = pc.if_else(
        pc.is_null(found["sha256"]), "unreadable", pc.fill_null(found["outcome_last"], "missing")
    )
    return {it["values"]: it["counts"] for it in pc.value_counts(outcome).to_pylist()}


@dataclass
class Wave:
    """Documents that are read together and become visible together."""

    documents: list[Content] = field(default_factory=list)
    seconds: float = 0.0

    def keys(self) -> dict[str, str]:
        """The SHA-256 by path."""
        return {row.path: row.sha256 for row in self.documents}

    def parted(self, most_seconds: float) -> tuple[list[str], list[str]]:
        """The paths that get a task of their own, and the others."""
        long = [row.path for row in self.documents if row.seconds > most_seconds]
        return long, [row.path for row in self.documents[len(long) :]]


def waves(rows: Iterable[Content], cores: int, seconds: float, most_documents: int) -> Iterator[Wave]:
    """Cuts documents, the longest first, into waves that keep all cores busy for some seconds.

    A wave whose first document takes longer than that is filled up to the time of this document.
    """
    wave = Wave()
    room = 0.0
    for row in rows:
        if wave.documents and (
            wave.seconds + row.seconds > room or len(wave.documents) >= most_documents
        ):
            yield wave
            wave = Wave()
        if not wave.documents:
            room = cores * max(seconds, row.seconds)
        wave.documents.append(row)
        wave.seconds += row.seconds
    if wave.documents:
        yield wave
