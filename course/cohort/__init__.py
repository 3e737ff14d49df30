"""Many records as tables: files of unknown origin, verified and computed again, a row for each fact."""
