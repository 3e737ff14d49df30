"""The words of the product as values: courses, units, lessons, competencies, items."""
