"""Building a site: what nothing has changed for is not done again."""
