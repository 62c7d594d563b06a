import json, os, sys
folder = sys.argv[1]
package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
try:
    import duckdb
except ImportError:
    duckdb = None
    try:
        import pyarrow as pa, pyarrow.csv as pc, pyarrow.parquet as pq
    except ImportError:
        sys.exit(69)
SQL = {"integer": "BIGINT", "number": "DECIMAL(18,2)", "date": "DATE", "boolean": "BOOLEAN", "string": "VARCHAR"}
DOUBLE = {"confidence", "extracted_at", "quantity"}
for resource in package["resources"]:
    source = os.path.join(folder, resource["path"])
    target = source[:-4] + ".parquet"
    fields = resource["schema"]["fields"]
    if duckdb:
        types = {f["name"]: "DOUBLE" if f["name"] in DOUBLE else SQL[f["type"]] for f in fields}
        db = duckdb.connect()
        db.execute("CREATE TABLE t (%s)" % ", ".join(f'"{n}" {t}' for n, t in types.items()))
        db.execute("INSERT INTO t SELECT * FROM read_csv(?, header=true, delim=',', quote='\"', escape='\"',"
                   " auto_detect=false, strict_mode=true, max_line_size=100000000, columns=%s)"
                   % json.dumps(types).replace('"', "'"), [source])
        db.execute("COPY t TO '%s' (FORMAT parquet)" % target.replace("'", "''"))
    else:
        kinds = {"integer": pa.int64(), "number": pa.decimal128(18, 2), "date": pa.date32(),
                 "boolean": pa.bool_(), "string": pa.string()}
        types = {f["name"]: pa.float64() if f["name"] in DOUBLE else kinds[f["type"]] for f in fields}
        options = pc.ConvertOptions(column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False)
        pq.write_table(pc.read_csv(source, parse_options=pc.ParseOptions(newlines_in_values=True),
                                   convert_options=options), target)
    os.remove(source)
os.remove(os.path.join(folder, "datapackage.json"))
