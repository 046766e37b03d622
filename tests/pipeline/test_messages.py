"""Messages in the reader's language: which it is, what is filled in, that every one has its Japanese."""

from __future__ import annotations

import argparse
import ast
import io
import itertools
import re
import string
from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from rich.console import Console

from pipeline.cli import COMMANDS, command_parser, main
from pipeline.messages.help_text import segments, wrapped
from pipeline.messages.language import language
from pipeline.messages.shown import is_known, sentences, shown
from pipeline.terminal import Terminal
from tests.bundled import ROOT

REFUSALS = {
    *("RefusedError", "SourcesError", "CheckError", "UnreadableError", "NothingCuratedError", "FetchError"),
    *("TemporaryError", "ArgumentTypeError", "CorrectionsError", "DecisionsError"),
}
SAID = {"note", "detail", "error", "result", "counting"}


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
        ({"LANG": "jam_JM"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], wanted: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == wanted


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("No changes.", "変更はありません。"),
        ("read kpi_2024", "kpi_2024を読みました"),
        ("There is no document god: did you mean good?", "godという文書はありません。goodのことですか？"),
        (
            "kpi: failed: x has the address 10.0.0.1, which is not public: nothing is fetched from there.",
            "kpi: 取得できませんでした。xのアドレス10.0.0.1は公開されたものではありません。取得しません。",
        ),
        (
            "x.pdf is not a PDF but a web page: name the PDF.",
            "x.pdfはPDFではなくウェブページです。PDFを指定してください。",
        ),
        ("Nobody translated this.", "Nobody translated this."),
    ],
)
def test_sentences_are_filled_in(english: str, japanese: str) -> None:
    assert shown(english, "ja") == japanese
    assert shown(english, "en") == english


def test_both_sides_of_a_sentence_have_the_same_places() -> None:
    places = re.compile(r"\{(\w+)\}")
    for english, japanese in sentences().items():
        assert set(places.findall(japanese)) <= set(places.findall(english)), english
        assert (japanese and japanese != english) or english.isascii(), english


def helps(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What a person reads in the help of a parser and of its commands."""
    yield from (said for _, said in segments(parser.epilog or "") if said)
    yield from (str(group.title) for group in parser._action_groups)
    for action in parser._actions:
        if action.help not in (None, argparse.SUPPRESS):
            yield str(action.help)
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from helps(command)


def test_every_help_has_its_japanese() -> None:
    told = {*helps(command_parser()), *(command.summary for command in COMMANDS)}
    assert sorted(text for text in told if re.search("[a-z]{3}", text) and not is_known(text)) == [
        "export/gyosei.xlsx"
    ]


def texts(node: ast.expr) -> list[str]:
    """What a literal or an f-string may say; what is filled in is a word, or nothing."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if not isinstance(node, ast.JoinedStr):
        return []
    parts = [[str(part.value)] if isinstance(part, ast.Constant) else ["X7", ""] for part in node.values]
    return ["".join(chosen) for chosen in itertools.product(*parts)]


def messages() -> Iterator[tuple[str, list[str]]]:
    """Each sentence that the code says to a person, with where it stands."""
    for path in sorted((ROOT / "pipeline").rglob("*.py")) + sorted((ROOT / "quality").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func).rpartition(".")
            spoken = called[2] in SAID and called[0] in ("terminal", "screen", "self.terminal")
            if called[2] in REFUSALS or spoken:
                said = texts(node.args[0])
                words = re.findall("[A-Za-z]{2,}", min(said, key=len, default=""))
                if len(words) >= 2 or (words and called[2] == "counting"):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", said


def test_every_message_has_its_japanese() -> None:
    found = list(messages())
    assert len(found) > 90
    missing = [(where, said[0]) for where, said in found if not any(map(is_known, said))]
    assert missing == [], "add them to pipeline/messages/ja.toml"


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.parametrize("locale", ["C", "ja_JP.UTF-8"])
def test_every_command_explains_itself_with_examples(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, locale: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    told = capsys.readouterr().out
    examples, codes = ("例:", "終了コード: 0") if locale.startswith("ja") else ("examples:", "exit codes: 0")
    assert f"\n{examples}\n  gyosei {command}" in told and f"\n{codes} " in told
    lines = [line for line in told.splitlines() if not line.startswith("  gyosei")]
    assert max(cell_len(line) for line in lines) <= 120


def test_a_wrong_option_is_said_in_japanese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    with pytest.raises(SystemExit) as stop:
        main(["run", "--workers", "0"])
    assert stop.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("使い方: gyosei run") and "エラー: --workers: 0は1以上の整数ではありません" in told


def test_a_refusal_is_said_in_japanese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    assert main(["check", "--curated", "nowhere"]) == 2
    told = capsys.readouterr().err
    assert told == "nowhereに文書がありません。先に`gyosei run`を実行するか、--curatedで指定してください。\n"


@pytest.mark.parametrize("width", [12, 21, 40])
def test_lines_are_wrapped_at_double_width(width: int) -> None:
    text = "公表物の表題（最初のページから）。source_urlのPDFを取得し、ja_JP.UTF-8で表示する"
    lines = list(wrapped(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width + 2 for line in lines if line.rstrip("。、）") != "")
    assert not any(line.startswith(tuple("。、）")) for line in lines)


def test_quiet_and_verbose_stand_before_or_after_the_command() -> None:
    parser = command_parser()
    for arguments in (["-q", "run"], ["run", "-q"], ["--quiet", "run"]):
        assert parser.parse_args(arguments).quiet
    assert parser.parse_args(["run", "-v"]).verbose and not hasattr(parser.parse_args(["run"]), "quiet")


def test_what_is_quiet_and_what_is_not() -> None:
    def told(**options: bool) -> tuple[str, str]:
        out, err = io.StringIO(), io.StringIO()
        terminal = Terminal(Console(file=out), Console(file=err), **options)
        for say in (terminal.note, terminal.detail, terminal.error):
            say(say.__name__)
        terminal.show("table")
        terminal.result("result")
        return out.getvalue(), err.getvalue()

    assert told() == ("table\nresult\n", "note\nerror\n")
    assert told(quiet=True) == ("result\n", "error\n")
    assert told(verbose=True) == ("table\nresult\n", "note\ndetail\nerror\n")


def test_markup_in_names_is_no_markup() -> None:
    err = io.StringIO()
    Terminal(Console(), Console(file=err)).error("[red]a[/]: " + string.punctuation)
    assert err.getvalue() == "[red]a[/]: " + string.punctuation + "\n"


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    screen = io.StringIO()
    Terminal(Console(file=screen, force_terminal=True), Console()).show("[red]doubtful[/]")
    assert ("\x1b[31m" in screen.getvalue()) is coloured


def test_no_colours_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--curated", str(ROOT / "curated")])
    told = capsys.readouterr().out
    assert "higashikurume_kpi_2024" in told and "\x1b" not in told
