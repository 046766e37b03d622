"""Comparing editions: which documents, and the files and tables that tell what changed."""
