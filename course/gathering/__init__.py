"""Gathering a cohort: files are found, folded by many processes, and written as tables and a report."""
