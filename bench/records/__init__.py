"""Many record files on the command line, beside DuckDB."""
