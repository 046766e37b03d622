"""Style and scripts of the pages, from the files beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

SHARED_SCRIPTS = ("language", "lists")
"""The language switch; filtering and sorting of lists."""


@cache
def style() -> Markup:
    """The style sheet."""
    return Markup(files("pipeline.web").joinpath("style.css").read_text("utf-8"))


@cache
def script(name: str, package: str = "pipeline.web") -> Markup:
    """A script of a package by its name without ending."""
    return Markup(files(package).joinpath("js", f"{name}.js").read_text("utf-8"))
