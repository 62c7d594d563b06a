"""Reads délibérations on a Spark cluster: spark-submit extract_job.py --input URI --output URI."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pyspark.sql import SparkSession

sys.path.insert(0, str(Path(__file__).resolve().parent))

from deliberations_spark import Limits, Options, run  # noqa: E402


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", action="append", required=True, help="a file or folder; any number")
    parser.add_argument("--output", required=True, help="the folder of the Parquet files")
    parser.add_argument(
        "--binary", default="extract", help="the program, on PATH or shipped with --archives"
    )
    parser.add_argument("--timeout", type=float, default=Options.seconds)
    parser.add_argument("--patience", type=float, default=Options.patience)
    parser.add_argument("--memory", type=int, default=Options.memory, help="of a worker, in MB")
    parser.add_argument(
        "--extract-option", action="append", default=[], help="a further option of extract batch"
    )
    parser.add_argument("--retry-failed", action="store_true", help="try again what failed")
    parser.add_argument(
        "--modified-after", help="leave older files unread, such as 2026-01-31T00:00:00"
    )
    parser.add_argument("--task-seconds", type=float, default=Limits.task_seconds)
    parser.add_argument("--wave-seconds", type=float, default=Limits.wave_seconds)
    parser.add_argument("--wave-documents", type=int, default=Limits.wave_documents)
    return parser.parse_args()


def main() -> int:
    """Runs the job; 1 where some documents have no output, as `extract batch` does."""
    said = arguments()
    spark = SparkSession.builder.appName("deliberations").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    summary = run(
        spark,
        said.input,
        said.output,
        Options(said.binary, said.timeout, said.patience, said.memory, tuple(said.extract_option)),
        Limits(said.task_seconds, said.wave_seconds, said.wave_documents),
        said.retry_failed,
        said.modified_after,
    )
    print(summary.text())
    spark.stop()
    return 1 if summary.failed else 0


if __name__ == "__main__":
    sys.exit(main())
