"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import pytest

from pipeline.fetching.robots import parse_robots


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/kpi.pdf", True),
        ("User-agent: *\nDisallow: /", "/kpi.pdf", False),
        ("User-agent: *\nDisallow:", "/kpi.pdf", True),
        ("User-agent: *\nDisallow: /plan\nAllow: /plan/kpi", "/plan/kpi.pdf", True),
        ("User-agent: *\nDisallow: /plan\nAllow: /plan", "/plan/kpi.pdf", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/kpi.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/kpi.pdf?x=1", True),
        ("User-agent: *\nDisallow: /施策/", "/%E6%96%BD%E7%AD%96/kpi.pdf", False),
        ("User-agent: *\nDisallow: /%e6%96%bd", "/施策/kpi.pdf", False),
        ("User-agent: other\nDisallow: /", "/kpi.pdf", True),
        ("User-agent: gyosei\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
        ("User-agent: GYOSEI\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
        ("User-agent: other\nUser-agent: gyosei\nDisallow: /a", "/a", False),
        ("User-agent: gyosei\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", False),
        ("\ufeffuser-agent : *\r\ndisallow : /a # not this", "/a", False),
        ("Disallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ],
)
def test_what_is_allowed(text: str, path: str, allowed: bool) -> None:
    assert parse_robots(text).allows(path) is allowed


@pytest.mark.parametrize(("text", "delay"), [("5", 5.0), ("0.5", 0.5), ("600", 30.0), ("soon", 0.0)])
def test_a_delay_is_kept_within_reason(text: str, delay: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {text}").delay == delay
