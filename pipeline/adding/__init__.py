"""Registering a publication in raw/sources.toml: what can be known of it is not asked for."""
