"""`course cohort` on many record files, beside DuckDB."""
