"""Loads the tables of `extract export csv` or `parquet` into pandas and DuckDB, and compares what they sum with
the outputs they were made of, to the cent. Prints what is wrong, a line each, then the total.

    check_tables.py FOLDER OUTPUTS.jsonl
"""
import decimal
import json
import pathlib
import sys

import duckdb
import frictionless
import pandas

folder, outputs = pathlib.Path(sys.argv[1]), sys.argv[2]
with open(outputs, encoding="utf-8") as lines:
    acts = [a for line in lines for a in json.loads(line, parse_float=decimal.Decimal)["deliberations"]]
total = sum((decimal.Decimal(g.get("amount", 0)) for a in acts for g in a.get("grants", [])), decimal.Decimal(0))
rows = sum(len(a.get("grants", [])) for a in acts)

if (folder / "datapackage.json").exists():
    for task in frictionless.Package(folder / "datapackage.json").validate().tasks:
        for error in task.errors[:10]:
            print(task.name, error.message)
    grants = pandas.read_csv(folder / "grants.csv", dtype={"amount": str})
    sums = {
        "pandas": sum(decimal.Decimal(v) for v in grants["amount"].dropna()),
        "duckdb": duckdb.sql(
            f"SELECT sum(amount::DECIMAL(18,2)) FROM read_csv('{folder}/grants.csv', all_varchar=true)"
        ).fetchall()[0][0],
    }
else:
    grants = pandas.read_parquet(folder / "grants.parquet")
    kinds = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{folder}/grants.parquet')")
                 .fetchall())
    if not kinds["amount"].startswith("DECIMAL") or kinds["needs_review"] != "BOOLEAN":
        print("types", kinds)
    acts_kinds = dict(duckdb.sql(
        f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{folder}/deliberations.parquet')").fetchall())
    if acts_kinds["session_date"] != "DATE":
        print("types", acts_kinds)
    sums = {
        "pandas": sum(v for v in grants["amount"].dropna()),
        "duckdb": duckdb.sql(f"SELECT sum(amount) FROM '{folder}/grants.parquet'").fetchall()[0][0],
    }
if len(grants) != rows:
    print(f"{len(grants)} grants instead of {rows}")
for name, value in sums.items():
    if value != total:
        print(f"{name} sums to {value} instead of {total}")
