"""Comparison of two editions of one publication: what pairs with what, and what changed."""
