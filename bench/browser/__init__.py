"""What a page costs in a real browser."""
