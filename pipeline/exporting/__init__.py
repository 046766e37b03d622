"""Curated data as files that people open: Excel, CSV, JSON lines, one DuckDB file."""
