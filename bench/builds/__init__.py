"""Build times, beside the peers."""
