"""What a record says about a trainer: pure functions over records and the data of a course."""
