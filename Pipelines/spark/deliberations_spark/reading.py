"""Typed DataFrames by the name of their table."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession

from .job import ship
from .options import Options
from .source import DeliberationsSource
from .store import Store
from .tables import TABLES


def read_deliberations(
    spark: SparkSession, path: str, options: Options | None = None, settings: str | None = None
) -> dict[str, DataFrame]:
    """The tables of what a job has written to `path`, or else of the documents that lie there.

    Of a job's output only waves that are whole are seen, those of the latest settings unless others
    are named. Documents are read whenever a table is asked for: for more than a look, run the job.
    """
    names = ["outcomes", *TABLES]
    store = Store(spark, path)
    known = store.settings()
    if known:
        return {name: store.table(settings or known[-1], name) for name in names}
    ship(spark)
    spark.dataSource.register(DeliberationsSource)
    reader = spark.read.format("deliberations").options(**_texts(options or Options()))
    return {name: reader.option("table", name).load(store.uri) for name in names}


def _texts(options: Options) -> dict[str, str]:
    names = ("binary", "seconds", "patience", "memory")
    return {name: str(getattr(options, name)) for name in names}
