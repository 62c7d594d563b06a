"""Without a cluster: the library, the data source, and what other readers find."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

import duckdb
import pandas
from pyspark.sql import SparkSession

from deliberations_spark import Limits, Options, Summary, read_deliberations, run
from deliberations_spark.tables import TABLES

from . import material
from .cluster import environment

OPTIONS = Options(material.BINARY, seconds=8)

# Tables, and columns of them, that the catalogue has under another name or not at all.
CATALOGUE = {"acts": "deliberations", "findings": "diagnostics"}
OWN_TABLES = {"sessions", "people"}
OWN_COLUMNS = {
    "sha256",
    "deliberation_ordinal",
    "decision_ordinal",
    "json",
    "kind",
    "schema_version",
    "authority",
    "authority_type",
    "siren",
    "siret",
}


class LocalTests(unittest.TestCase):
    """One session for all."""

    @classmethod
    def setUpClass(cls) -> None:
        os.environ.update(environment())
        scratch = tempfile.TemporaryDirectory(prefix="deliberations-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.documents = cls.folder / "documents"
        material.make_odd(cls.documents)
        for path in material.samples():
            shutil.copy(path, cls.documents / f"{path.parent.name}.pdf")
        cls.catalogue = cls.folder / "acts.sqlite"
        cls.reference = cls.folder / "reference"
        material.batch([cls.documents], cls.reference, "--database", str(cls.catalogue))
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder.config("spark.ui.showConsoleProgress", "false")
        cls.spark = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.addClassCleanup(cls.spark.stop)
        cls.output = cls.folder / "output"
        cls.summary = cls.run_job()
        outcomes = material.rows(cls.output, "outcomes", ["sha256", "outcome"])
        cls.first_outcomes = dict(outcomes)
        assert len(outcomes) == len(cls.first_outcomes)

    @classmethod
    def run_job(cls, **choices: bool) -> Summary:
        limits = Limits(task_seconds=0.1, wave_documents=12)
        return run(cls.spark, [str(cls.documents)], str(cls.output), OPTIONS, limits, **choices)

    def asked(self, table: str, columns: str, **names: str) -> list[tuple[object, ...]]:
        """What DuckDB finds in a table of all waves."""
        files = f"{self.output}/settings=*/wave=*/table={table}/**/*.parquet"
        query = f"SELECT {columns} FROM read_parquet('{files}', hive_partitioning = true)"
        return duckdb.sql(query).fetchall()

    def test_json_and_outcomes_are_those_of_the_batch(self) -> None:
        documents = material.rows(self.output, "documents", ["sha256", "json"])
        theirs = material.batch_outputs(self.reference)
        self.assertEqual(sorted(documents), sorted(theirs.items()))
        self.assertEqual(self.first_outcomes, material.batch_outcomes(self.reference))

    def test_the_summary_counts_paths_and_what_could_not_be_read(self) -> None:
        self.assertGreater(self.summary.waves, 1)
        paths = [it for it in self.documents.iterdir() if it.suffix != ".odt"]
        self.assertEqual(self.summary.outcomes.total(), len(paths))
        self.assertGreater(self.summary.outcomes["unreadable"], 0)

    def test_settings_are_the_fingerprint_of_the_batch(self) -> None:
        ledger = sqlite3.connect(self.reference / "ledger.sqlite")
        self.addCleanup(ledger.close)
        [(settings,)] = ledger.execute("SELECT DISTINCT settings FROM extraction")
        self.assertEqual([it.name for it in self.output.glob("settings=*")], [f"settings={settings}"])

    def test_tables_have_the_columns_and_values_of_the_catalogue(self) -> None:
        catalogue = sqlite3.connect(self.catalogue)
        self.addCleanup(catalogue.close)
        for table, columns in TABLES.items():
            if table in OWN_TABLES:
                continue
            names = [column.name for column in columns if column.name not in OWN_COLUMNS]
            with self.subTest(table):
                query = f"SELECT {', '.join(names)} FROM {CATALOGUE.get(table, table)}"
                theirs = [repr(_plain(row)) for row in catalogue.execute(query)]
                ours = [repr(_plain(row)) for row in material.rows(self.output, table, names)]
                self.assertEqual(sorted(ours), sorted(theirs))
                self.assertGreater(len(ours), 0)

    def test_people_are_the_mentions_of_the_catalogue(self) -> None:
        catalogue = sqlite3.connect(self.catalogue)
        self.addCleanup(catalogue.close)
        theirs = catalogue.execute("SELECT part, count(*) FROM mentions GROUP BY part ORDER BY part")
        counts = pandas.Series([part for (part,) in self.asked("people", "part")]).value_counts()
        self.assertEqual(sorted(counts.items()), list(theirs))

    def test_sums_of_grants_are_the_totals_that_the_acts_print_to_the_cent(self) -> None:
        keys = ["sha256", "deliberation_ordinal", "theme", "operation"]
        grants = pandas.DataFrame(self.asked("grants", ", ".join([*keys, "amount_cents"])))
        totals = self.asked("totals", ", ".join([*keys, "amount_cents"]))
        self.assertGreater(len(totals), 20)
        for *key, amount in totals:
            rows = grants
            for column, value in enumerate(key):
                rows = rows if value is None else rows[rows[column] == value]
            self.assertEqual(rows[len(keys)].sum(), amount, key)

    def test_the_data_source_gives_the_same_rows_without_a_job(self) -> None:
        tables = read_deliberations(self.spark, str(self.documents), OPTIONS)
        rows = tables["documents"].where("file_name <> 'z-twice.txt'").collect()
        found = {(row.sha256, row.json) for row in rows}
        self.assertEqual(found, set(material.rows(self.output, "documents", ["sha256", "json"])))
        self.assertEqual(
            tables["totals"].count(), len(material.rows(self.output, "totals", ["sha256"]))
        )

    def test_the_library_reads_what_the_job_wrote(self) -> None:
        tables = read_deliberations(self.spark, str(self.output))
        for table in TABLES:
            with self.subTest(table):
                self.assertEqual(
                    tables[table].count(), len(material.rows(self.output, table, ["sha256"]))
                )

    def test_a_wave_without_its_mark_is_not_seen(self) -> None:
        place = sorted(self.output.glob("settings=*/wave=*"))[-1]
        (place / "_SUCCESS").rename(self.folder / "mark")
        self.addCleanup((self.folder / "mark").rename, place / "_SUCCESS")
        seen = read_deliberations(self.spark, str(self.output))["outcomes"].count()
        self.assertLess(seen, len(material.rows(self.output, "outcomes", ["sha256"])))

    def test_a_wave_whose_publication_was_cut_short_is_removed_by_the_next_run(self) -> None:
        place = next(self.output.glob("settings=*")) / "wave=000099"
        (place / "table=acts").mkdir(parents=True)
        self.run_job()
        self.assertFalse(place.exists())

    def test_failed_documents_are_tried_again_only_when_asked_to(self) -> None:
        self.assertEqual(self.run_job().extracted, 0)
        again = self.run_job(retry_failed=True)
        self.assertEqual(again.extracted, 1)  # noise.pdf
        self.assertEqual(again.outcomes, self.summary.outcomes)


def _plain(row: tuple[object, ...]) -> tuple[object, ...]:
    """A row as SQLite holds it, whole numbers without a fraction."""
    return tuple(_plain_value(value) for value in row)


def _plain_value(value: object) -> object:
    if isinstance(value, (bool, float)) and value == int(value):
        return int(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


if __name__ == "__main__":
    unittest.main()
