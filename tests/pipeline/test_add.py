"""gyosei add: what is found, proposed and written, and what is refused."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.adding.listing import append_entry
from pipeline.adding.municipality import meant
from pipeline.adding.places import free_name, name_in_address
from pipeline.adding.proposal import propose, read_proposal, series_title
from pipeline.cli import main
from pipeline.refusal import RefusedError
from pipeline.sources import read_sources
from tests.bundled import EDITIONS, RAW
from tests.pipeline.publisher import Publisher, file, publishing, status

pytestmark = pytest.mark.usefixtures("read_here")

KPI = RAW / "higashikurume_kpi_2024.pdf"
REPORT = RAW / "higashikurume_policy_report_2024.pdf"


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as found:
        yield found


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proposals made in this process, which is faster than in one of their own."""
    monkeypatch.setattr("pipeline.adding.add.propose", read_proposal)


def add(raw: Path, what: object, *options: str) -> int:
    return main(["add", str(what), "--raw", str(raw), *options])


def entries(raw: Path) -> list[dict[str, object]]:
    found = tomllib.loads((raw / "sources.toml").read_text("utf-8"))["document"]
    assert isinstance(found, list)
    return found


def test_what_the_pdf_says_is_not_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path, KPI) == 0
    [entry] = entries(tmp_path)
    assert (entry["municipality"], entry["municipality_code"]) == ("東久留米市", "132225")
    assert entry["edition_fiscal_year"] == 2024 and "進捗状況" in str(entry["title"])
    assert entry["license"] == "unknown" and str(entry["attribution"]).endswith("（東久留米市）")
    assert (tmp_path / KPI.name).read_bytes() == KPI.read_bytes()
    shown = capsys.readouterr()
    assert 'municipality_code = "132225"' in shown.out
    assert "to be looked at: title, series, edition_fiscal_year" in shown.err


def test_what_is_said_is_kept_and_the_rest_proposed(tmp_path: Path) -> None:
    said = ("--municipality", "東久留米市", "--edition", "R6", "--license", "公共データ利用規約（第1.0版）")
    assert add(tmp_path, REPORT, *said, "--landing-url", "https://city.example/", "--id", "report") == 0
    [entry] = entries(tmp_path)
    assert (entry["id"], entry["edition_fiscal_year"], entry["license"]) == ("report", 2024, "PDL-1.0")
    assert (entry["series"], entry["landing_url"]) == ("東久留米市 施策報告書", "https://city.example/")


def test_the_next_edition_joins_the_series(tmp_path: Path) -> None:
    add(tmp_path, KPI, "--series", "総合戦略の進捗")
    assert add(tmp_path, EDITIONS / "higashikurume_kpi_2025_simulated.pdf") == 0
    assert [entry["series"] for entry in entries(tmp_path)] == ["総合戦略の進捗"] * 2
    assert [entry["edition_fiscal_year"] for entry in entries(tmp_path)] == [2024, 2025]


def test_a_file_in_the_folder_is_registered_where_it_lies(tmp_path: Path) -> None:
    shutil.copy(KPI, tmp_path / "kpi.pdf")
    assert add(tmp_path, tmp_path / "kpi.pdf") == 0
    assert [source.document_id for source in read_sources(tmp_path)] == ["kpi"]


def test_two_files_of_one_name_do_not_collide(tmp_path: Path) -> None:
    for folder, source in (("a", KPI), ("b", REPORT)):
        (tmp_path / folder).mkdir()
        shutil.copy(source, tmp_path / folder / "keikaku.pdf")
        assert add(tmp_path / "raw", tmp_path / folder / "keikaku.pdf", "--municipality", "東久留米市") == 0
    assert [entry["file"] for entry in entries(tmp_path / "raw")] == ["keikaku.pdf", "keikaku_132225.pdf"]
    assert (tmp_path / "raw" / "keikaku_132225.pdf").read_bytes() == REPORT.read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--municipality", "府中市"),
            "府中市: 東京都府中市 (132063), 広島県府中市 (342084). Say which",
        ),
        (("--municipality", "東久留目市"), "There is no municipality 東久留目市: did you mean 東久留米市"),
        (("--municipality", "999999"), "No municipality has the code 999999"),
        ((), "name no municipality: say whose it is with --municipality"),
    ],
)
def test_a_municipality_that_is_not_clear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    assert add(tmp_path, REPORT, *options) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.glob("*.*")) == [tmp_path / ".adding.lock"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("東京都府中市", "132063"), ("342084", "342084"), ("34208", "342084"), ("東京都", "130001")],
)
def test_who_is_meant(text: str, code: str) -> None:
    assert meant(text).code == code


def test_what_is_registered_is_not_registered_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(tmp_path, KPI)
    assert add(tmp_path, KPI) == 2
    assert "holds the same bytes as higashikurume_kpi_2024.pdf" in capsys.readouterr().err
    assert len(entries(tmp_path)) == 1


@pytest.mark.parametrize(
    ("content", "said"), [(b"name,value", "is not a PDF"), (b"<html>", "is not a PDF but a web page")]
)
def test_what_is_no_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (tmp_path / "kpi.pdf").write_bytes(content)
    assert add(tmp_path / "raw", tmp_path / "kpi.pdf") == 2
    assert said in capsys.readouterr().err


def test_another_municipality_on_the_first_pages_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(tmp_path, KPI, "--municipality", "132063") == 0
    assert "The first pages name 東久留米市; it is registered for 東京都府中市" in capsys.readouterr().err


def test_an_address_is_fetched_and_registered(
    tmp_path: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    url = publisher.url("/files/%E6%96%BD%E7%AD%96.pdf", file(KPI.read_bytes()))
    assert add(tmp_path, url, "--allow-private", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["entry"]["file"], told["entry"]["source_url"]) == ("施策.pdf", url)
    assert told["proposed"] == ["title", "series", "edition_fiscal_year"]
    [source] = read_sources(tmp_path)
    assert (source.document_id, source.source_url) == ("施策", url)
    assert "施策" in (tmp_path / "fetched.toml").read_text("utf-8")
    assert add(tmp_path, url, "--allow-private") == 2
    assert "is registered as 施策" in capsys.readouterr().err


def test_an_address_that_gives_nothing_is_not_registered(
    tmp_path: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(tmp_path, publisher.url("/kpi.pdf", status(404)), "--allow-private") == 2
    assert "is not there (404)" in capsys.readouterr().err
    assert not (tmp_path / "sources.toml").exists()


def test_an_address_whose_publisher_was_missing_is_added_at_the_second_try(
    tmp_path: Path, publisher: Publisher
) -> None:
    url = publisher.url("/report.pdf", file(REPORT.read_bytes()))
    assert add(tmp_path, url, "--allow-private") == 2
    assert add(tmp_path, url, "--allow-private", "--municipality", "東久留米市") == 0
    assert [entry["file"] for entry in entries(tmp_path)] == ["report.pdf"]


def test_an_address_can_be_registered_alone_and_fetched_later(
    tmp_path: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    url = publisher.url("/kpi.pdf", file(KPI.read_bytes()))
    assert add(tmp_path, url, "--no-fetch", "--municipality", "東久留米市") == 0
    assert publisher.asked == [] and not (tmp_path / "kpi.pdf").exists()
    assert main(["fetch", "--raw", str(tmp_path), "--allow-private", "--json"]) == 0
    assert '"state": "fetched"' in capsys.readouterr().out
    assert (tmp_path / "kpi.pdf").exists()
    assert main(["fetch", "kpi", "--raw", str(tmp_path), "--allow-private"]) == 0
    assert "kpi: unchanged" in capsys.readouterr().err


@pytest.mark.parametrize("before", ["", "# mine\n\n[[document]]\nfile = 'a.pdf' # one\n", "# no line feed"])
def test_what_stands_in_the_listing_stays(tmp_path: Path, before: str) -> None:
    (tmp_path / "sources.toml").write_text(before, "utf-8")
    entry = {"file": "b.pdf", "title": 'a "b" \\ c\n\x7f', "edition_fiscal_year": 2024}
    append_entry(tmp_path, dict(entry))
    assert (tmp_path / "sources.toml").read_text("utf-8").startswith(before)
    assert entries(tmp_path)[-1] == {
        "file": "b.pdf",
        "title": 'a "b" \\ c\n\x7f',
        "edition_fiscal_year": 2024,
    }


def test_an_entry_that_would_break_the_listing_is_not_written(tmp_path: Path) -> None:
    append_entry(tmp_path, {"file": "a.pdf"})
    before = (tmp_path / "sources.toml").read_bytes()
    with pytest.raises(RefusedError, match="the id a is already taken"):
        append_entry(tmp_path, {"file": "b.pdf", "id": "a"})
    assert (tmp_path / "sources.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://city.example/a/kpi.pdf", "kpi.pdf"),
        ("https://city.example/kpi.PDF?x=1", "kpi.pdf"),
        ("https://city.example/%E6%96%BD%E7%AD%96.pdf", "施策.pdf"),
        ("https://city.example/%8E%7B%8D%F4.pdf", "施策.pdf"),
        ("https://city.example/download?id=3", "download.pdf"),
        ("https://city.example/", "publication.pdf"),
        ("https://city.example/..%2f..%2fetc%2fpasswd", "__.._etc_passwd.pdf"),
        ("https://city.example/a%00%3Ab.pdf", "a__b.pdf"),
    ],
)
def test_the_name_in_an_address(url: str, name: str) -> None:
    assert name_in_address(url) == name


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ([], "kpi.pdf"),
        (["KPI.PDF"], "kpi_132225.pdf"),
        (["ｋｐｉ.pdf"], "kpi_132225.pdf"),
        (["kpi.pdf", "kpi_132225.pdf"], "kpi_2.pdf"),
    ],
)
def test_a_name_that_is_free(taken: list[str], name: str) -> None:
    assert free_name("kpi.pdf", taken, "132225") == name


@pytest.mark.parametrize(
    ("title", "shared"),
    [
        ("令和6年度施策報告書(令和5年度振り返り)", "施策報告書"),
        ("2024年度　事務事業評価シート", "事務事業評価シート"),
        ("○○市総合戦略（令和5年（2023年）12月策定）の進捗", "総合戦略の進捗"),
        ("第２次基本計画（各論）令和六年度版", "第２次基本計画［各論］"),
        ("主要な施策の成果（2024）", "主要な施策の成果"),
    ],
)
def test_what_the_titles_of_all_editions_share(title: str, shared: str) -> None:
    assert series_title(title, "○○市") == shared


def test_a_proposal_is_made_in_a_process_of_its_own() -> None:
    assert propose(KPI) == read_proposal(KPI)


def test_a_title_in_the_metadata_is_taken_where_it_is_printed() -> None:
    assert read_proposal(RAW / "higashikurume_dx_policy_2022.pdf").title == "東久留米市ＤＸ推進方針"


def test_a_damaged_pdf_has_no_proposal(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing")
    assert "cannot be opened" in str(propose(tmp_path / "bad.pdf").problem)
