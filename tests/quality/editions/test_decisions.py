"""raw/pairs.toml: what a person decided holds, and an entry that fits nothing is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.editions.compare import compare
from quality.editions.decisions import DecisionsError, read_decisions
from tests.quality.editions.printed_editions import edition, kinds, project

HEAD = '[[pair]]\nfrom = "old"\nto = "new"\ndataset = "project"\nreason = "担当課に確認"\n'
BEFORE = edition(
    "old", project("広報事業", {"settlement 2023": 100}), project("広聴事業", {"settlement 2023": 200})
)
AFTER = edition("new", project("市民の声事業", {"settlement 2024": 310}), year=2025)


def written(folder: Path, text: str) -> Path:
    path = folder / "pairs.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "pairs.toml") == ()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('before = "広聴事業"\nafter = "市民の声事業"', ["removed", "renamed"]),
        ('before = ["広報事業", "広聴事業"]\nafter = "市民の声事業"', ["merged"]),
        ('before = "広報事業"\nafter = []', ["removed", "removed", "added"]),
    ],
)
def test_a_decision_holds_whatever_the_evidence(tmp_path: Path, entry: str, expected: list[str]) -> None:
    decisions = read_decisions(written(tmp_path, HEAD + entry))
    assert kinds(compare(BEFORE, AFTER, decisions)) == expected
    back = kinds(compare(AFTER, BEFORE, decisions))
    mirrored = {"removed": "added", "added": "removed", "merged": "split"}
    assert sorted(back) == sorted(mirrored.get(kind, kind) for kind in expected)


def test_a_pair_that_is_none(tmp_path: Path) -> None:
    one = edition("old", project("広報事業", {"settlement 2023": 4686}))
    other = edition("new", project("広報事業", {"settlement 2023": 4686}))
    assert compare(one, other).is_same
    decisions = read_decisions(
        written(tmp_path, HEAD + 'before = "広報事業"\nafter = "広報事業"\nsame = false')
    )
    assert kinds(compare(one, other, decisions)) == ["removed", "added"]


def test_a_decided_pair_says_so(tmp_path: Path) -> None:
    decisions = read_decisions(written(tmp_path, HEAD + 'before = "広聴事業"\nafter = "市民の声事業"'))
    [pair] = compare(BEFORE, AFTER, decisions).pairs
    assert pair.step == "decided"
    assert pair.reasons[0].told.en == "decided in pairs.toml: 担当課に確認"


def test_decisions_about_other_documents_wait(tmp_path: Path) -> None:
    text = HEAD.replace('"old"', '"older"') + 'before = "ない事業"\nafter = "市民の声事業"'
    assert kinds(compare(BEFORE, AFTER, read_decisions(written(tmp_path, text)))) == [
        "removed",
        "removed",
        "added",
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            'before = "広広聴事業"\nafter = "市民の声事業"',
            "pair 1: old has no 広広聴事業: did you mean 広聴事業?",
        ),
        ('before = "広聴事業"\nbefore_page = 9\nafter = "市民の声事業"', "old has no 広聴事業 on page 9"),
    ],
)
def test_an_entry_that_fits_nothing_is_an_error(tmp_path: Path, entry: str, message: str) -> None:
    decisions = read_decisions(written(tmp_path, HEAD + entry))
    with pytest.raises(DecisionsError, match=message.replace("?", r"\?")):
        compare(BEFORE, AFTER, decisions)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[pair]", "is no valid TOML"),
        ("[pairs]\na = 1", "holds `pairs`"),
        (HEAD + 'befor = "a"', "unknown key `befor`: did you mean `before`?"),
        (HEAD.replace("project", "budget") + 'before = "a"\nafter = "b"', "`dataset` must be"),
        (HEAD.replace('reason = "担当課に確認"', "") + 'before = "a"\nafter = "b"', "`reason` is missing"),
        (HEAD + "before = 3", "`before` must be a name or a list of names"),
        (HEAD, "name one item on one side at least"),
        (HEAD + 'before = ["a", "b"]\nafter = ["c", "d"]', "name one item on one side at least"),
        (HEAD + 'before = "a"\nsame = false', "needs one name on each side"),
        (HEAD + 'before = "a"\nafter = "b"\nsame = "no"', "`same` must be true or false"),
        (HEAD + 'before = "a"\nafter = "b"\nafter_page = 0', "`after_page` must be a page"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DecisionsError) as raised:
        read_decisions(written(tmp_path, text))
    assert message in str(raised.value)


def test_prints_of_one_name_are_decided_in_order_or_refused(tmp_path: Path) -> None:
    one = edition("old", *(project("委託料", {"settlement 2023": n}) for n in (1, 2)))
    other = edition("new", project("業務委託", {"settlement 2024": 3}))
    decisions = read_decisions(written(tmp_path, HEAD + 'before = "委託料"\nafter = "業務委託"'))
    with pytest.raises(DecisionsError, match="not printed equally often"):
        compare(one, other, decisions)
    twice = edition("new", *(project("業務委託", {"settlement 2024": n}) for n in (3, 4)))
    assert [p.pair_id for p in compare(one, twice, decisions).pairs] == ["p001-p001", "p002-p002"]
