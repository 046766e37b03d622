"""gyosei fetch against a server on 127.0.0.1: how each thing that publishers' servers do ends."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.fetching.addresses import CheckedTransport, IpAddress, is_any, is_public
from pipeline.fetching.download import Limits
from pipeline.fetching.fetch import Outcome, fetch
from pipeline.fetching.pins import read_pins, with_pins
from pipeline.fetching.session import Session
from pipeline.origin import origin_findings
from pipeline.sources import Source
from tests.bundled import RAW
from tests.pipeline.publisher import (
    Publisher,
    broken,
    endless,
    file,
    packed,
    pdf,
    publishing,
    redirect,
    slow,
    status,
    wrong_length,
)

LIMITS = Limits(max_bytes=200_000, seconds=20.0, tries=3)
FILE = pdf()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as found:
        yield found


def fetched(
    raw: Path,
    url: str,
    limits: Limits = LIMITS,
    *,
    slept: list[float] | None = None,
    read_seconds: float = 5.0,
    allowed: Callable[[IpAddress], bool] = is_any,
) -> Outcome:
    """The outcome of fetching one document from an address."""
    waits = [] if slept is None else slept
    transport = CheckedTransport(allowed)
    session = Session(transport, pause=0.0, read_seconds=read_seconds, sleep=waits.append)
    try:
        [outcome] = fetch(
            raw, [Source("kpi", raw / "kpi.pdf", source_url=url)], session, limits, "2026-04-01"
        )
    finally:
        session.close()
    return outcome


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_file_comes_whole_and_is_pinned(tmp_path: Path, publisher: Publisher) -> None:
    outcome = fetched(tmp_path, publisher.url("/kpi.pdf", file(FILE)))
    assert (outcome.state, outcome.byte_size, outcome.sha256) == ("fetched", len(FILE), sha256(FILE))
    assert (tmp_path / "kpi.pdf").read_bytes() == FILE
    pin = read_pins(tmp_path)["kpi"]
    assert (pin.sha256, pin.fetched, pin.etag) == (sha256(FILE), "2026-04-01", '"1"')
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fetched.toml", "kpi.pdf"]
    assert publisher.requests("/kpi.pdf")[0]["user-agent"].startswith("gyosei/")


def test_what_is_here_is_not_sent_again(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", file(FILE))
    fetched(tmp_path, url)
    assert fetched(tmp_path, url).state == "unchanged"
    assert publisher.requests("/kpi.pdf")[-1]["if-none-match"] == '"1"'


def test_a_slow_server_is_waited_for(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", slow(FILE, pieces=10, pause=0.02))
    assert fetched(tmp_path, url, read_seconds=1.0).state == "fetched"


def test_a_silent_server_is_not_waited_for(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", slow(FILE, pieces=2, pause=0.6))
    outcome = fetched(tmp_path, url, replace(LIMITS, tries=2), read_seconds=0.2)
    assert outcome.state == "failed" and "was silent for 0.2 seconds" in outcome.message


def test_a_server_slower_than_allowed_ends(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", slow(FILE, pieces=100, pause=0.02))
    outcome = fetched(tmp_path, url, replace(LIMITS, seconds=0.3))
    assert outcome.state == "failed" and "was not here after 0.3 seconds" in outcome.message
    assert not (tmp_path / "kpi.pdf").exists()


def test_what_breaks_off_is_resumed_at_once(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", broken(FILE, 8_000), file(FILE))
    slept: list[float] = []
    assert fetched(tmp_path, url, slept=slept).state == "fetched"
    asked = publisher.requests("/kpi.pdf")[1]
    assert (asked["range"], asked["if-range"]) == ("bytes=8000-", '"1"')
    assert (tmp_path / "kpi.pdf").read_bytes() == FILE and slept == [1.0]


def test_what_breaks_off_is_resumed_by_the_next_fetch(tmp_path: Path, publisher: Publisher) -> None:
    once = replace(LIMITS, tries=1)
    failed = fetched(tmp_path, publisher.url("/kpi.pdf", broken(FILE, 8_000)), once)
    assert failed.state == "failed" and "what has come is kept" in failed.message
    assert fetched(tmp_path, publisher.url("/kpi.pdf", file(FILE))).state == "fetched"
    assert publisher.requests("/kpi.pdf")[1]["range"] == "bytes=8000-"
    assert (tmp_path / "kpi.pdf").read_bytes() == FILE


def test_a_part_of_another_version_is_not_mixed_in(tmp_path: Path, publisher: Publisher) -> None:
    other = pdf(b"other figures")
    url = publisher.url("/kpi.pdf", broken(FILE, 8_000), file(other, etag='"2"'))
    assert fetched(tmp_path, url).state == "fetched"
    assert (tmp_path / "kpi.pdf").read_bytes() == other


def test_a_part_without_a_version_begins_anew(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", broken(FILE, 8_000, etag=""), file(FILE, etag=""))
    assert fetched(tmp_path, url).state == "fetched"
    assert "range" not in publisher.requests("/kpi.pdf")[1]


def test_what_comes_packed_is_unpacked_and_never_gone_on_with(tmp_path: Path, publisher: Publisher) -> None:
    content = pdf(os.urandom(50_000))
    url = publisher.url("/kpi.pdf", packed(content, after=30_000), packed(content))
    assert fetched(tmp_path, url).state == "fetched"
    assert "range" not in publisher.requests("/kpi.pdf")[1]
    assert (tmp_path / "kpi.pdf").read_bytes() == content


def test_a_server_that_refuses_the_rest_is_asked_for_all(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", broken(FILE, 8_000), status(416), file(FILE))
    assert fetched(tmp_path, url).state == "fetched"
    assert "range" not in publisher.requests("/kpi.pdf")[2]


def test_an_error_of_the_server_is_tried_again(tmp_path: Path, publisher: Publisher) -> None:
    slept: list[float] = []
    url = publisher.url("/kpi.pdf", status(500), status(503, Retry_After="7"), file(FILE))
    assert fetched(tmp_path, url, slept=slept).state == "fetched"
    assert slept == [1.0, 7.0]


def test_a_server_that_stays_broken(tmp_path: Path, publisher: Publisher) -> None:
    slept: list[float] = []
    outcome = fetched(tmp_path, publisher.url("/kpi.pdf", status(500)), slept=slept)
    assert outcome.state == "failed" and slept == [1.0, 2.0]
    assert "tries: 3: 127.0.0.1 answers 500 (Internal Server Error)" in outcome.message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (status(404), "is not there (404): look for its new address"),
        (status(410), "is not there (410)"),
        (status(403), "does not let programs fetch"),
        (status(418), "with 418"),
        (file(b"<!DOCTYPE html><p>error</p>", "text/html"), "is not a PDF but a web page"),
        (file(b"PK\x03\x04" + b"0" * 5000, "application/zip"), "is not a PDF but a ZIP or Office file"),
        (file(b"name,value\n" * 500, "text/csv"), "is not a PDF but text/csv"),
        (file(b"", "application/pdf"), "is not a PDF"),
        (file(pdf(size=300_000)), "has 0 MiB and 0 MiB are allowed"),
        (endless(), "does not end and 0 MiB are allowed"),
        (endless(b"<html>"), "is not a PDF but a web page"),
        (wrong_length(FILE, len(FILE) - 500), "ends before its end"),
        (wrong_length(FILE, len(FILE) + 500), "peer closed connection"),
        (redirect("/a.pdf"), "redirects in a circle"),
        (redirect("ftp://127.0.0.1/a.pdf"), "only http and https are fetched"),
        (redirect("file:///etc/passwd"), "only http and https are fetched"),
        (redirect("http://me:secret@127.0.0.1/a.pdf"), "holds a user name or password"),
        (redirect("http://127.0.0.1:99999/a.pdf"), "no address"),
    ],
)
def test_what_cannot_be_fetched_says_why(
    tmp_path: Path, publisher: Publisher, answer: object, said: str
) -> None:
    outcome = fetched(tmp_path, publisher.url("/a.pdf", answer))  # type: ignore[arg-type]
    assert outcome.state == "failed" and said in outcome.message
    assert not (tmp_path / "kpi.pdf").exists() and not (tmp_path / "fetched.toml").exists()


def test_a_long_row_of_redirects_ends(tmp_path: Path, publisher: Publisher) -> None:
    for number in range(20):
        publisher.url(f"/{number}", redirect(f"/{number + 1}"))
    outcome = fetched(tmp_path, f"{publisher.base}/0")
    assert "redirects more than 8 times" in outcome.message
    assert len(publisher.asked) == 9 + 1


def test_a_redirect_is_followed(tmp_path: Path, publisher: Publisher) -> None:
    publisher.url("/new/kpi.pdf", file(FILE))
    assert fetched(tmp_path, publisher.url("/kpi.pdf", redirect("new/kpi.pdf"))).state == "fetched"


def test_a_publisher_that_replaces_its_file(tmp_path: Path, publisher: Publisher) -> None:
    other = pdf(b"other figures")
    url = publisher.url("/kpi.pdf", file(FILE), file(other, etag='"2"'))
    fetched(tmp_path, url)
    outcome = fetched(tmp_path, url)
    kept = f"replaced/kpi.{sha256(FILE)[:8]}.pdf"
    assert outcome.state == "replaced" and outcome.message == f"The former file is kept as {kept}."
    assert (tmp_path / "kpi.pdf").read_bytes() == other and (tmp_path / kept).read_bytes() == FILE
    [replaced] = read_pins(tmp_path)["kpi"].replaced
    assert (replaced.sha256, replaced.file) == (sha256(FILE), kept)
    assert fetched(tmp_path, url).state == "unchanged"
    assert len(read_pins(tmp_path)["kpi"].replaced) == 1
    [source] = with_pins(tmp_path, [Source("kpi", tmp_path / "kpi.pdf")])
    [found] = origin_findings(source, sha256(other))
    assert (found["rule"], found["observed"], found["expected"]) == (
        "publication_replaced",
        sha256(other),
        sha256(FILE),
    )


def test_a_file_changed_here_is_kept_and_restored(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", file(FILE))
    fetched(tmp_path, url)
    (tmp_path / "kpi.pdf").write_bytes(b"mine")
    [source] = with_pins(tmp_path, [Source("kpi", tmp_path / "kpi.pdf")])
    assert [row["rule"] for row in origin_findings(source, sha256(b"mine"))] == ["file_not_as_fetched"]
    assert fetched(tmp_path, url).state == "restored"
    assert (tmp_path / "kpi.pdf").read_bytes() == FILE
    assert (tmp_path / f"replaced/kpi.{sha256(b'mine')[:8]}.pdf").read_bytes() == b"mine"
    assert read_pins(tmp_path)["kpi"].replaced == ()


def test_a_failure_leaves_what_is_here(tmp_path: Path, publisher: Publisher) -> None:
    url = publisher.url("/kpi.pdf", file(FILE), file(b"<html>", "text/html", etag='"2"'))
    fetched(tmp_path, url)
    before = (tmp_path / "fetched.toml").read_bytes()
    assert fetched(tmp_path, url).state == "failed"
    assert (tmp_path / "kpi.pdf").read_bytes() == FILE
    assert (tmp_path / "fetched.toml").read_bytes() == before


def test_no_private_address_is_connected_to(tmp_path: Path, publisher: Publisher) -> None:
    outcome = fetched(tmp_path, publisher.url("/kpi.pdf", file(FILE)), allowed=is_public)
    assert outcome.state == "failed"
    assert "127.0.0.1 has the address 127.0.0.1, which is not public" in outcome.message
    assert publisher.asked == []


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "192.168.1.10", "169.254.169.254", "[::1]", "[fe80::1]", "0.0.0.0"]
)
def test_a_redirect_to_a_private_address_is_not_followed(
    tmp_path: Path, publisher: Publisher, host: str
) -> None:
    def publisher_or_public(address: IpAddress) -> bool:
        return str(address) == "127.0.0.1" or is_public(address)

    url = publisher.url("/kpi.pdf", redirect(f"http://{host}/secret.pdf"))
    outcome = fetched(tmp_path, url, allowed=publisher_or_public)
    assert outcome.state == "failed" and "which is not public" in outcome.message
    assert not (tmp_path / "kpi.pdf").exists()


def test_robots_txt_is_kept(tmp_path: Path, publisher: Publisher) -> None:
    publisher.answers["/robots.txt"] = [file(b"User-agent: *\nDisallow: /private/\n", "text/plain")]
    outcome = fetched(tmp_path, publisher.url("/private/kpi.pdf", file(FILE)))
    assert "asks programs not to fetch /private/kpi.pdf" in outcome.message
    assert publisher.requests("/private/kpi.pdf") == []
    assert fetched(tmp_path, publisher.url("/kpi.pdf", file(FILE))).state == "fetched"


def test_nothing_is_fetched_while_robots_txt_fails(tmp_path: Path, publisher: Publisher) -> None:
    publisher.answers["/robots.txt"] = [status(503)]
    outcome = fetched(tmp_path, publisher.url("/kpi.pdf", file(FILE)))
    assert "robots.txt cannot be read (503)" in outcome.message
    assert publisher.requests("/kpi.pdf") == []


def test_one_connection_at_a_time_a_host(tmp_path: Path, publisher: Publisher) -> None:
    urls = [publisher.url(f"/{number}.pdf", slow(FILE, 4, 0.01)) for number in range(4)]
    sources = [
        Source(str(number), tmp_path / f"{number}.pdf", source_url=url) for number, url in enumerate(urls)
    ]
    session = Session(CheckedTransport(is_any), pause=0.0)
    outcomes = list(fetch(tmp_path, sources, session, LIMITS, "2026-04-01"))
    session.close()
    assert [outcome.state for outcome in outcomes] == ["fetched"] * 4
    assert publisher.most_at_once == 1
    assert set(tomllib.loads((tmp_path / "fetched.toml").read_text("utf-8"))) == {"0", "1", "2", "3"}


def test_requests_to_a_host_pause(tmp_path: Path, publisher: Publisher) -> None:
    waits: list[float] = []
    publisher.answers["/robots.txt"] = [file(b"User-agent: *\nCrawl-delay: 3\n", "text/plain")]
    session = Session(CheckedTransport(is_any), pause=1.0, sleep=waits.append)
    source = Source("kpi", tmp_path / "kpi.pdf", source_url=publisher.url("/kpi.pdf", file(FILE)))
    list(fetch(tmp_path, [source], session, LIMITS, "2026-04-01"))
    session.close()
    assert [round(wait) for wait in waits] == [3]


def test_a_replaced_publication_is_a_finding_of_the_run(tmp_path: Path, publisher: Publisher) -> None:
    first = (RAW / "higashikurume_policy_review_2019.pdf").read_bytes()
    url = publisher.url("/review.pdf", file(first), file(first + b"\n%%EOF\n", etag='"2"'))
    raw, curated = tmp_path / "raw", tmp_path / "curated"
    raw.mkdir()
    (raw / "sources.toml").write_text(f'[[document]]\nfile = "review.pdf"\nsource_url = "{url}"\n', "utf-8")
    fetch_command = ["fetch", "--raw", str(raw), "--allow-private", "--quiet"]
    assert main(fetch_command) == 0
    assert main(fetch_command) == 1
    assert main(["run", "--raw", str(raw), "--curated", str(curated), "--quiet"]) == 0
    found = pq.read_table(curated / "findings" / "review.parquet").to_pylist()
    [replaced] = [row for row in found if row["rule"] == "publication_replaced"]
    assert (replaced["severity"], replaced["expected"]) == ("warning", sha256(first))
    assert list((curated / "documents").glob("*.parquet")) == [curated / "documents" / "review.parquet"]
