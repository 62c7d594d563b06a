"""The job: documents of any file system in, Parquet out, each content once."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from math import ceil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from .extraction import EXTRACTED, extract_batches, layout, unpacked
from .options import Options
from .plan import Content, Wave, files, left, locations, named_files, outcomes_of_paths, waves
from .program import described
from .store import Store, configured

_CONFIGURATION: dict[str, str | int] = {
    # A batch of many large scans would not fit into Arrow's limits.
    "spark.sql.execution.arrow.maxBytesPerBatch": "4m",
    # A file that went away or may not be read costs itself.
    "spark.sql.files.ignoreMissingFiles": "true",
    "spark.sql.files.ignoreCorruptFiles": "true",
    # Stages follow one another as planned; to plan again takes longer than it saves.
    "spark.sql.adaptive.enabled": "false",
}

# The more, the sooner all cores end; each costs a tenth of a second.
_LEAST_TASKS_PER_CORE = 8
_LEAST_LISTS_PER_CORE = 2
_LEAST_PARTS = "spark.sql.files.minPartitionNum"
_LISTS = "spark.sql.sources.parallelPartitionDiscovery.parallelism"
_FILE_COST = "spark.sql.files.openCostInBytes"

# Each file is a partition of its own, the largest first; they are joined by number, not by bytes.
_ONE_FILE_A_PARTITION: dict[str, str | int] = {"spark.sql.files.maxPartitionBytes": 1}


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
    ship(spark)
    store = Store(spark, output)
    summary = Summary()
    with configured(spark, _CONFIGURATION | {_LISTS: 2 * spark.sparkContext.defaultParallelism}):
        with ThreadPoolExecutor(1) as beside:
            asked = beside.submit(_settings, spark, options)
            _describe(spark, "where each content lies")
            places = _places(spark, files(spark, inputs, modified_after))
            settings = asked.result()
        store.publish_run(places)
        _describe(spark, "what an interrupted run has left")
        _recover(spark, store, settings)
        todo = left(places, _known(store, settings, retry_failed))
        _read_all(spark, store, options, settings, todo, limits, summary)
        _describe(spark, "the summary")
        summary.outcomes = Counter(outcomes_of_paths(places, store.outcomes(settings)))
        _describe(spark, "")
    summary.seconds = time.monotonic() - start
    return summary


def _describe(spark: SparkSession, what: str) -> None:
    """Names what follows in Spark's UI."""
    spark.sparkContext.setJobDescription(what)


def ship(spark: SparkSession) -> None:
    """Gives this package to the executors."""
    context = spark.sparkContext
    folder = Path(__file__).parent
    shipped = any(name.endswith(f"/{folder.name}.zip") for name in context.listFiles)
    # What came with --py-files is no folder, and is on the executors already.
    if folder.is_dir() and not shipped:
        # Executors that join later fetch it too, so it stays as long as the context.
        scratch = tempfile.mkdtemp(dir=context._temp_dir)
        name = shutil.make_archive(f"{scratch}/{folder.name}", "zip", folder.parent, folder.name)
        context.addPyFile(name)


def _extracted(spark: SparkSession, staged: str) -> DataFrame:
    return spark.read.schema(from_arrow_schema(EXTRACTED)).parquet(staged)


def _places(spark: SparkSession, found: DataFrame) -> pa.Table:
    cores = spark.sparkContext.defaultParallelism
    with configured(spark, {_LEAST_PARTS: _LEAST_LISTS_PER_CORE * cores, _FILE_COST: 100_000}):
        return locations(found)


def _settings(spark: SparkSession, options: Options) -> str:
    """The fingerprint, as an executor's program says it: the driver may have none."""

    def ask(_: Iterable[Any]) -> Iterator[Any]:
        yield pa.RecordBatch.from_pylist([{"settings": described(options).settings}])

    # By mapInArrow, whose Python processes are those that read the documents later.
    return spark.range(1, numPartitions=1).mapInArrow(ask, "settings string").collect()[0].settings


def _known(store: Store, settings: str, retry_failed: bool) -> pa.Array:
    known = store.outcomes(settings)
    return (known.filter(pc.field("outcome") == "done") if retry_failed else known)["sha256"]


def _staged(store: Store, settings: str) -> str:
    # Rows that another version of this package packed have other columns.
    return store.staging(f"extracted-{settings}-{layout()}")


def _recover(spark: SparkSession, store: Store, settings: str) -> None:
    """Publishes what the tasks of a run that was killed had finished."""
    store.sweep(settings)
    staged = _staged(store, settings)
    size = store.size(staged)
    # It may have been killed between the publication and the removal.
    if size and not _is_published(store, settings, rows := _extracted(spark, staged)):
        store.publish_wave(settings, rows, size)
    store.remove(staged)


def _is_published(store: Store, settings: str, staged: DataFrame) -> bool:
    """Whether the first staged outcome is: all or none of them are."""
    [first] = staged.where(F.col("table") == "outcomes").limit(1).toArrow().to_batches()
    [(_, outcomes)] = unpacked(first)
    key, time = outcomes["sha256"][0], outcomes["finished_at"][0]
    known = store.outcomes(settings)
    return bool(pc.any(pc.and_(pc.equal(known["sha256"], key), pc.equal(known["finished_at"], time))))


def _read_all(
    spark: SparkSession,
    store: Store,
    options: Options,
    settings: str,
    todo: Iterable[Content],
    limits: Limits,
    summary: Summary,
) -> None:
    cores = spark.sparkContext.defaultParallelism
    for wave in waves(todo, cores, limits.wave_seconds, limits.wave_documents):
        summary.waves += 1
        summary.extracted += len(wave.documents)
        name = f"wave {summary.waves}: {len(wave.documents)} documents"
        _describe(spark, name)
        staged = _staged(store, settings)
        _read(spark, staged, options, settings, wave, limits, cores)
        _describe(spark, f"{name}, files")
        if size := store.size(staged):
            store.publish_wave(settings, _extracted(spark, staged), size)
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
        tasks = max(ceil(wave.seconds / limits.task_seconds), _LEAST_TASKS_PER_CORE * cores)
        parts.append(rest.coalesce(min(tasks, len(short))))
    found = [part for part in parts if part]
    if not found:
        return
    keys = spark.sparkContext.broadcast(wave.keys())

    def extract(batches: Iterable[Any]) -> Iterator[Any]:
        return extract_batches(batches, options, settings, keys.value)

    rows = reduce(DataFrame.unionAll, found).select("path", "content")
    rows = rows.mapInArrow(extract, from_arrow_schema(EXTRACTED))
    # Version 2 keeps what each task has finished when the job is killed before its end.
    committer = ("mapreduce.fileoutputcommitter.algorithm.version", "2")
    with configured(spark, _ONE_FILE_A_PARTITION):
        rows.write.mode("append").option(*committer).parquet(staged)
    keys.destroy()
