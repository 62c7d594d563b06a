"""The job: documents of any file system in, Parquet out, each content once."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from math import ceil
from pathlib import Path
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from .extraction import EXTRACTED, extract_batches
from .options import Options
from .plan import LOCATIONS, Wave, contents, files, locations, named_files, waves
from .program import described
from .store import Store

_CONFIGURATION = {
    # One document a batch: a batch of large scans would not fit into Arrow's limits.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1",
    # A file that went away or may not be read costs itself.
    "spark.sql.files.ignoreMissingFiles": "true",
    "spark.sql.files.ignoreCorruptFiles": "true",
}

# Each file is a partition of its own; they are joined by number, not by bytes.
_ONE_FILE_A_PARTITION = {"spark.sql.files.maxPartitionBytes": "1"}


@dataclass(frozen=True)
class Limits:
    """How work is cut: a task takes some seconds of a core, a wave some seconds of all cores."""

    task_seconds: float = 20.0
    wave_seconds: float = 600.0
    wave_documents: int = 20_000


@dataclass
class Summary:
    """What became of the paths of a run."""

    outcomes: Counter[str] = field(default_factory=Counter)
    extracted: int = 0
    waves: int = 0
    seconds: float = 0.0

    @property
    def failed(self) -> int:
        """How many have no output."""
        return self.outcomes.total() - self.outcomes["done"]

    def text(self) -> str:
        """The summary for people."""
        kinds = ", ".join(f"{count} {name}" for name, count in self.outcomes.most_common())
        return (
            f"{self.outcomes.total()} documents: {kinds or 'none'}; {self.extracted} read now "
            f"in {self.waves} waves, {self.seconds:.1f} s"
        )


def run(
    spark: SparkSession,
    inputs: list[str],
    output: str,
    options: Options = Options(),
    limits: Limits = Limits(),
    retry_failed: bool = False,
    modified_after: str | None = None,
) -> Summary:
    """Reads what has no output yet; ended at any moment, the next run goes on."""
    start = time.monotonic()
    context = spark.sparkContext
    cores = context.defaultParallelism
    prepare(spark)
    store = Store(spark, output)
    settings = _settings(spark, options)
    summary = Summary()

    context.setJobDescription("what an interrupted run has left")
    _recover(spark, store, settings)
    context.setJobDescription("where each content lies")
    staged = store.staging("run")
    store.remove(staged)
    locations(files(spark, inputs, modified_after)).write.parquet(staged)
    places = spark.read.schema(LOCATIONS).parquet(store.publish_run(staged))

    todo = _left(store, settings, contents(places), retry_failed)
    rows = todo.orderBy(F.desc("seconds"), "path").toLocalIterator()
    for wave in waves(rows, cores, limits.wave_seconds, limits.wave_documents):
        summary.waves += 1
        summary.extracted += len(wave.documents)
        name = f"wave {summary.waves}: {len(wave.documents)} documents"
        context.setJobDescription(name)
        staged = _staged(store, settings)
        _read(spark, staged, options, settings, wave, limits, cores)
        context.setJobDescription(f"{name}, tables")
        if store.has_rows(staged):
            store.publish_wave(settings, spark.read.schema(extracted_schema()).parquet(staged))
        store.remove(staged)
    context.setJobDescription("the summary")
    summary.outcomes = _outcomes(store, settings, places)
    context.setJobDescription("")
    summary.seconds = time.monotonic() - start
    return summary


def prepare(spark: SparkSession) -> None:
    """Sets what all runs of a session need, and gives this package to the executors."""
    for key, value in _CONFIGURATION.items():
        spark.conf.set(key, value)
    parallelism = 2 * spark.sparkContext.defaultParallelism
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", parallelism)
    context = spark.sparkContext
    folder = Path(__file__).parent
    shipped = any(name.endswith(f"/{folder.name}.zip") for name in context.listFiles)
    # What came with --py-files is no folder, and is on the executors already.
    if folder.is_dir() and not shipped:
        # Executors that join later fetch it too, so it stays as long as the context.
        scratch = tempfile.mkdtemp(dir=context._temp_dir)
        name = shutil.make_archive(f"{scratch}/{folder.name}", "zip", folder.parent, folder.name)
        context.addPyFile(name)


def extracted_schema() -> StructType:
    """The columns of one row for each document, with its rows of all tables."""
    return from_arrow_schema(EXTRACTED)


def _settings(spark: SparkSession, options: Options) -> str:
    """The fingerprint, as an executor's program says it: the driver may have none."""
    one = spark.sparkContext.parallelize([0], 1)
    return one.map(lambda _: described(options).settings).first()


def _left(store: Store, settings: str, found: DataFrame, retry_failed: bool) -> DataFrame:
    known = store.table(settings, "outcomes")
    if retry_failed:
        known = known.where(F.col("outcome") == "done")
    return found.join(known.select("sha256"), "sha256", "left_anti")


def _staged(store: Store, settings: str) -> str:
    return store.staging(f"extracted-{settings}")


def _recover(spark: SparkSession, store: Store, settings: str) -> None:
    """Publishes what the tasks of a run that was killed had finished."""
    store.sweep(settings)
    staged = _staged(store, settings)
    if store.has_rows(staged):
        rows = spark.read.schema(extracted_schema()).parquet(staged)
        # It may have been killed between the publication and the removal.
        known = store.table(settings, "outcomes").select("sha256", "finished_at")
        rows = rows.join(known, ["sha256", "finished_at"], "left_anti")
        store.publish_wave(settings, rows)
    store.remove(staged)


def _read(
    spark: SparkSession,
    staged: str,
    options: Options,
    settings: str,
    wave: Wave,
    limits: Limits,
    cores: int,
) -> None:
    """Reads the documents of a wave: the long ones first, each in a task of its own."""
    long, short = wave.parted(limits.task_seconds)
    parts = [named_files(spark, long)] if long else []
    if short and (rest := named_files(spark, short)):
        tasks = max(ceil(wave.seconds / limits.task_seconds), 4 * cores)
        parts.append(rest.coalesce(min(tasks, len(short))))
    found = [part for part in parts if part]
    if not found:
        return
    keys = spark.sparkContext.broadcast(wave.keys())

    def extract(batches: Iterable[Any]) -> Iterator[Any]:
        return extract_batches(batches, options, settings, keys.value)

    rows = reduce(DataFrame.unionAll, found).select("path", "content")
    rows = rows.mapInArrow(extract, extracted_schema())
    # Version 2 keeps what each task has finished when the job is killed before its end.
    committer = ("mapreduce.fileoutputcommitter.algorithm.version", "2")
    with _configured(spark, _ONE_FILE_A_PARTITION):
        rows.write.mode("append").option(*committer).parquet(staged)
    keys.destroy()


@contextmanager
def _configured(spark: SparkSession, values: dict[str, str]) -> Iterator[None]:
    for key, value in values.items():
        spark.conf.set(key, value)
    try:
        yield
    finally:
        for key in values:
            spark.conf.unset(key)


def _outcomes(store: Store, settings: str, places: DataFrame) -> Counter[str]:
    """The latest outcome of each path; one that went away before its turn has none."""
    latest = (
        store.table(settings, "outcomes")
        .groupBy("sha256")
        .agg(F.max_by("outcome", "finished_at").alias("outcome"))
    )
    outcome = F.when(F.col("sha256").isNull(), "unreadable").otherwise(
        F.coalesce("outcome", F.lit("missing"))
    )
    counts = places.join(latest, "sha256", "left").groupBy(outcome.alias("outcome")).count()
    return Counter({row["outcome"]: row["count"] for row in counts.collect()})
