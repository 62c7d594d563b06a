"""What is to be done: each content once, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

from .options import MOST_BYTES
from .worker import content_key

# Seconds of a core as Tests/Benchmarks/FIGURES.md and README.md "Sizing" have them.
_SECONDS_PER_DOCUMENT = 0.015
_SECONDS_PER_PAGE = 0.005
_SECONDS_PER_SCANNED_PAGE = 2.3
_SECONDS_PER_MEGABYTE_OF_TEXT = 0.15

# A scan has a picture a page, and more bytes on it than text takes.
_LEAST_PICTURES_PER_PAGE = 0.8
_LEAST_BYTES_PER_SCANNED_PAGE = 15_000
_BYTES_PER_UNKNOWN_PAGE = 50_000

_GLOB = re.compile(r"[{}\[\]*?\\]")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})")
_PICTURE = re.compile(rb"/Subtype\s*/Image(?![A-Za-z])")

_FOUND = "path string, sha256 string, seconds double"
LOCATIONS = f"length bigint, modificationTime timestamp, {_FOUND}"
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
    pictures = sum(1 for _ in _PICTURE.finditer(content))
    is_scan = (
        pictures >= _LEAST_PICTURES_PER_PAGE * pages and size >= _LEAST_BYTES_PER_SCANNED_PAGE * pages
    )
    page = _SECONDS_PER_SCANNED_PAGE if is_scan else _SECONDS_PER_PAGE
    return _SECONDS_PER_DOCUMENT + pages * page


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
    # A name with brackets or braces is a name here, and no pattern. Spark's own switch for that,
    # `__globPaths__`, reads all paths again for each such name (Spark 4.0).
    return spark.read.format("binaryFile").load([_GLOB.sub(r"\\\g<0>", path) for path in paths])


def _exists(spark: SparkSession, uri: str) -> bool:
    assert spark._jvm is not None
    path = spark._jvm.org.apache.hadoop.fs.Path(uri)
    return bool(path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path))


def locations(found: DataFrame) -> DataFrame:
    """Every path with its content's key and estimate; both absent where it could not be read."""
    # The filter goes down to the files: those that are too long are not opened.
    readable = found.where(F.col("length") <= MOST_BYTES).select("path", "content")
    weighed = readable.mapInArrow(_weigh, _FOUND)
    return found.select("path", "length", "modificationTime").join(weighed, "path", "left")


def _weigh(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        contents = (content.as_py() for content in batch["content"])
        weighed = [(content_key(content), estimated_seconds(content)) for content in contents]
        keys, seconds = zip(*weighed) if weighed else ((), ())
        yield pa.RecordBatch.from_arrays(
            [batch["path"], pa.array(keys, pa.string()), pa.array(seconds, pa.float64())],
            names=["path", "sha256", "seconds"],
        )


def contents(places: DataFrame) -> DataFrame:
    """Each content once, under the first of its paths: `sha256`, `path`, `seconds`."""
    by_folder = F.split("path", "/")
    known = places.where(F.col("sha256").isNotNull()).groupBy("sha256")
    return known.agg(F.min_by("path", by_folder).alias("path"), F.first("seconds").alias("seconds"))


@dataclass
class Wave:
    """Documents that are read together and become visible together."""

    documents: list[Row] = field(default_factory=list)
    seconds: float = 0.0

    def keys(self) -> dict[str, str]:
        """The SHA-256 by path."""
        return {row.path: row.sha256 for row in self.documents}

    def parted(self, most_seconds: float) -> tuple[list[str], list[str]]:
        """The paths that get a task of their own, and the others."""
        long = [row.path for row in self.documents if row.seconds > most_seconds]
        return long, [row.path for row in self.documents[len(long) :]]


def waves(rows: Iterable[Row], cores: int, seconds: float, most_documents: int) -> Iterator[Wave]:
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
