"""The HTML report of what changed between two editions: one file that opens offline."""
