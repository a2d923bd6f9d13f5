#!/usr/bin/env python3
"""Import and summary of one CSV file by other programs, for big.sh: big_peers.py STAGE FILE FOLDER.

DuckDB keeps to 512 MB and two threads, as Lathe lets it; polars and pandas have their defaults, but no more than 3 GB of memory."""
import resource
import sys

stage, file, folder = sys.argv[1:]
if not stage.startswith("duckdb"):
    resource.setrlimit(resource.RLIMIT_DATA, (3 << 30, 3 << 30))
if stage.startswith("duckdb"):
    import duckdb
    database = duckdb.connect(folder + "/peer.duckdb")
    database.execute("SET memory_limit = '512MB'")
    database.execute("SET threads = 2")
    database.execute("SET temp_directory = '%s/spill'" % folder)
    if stage == "duckdb-import":
        database.execute("CREATE TABLE t AS SELECT * FROM read_csv('%s')" % file.replace("'", "''"))
        print(database.execute("SELECT count(*) FROM t").fetchall())
    else:
        print(database.execute("SUMMARIZE t").fetchall())
elif stage.startswith("polars"):
    import polars
    table = polars.scan_csv(file, null_values=[""])
    if stage == "polars-import":
        table.sink_parquet(folder + "/peer.parquet")
    else:
        table = polars.scan_parquet(folder + "/peer.parquet")
        every = polars.all()
        print(table.select(every.null_count().name.suffix("_missing"), every.approx_n_unique().name.suffix("_distinct"),
                           every.min().name.suffix("_min"), every.max().name.suffix("_max")).collect(engine="streaming"))
else:
    import pandas
    table = pandas.read_csv(file)
    print(table.describe(include="all"))
