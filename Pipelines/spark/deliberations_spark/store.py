"""The folder of the output: waves that appear whole, by one rename.

    OUTPUT/locations/run=000001/                       where each content lies
    OUTPUT/settings=<fingerprint>/wave=000001/table=grants/authority_key=…/year=2024/*.parquet
    OUTPUT/settings=<fingerprint>/wave=000001/table=outcomes/*.parquet
    OUTPUT/_staging/                                   what is not whole yet; no reader looks there

The key of a row is its content (`sha256`) with the folder of its settings: the fingerprint of the
version, the definitions and the options.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from .extraction import OUTCOMES, PLACE, arrow_schema
from .files import END, FILES, parquet, parquet_files
from .plan import literal
from .tables import PARTITION, TABLES

_MARK = "_SUCCESS"

# Of a task that makes the files of a wave; so many that all cores have some, where there is enough.
_FEWEST_BYTES = 4_000_000
_MOST_BYTES = 64_000_000

# What goes to Java at once.
_PIECE = 1_000_000


class Store:
    """An output folder on any file system of Hadoop."""

    def __init__(self, spark: SparkSession, uri: str) -> None:
        self._spark = spark
        assert spark._jvm is not None
        self._hadoop = spark._jvm.org.apache.hadoop.fs
        configuration = spark._jsc.hadoopConfiguration()
        path = self._hadoop.Path(uri)
        self._files = path.getFileSystem(configuration)
        here = self._files.getWorkingDirectory()
        self.uri = path.makeQualified(self._files.getUri(), here).toString()

    def staging(self, name: str) -> str:
        """A place for what is not whole yet."""
        return f"{self.uri}/_staging/{name}"

    def settings(self) -> list[str]:
        """The fingerprints of which there is output, the latest last."""
        found = [
            (status.getModificationTime(), status.getPath().getName().removeprefix("settings="))
            for status in self._list(self.uri)
            if status.getPath().getName().startswith("settings=")
        ]
        return [name for _, name in sorted(found)]

    def waves(self, settings: str) -> list[str]:
        """The waves that are whole, in order."""
        folder = f"{self.uri}/settings={settings}"
        places = sorted(f"{folder}/{it.getPath().getName()}" for it in self._list(folder))
        return [place for place in places if self._exists(f"{place}/{_MARK}")]

    def table(self, settings: str, name: str) -> DataFrame:
        """A table of all waves that are whole, or `outcomes`."""
        places = [f"{wave}/table={name}" for wave in self.waves(settings)]
        places = [place for place in places if self._exists(place)]
        schema = table_schema(name)
        if not places:
            return self._spark.createDataFrame([], schema)
        reader = self._spark.read.schema(schema).option("basePath", f"{self.uri}/settings={settings}")
        return reader.parquet(*places).select(schema.names)

    def outcomes(self, settings: str) -> pa.Table:
        """The outcomes of all waves that are whole: `sha256`, `outcome`, `finished_at`."""
        names = ["sha256", "outcome", "finished_at"]
        if not self.waves(settings):
            return OUTCOMES.empty_table().select(names)
        return self.table(settings, "outcomes").select(names).toArrow()

    def publish_wave(self, settings: str, extracted: DataFrame, size: int) -> None:
        """Parts rows of EXTRACTED, some bytes of Parquet, into files that become visible together."""
        staged = self.staging("wave")
        self.remove(staged)
        cores = self._spark.sparkContext.defaultParallelism
        tasks = max(min(2 * cores, ceil(size / _FEWEST_BYTES)), ceil(size / _MOST_BYTES))
        rows = extracted.repartition(tasks, *PLACE.names).sortWithinPartitions(*PLACE.names)
        files = rows.mapInArrow(parquet_files, from_arrow_schema(FILES))
        writer = files.write.partitionBy(*PLACE.names).option("maxRecordsPerFile", 1)
        writer.option("lineSep", END).option("compression", "none").text(staged)
        self._name_as_parquet(staged)
        self._publish(staged, f"{self.uri}/settings={settings}", "wave")

    def _name_as_parquet(self, staged: str) -> None:
        """Names the files as what they are; outcomes lie in no folder of an authority and a year."""
        outcomes = f"{staged}/table=outcomes"
        pattern = f"{literal(staged)}/table=*/*/*/*.txt"
        files = [it.getPath().toString() for it in self._files.globStatus(self._hadoop.Path(pattern))]
        for file in files:
            folder, name = file.rsplit("/", 1)
            folder = outcomes if folder.startswith(outcomes) else folder
            named = f"{folder}/{name.removesuffix('.txt')}.parquet"
            self._files.rename(self._hadoop.Path(file), self._hadoop.Path(named))
        for status in self._list(outcomes):
            if status.isDirectory():
                self.remove(status.getPath().toString())

    def publish_run(self, places: pa.Table) -> None:
        """Makes a list of locations visible."""
        staged = self.staging("run")
        self.remove(staged)
        file = self._files.create(self._hadoop.Path(f"{staged}/part-00000.parquet"), True)
        content = parquet(places)
        for start in range(0, len(content), _PIECE):
            file.write(bytearray(content[start : start + _PIECE]))
        file.close()
        self._publish(staged, f"{self.uri}/locations", "run")

    def sweep(self, settings: str) -> None:
        """Removes waves whose publication was cut short: what they hold is still staged."""
        whole = self.waves(settings)
        for status in self._list(f"{self.uri}/settings={settings}"):
            place = f"{self.uri}/settings={settings}/{status.getPath().getName()}"
            if place not in whole:
                self.remove(place)

    def remove(self, place: str) -> None:
        """Removes a folder, if it is there."""
        self._files.delete(self._hadoop.Path(place), True)

    def size(self, place: str) -> int:
        """The bytes of the Parquet files in a folder."""
        found = (it for it in self._list(place) if it.getPath().getName().endswith(".parquet"))
        return sum(it.getLen() for it in found)

    def _publish(self, staged: str, folder: str, kind: str) -> None:
        """Renames a folder to the next number, and marks it, for where a rename is many copies."""
        numbers = [_number(status) for status in self._list(folder)]
        place = f"{folder}/{kind}={max(numbers, default=0) + 1:06d}"
        self._files.mkdirs(self._hadoop.Path(folder))
        if not self._files.rename(self._hadoop.Path(staged), self._hadoop.Path(place)):
            raise OSError(f"{place} cannot be made; is another job writing to {self.uri}?")
        self._files.create(self._hadoop.Path(f"{place}/{_MARK}"), True).close()

    def _list(self, place: str) -> list[Any]:
        path = self._hadoop.Path(place)
        return list(self._files.listStatus(path)) if self._files.exists(path) else []

    def _exists(self, place: str) -> bool:
        return bool(self._files.exists(self._hadoop.Path(place)))


def _number(status: Any) -> int:
    found = re.fullmatch(r"[a-z]+=(\d+)", status.getPath().getName())
    return int(found[1]) if found else 0


def table_schema(name: str) -> StructType:
    """The columns of a table with those that its files are parted by, or of `outcomes`."""
    parts = PARTITION if name in TABLES else []
    return from_arrow_schema(pa.schema([*arrow_schema(name), *parts]))


@contextmanager
def configured(spark: SparkSession, values: dict[str, str | int]) -> Iterator[None]:
    """Has a session other settings for some time."""
    before = {key: spark.conf.get(key, None) for key in values}
    for key, value in values.items():
        spark.conf.set(key, value)
    try:
        yield
    finally:
        for key, old in before.items():
            spark.conf.unset(key) if old is None else spark.conf.set(key, old)
