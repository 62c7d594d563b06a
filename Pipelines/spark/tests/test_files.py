"""Files of Parquet out of packed rows."""

from __future__ import annotations

import unittest
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq

from deliberations_spark import files
from deliberations_spark.extraction import EXTRACTED
from deliberations_spark.tables import columns_of

Place = tuple[str, str | None, int | None]


def packed(*rows: tuple[Place, str]) -> pa.RecordBatch:
    """Rows of findings, each with its place and its message."""
    found = [
        {**dict(zip(EXTRACTED.names, place)), "rows": columns_of("findings", [{"message": message}])}
        for place, message in rows
    ]
    for row in found:
        row["rows"] = row["rows"].serialize().to_pybytes()
    return pa.RecordBatch.from_pylist(found, EXTRACTED)


class FileTests(unittest.TestCase):
    """What becomes a file."""

    HERE: Place = ("findings", "ville-de-x", 2024)
    THERE: Place = ("findings", None, None)

    def made(self, *batches: pa.RecordBatch) -> list[tuple[Place, list[str]]]:
        """The place of each file, and the messages in it."""
        found = []
        for row in files.parquet_files(batches):
            *place, content = row.columns
            [_, _, data] = content.buffers()
            table = pq.read_table(pa.BufferReader(data.to_pybytes() + files.END.encode()))
            found.append((tuple(it[0].as_py() for it in place), table["message"].to_pylist()))
        return found

    def test_rows_of_a_part_share_a_file_whatever_batch_they_came_in(self) -> None:
        made = self.made(
            packed((self.HERE, "é"), (self.HERE, "b")), packed((self.HERE, "c"), (self.THERE, "d"))
        )
        self.assertEqual(made, [(self.HERE, ["é", "b", "c"]), (self.THERE, ["d"])])

    def test_a_part_of_many_rows_has_several_files(self) -> None:
        with mock.patch.object(files, "_MOST_BYTES", 1):
            made = self.made(packed((self.HERE, "a"), (self.HERE, "b")))
        self.assertEqual(made, [(self.HERE, ["a"]), (self.HERE, ["b"])])

    def test_no_rows_give_no_file(self) -> None:
        self.assertEqual(self.made(), [])


if __name__ == "__main__":
    unittest.main()
