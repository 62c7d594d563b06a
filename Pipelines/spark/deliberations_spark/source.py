"""`spark.read.format("deliberations").load(path)`: documents as a table, without a job before.

The files are opened by pyarrow (local, S3, GCS, ABFS, HDFS with its native library); the job takes
any file system of Hadoop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import pyarrow as pa
from pyarrow.fs import FileSelector, FileSystem, FileType
from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.types import StructType

from .extraction import Document, extract_documents, unpacked
from .options import MOST_BYTES, Options
from .store import table_schema
from .tables import PARTITION, TABLES
from .worker import content_key

_SUFFIXES = (".pdf", ".txt")
_BYTES_PER_PARTITION = 16_000_000
_FILES_PER_PARTITION = 32


class DeliberationsSource(DataSource):
    """One table of the documents below a path.

    Options: `table` (documents; see tables.py, or outcomes), and those of `Options` by name:
    `binary`, `seconds`, `patience`, `memory`.
    """

    @classmethod
    def name(cls) -> str:
        """The name for `format`."""
        return "deliberations"

    def schema(self) -> StructType:
        """The columns of the table."""
        return table_schema(self._table())

    def reader(self, schema: StructType) -> DataSourceReader:
        """What lists and reads the files."""
        options = Options(
            binary=self.options.get("binary", Options.binary),
            seconds=float(self.options.get("seconds", Options.seconds)),
            patience=float(self.options.get("patience", Options.patience)),
            memory=int(self.options.get("memory", Options.memory)),
        )
        return _Reader(self.options["path"], self._table(), options)

    def _table(self) -> str:
        return self.options.get("table", "documents")


@dataclass
class _Files(InputPartition):
    paths: list[str]

    def __post_init__(self) -> None:
        super().__init__(self.paths)


class _Reader(DataSourceReader):
    def __init__(self, uri: str, table: str, options: Options) -> None:
        self._uri = uri
        self._table = table
        self._options = options

    def partitions(self) -> list[InputPartition]:
        """The files, the largest first; one of many bytes comes alone."""
        files, path = self._files()
        found = files.get_file_info(path)
        if found.type == FileType.Directory:
            listed = files.get_file_info(FileSelector(path, recursive=True))
            named = [it for it in listed if it.path.lower().endswith(_SUFFIXES)]
        else:
            named = [found]
        parts: list[InputPartition] = []
        paths: list[str] = []
        room = 0
        for info in sorted(named, key=lambda info: (-(info.size or 0), info.path)):
            if not info.is_file or info.size > MOST_BYTES:
                continue
            if paths and (info.size > room or len(paths) == _FILES_PER_PARTITION):
                parts.append(_Files(paths))
                paths = []
            if not paths:
                room = _BYTES_PER_PARTITION
            room -= info.size
            paths.append(info.path)
        return [*parts, _Files(paths)] if paths else parts

    def read(self, partition: InputPartition) -> Iterator[pa.RecordBatch]:
        """The rows of the documents of one task."""
        assert isinstance(partition, _Files)
        rows = extract_documents(self._options, self._documents(partition))
        return chain.from_iterable(map(self._rows, rows))

    def _documents(self, partition: _Files) -> Iterator[Document]:
        files, _ = self._files()
        for path in partition.paths:
            try:
                with files.open_input_stream(path) as stream:
                    content = stream.read()
            except OSError:
                continue  # it went away, or may not be read
            yield Document(path, content, content_key(content))

    def _rows(self, packed: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        for part, rows in unpacked(packed):
            if part.table == self._table:
                for field in PARTITION if part.table in TABLES else []:
                    value = pa.scalar(getattr(part, field.name), field.type)
                    rows = rows.append_column(field, pa.repeat(value, rows.num_rows))
                yield rows

    def _files(self) -> tuple[FileSystem, str]:
        return FileSystem.from_uri(self._uri)
