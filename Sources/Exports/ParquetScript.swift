/// What writes Parquet: Python with DuckDB or pyarrow.
package enum ParquetScript {
  /// The script, for `python3 -c TEXT FOLDER`.
  ///
  /// Each CSV of the Data Package in a folder gives a Parquet file with the
  /// types of its columns, and is removed. It ends with 69 where neither library is there.
  package static var text: String { ExportFile.embedded("parquet.py") }
}
