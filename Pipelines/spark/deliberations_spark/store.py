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
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, DataFrameWriter, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from .extraction import OUTCOMES, unpacked
from .tables import PARTITION, TABLES, table_type

_MARK = "_SUCCESS"
_WRITERS = 4
_LEAST_BYTES_TO_SHUFFLE = 32_000_000


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
        if not places:
            # Of Arrow's: an empty list would start Python on the executors.
            return self._spark.createDataFrame(arrow_schema(name).empty_table())
        schema = table_schema(name)
        reader = self._spark.read.schema(schema).option("basePath", f"{self.uri}/settings={settings}")
        return reader.parquet(*places).select(schema.names)

    def publish_wave(self, settings: str, extracted: DataFrame, size: int) -> None:
        """Parts rows of documents, some bytes of Parquet, into tables that become visible together."""
        staged = self.staging("wave")
        self.remove(staged)
        parted = [extracted.select(it).mapInArrow(unpacked, table_schema(it)) for it in TABLES]
        # One file for each part of a wave, whatever the number of tasks.
        joined = [
            rows.coalesce(1) if size < _LEAST_BYTES_TO_SHUFFLE else rows.repartition(*PARTITION)
            for rows in parted
        ]
        writers = [rows.write.partitionBy(*PARTITION) for rows in joined]
        writers.append(extracted.select(OUTCOMES.names).write)
        places = [f"{staged}/table={name}" for name in (*TABLES, "outcomes")]
        # Each is a small job, and two fill the gaps that one leaves.
        with ThreadPoolExecutor(_WRITERS) as threads:
            list(threads.map(DataFrameWriter.parquet, writers, places))
        self._publish(staged, f"{self.uri}/settings={settings}", "wave")

    def publish_run(self, staged: str) -> str:
        """Makes a list of locations visible, and answers where it is."""
        return self._publish(staged, f"{self.uri}/locations", "run")

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

    def _publish(self, staged: str, folder: str, kind: str) -> str:
        """Renames a folder to the next number, and marks it, for where a rename is many copies."""
        numbers = [_number(status) for status in self._list(folder)]
        place = f"{folder}/{kind}={max(numbers, default=0) + 1:06d}"
        self._files.mkdirs(self._hadoop.Path(folder))
        if not self._files.rename(self._hadoop.Path(staged), self._hadoop.Path(place)):
            raise OSError(f"{place} cannot be made; is another job writing to {self.uri}?")
        self._files.create(self._hadoop.Path(f"{place}/{_MARK}"), True).close()
        return place

    def _list(self, place: str) -> list[Any]:
        path = self._hadoop.Path(place)
        return list(self._files.listStatus(path)) if self._files.exists(path) else []

    def _exists(self, place: str) -> bool:
        return bool(self._files.exists(self._hadoop.Path(place)))


def _number(status: Any) -> int:
    found = re.fullmatch(r"[a-z]+=(\d+)", status.getPath().getName())
    return int(found[1]) if found else 0


def table_schema(name: str) -> StructType:
    """The columns of a table, or of `outcomes`."""
    return from_arrow_schema(arrow_schema(name))


def arrow_schema(name: str) -> pa.Schema:
    """The same as Arrow has them."""
    return OUTCOMES if name == "outcomes" else pa.schema(list(table_type(name)))
