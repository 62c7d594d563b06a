"""Délibérations of French local authorities on Apache Spark.

`run` is the job: documents in, Parquet out. `read_deliberations` gives typed DataFrames, of what a
job has written or of documents. `DeliberationsSource` is a data source named "deliberations".
"""

from .job import Limits, Summary, run
from .options import Options
from .reading import read_deliberations
from .source import DeliberationsSource

__all__ = ["DeliberationsSource", "Limits", "Options", "Summary", "read_deliberations", "run"]
