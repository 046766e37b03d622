"""corrections.toml: what it may say, what it does, and what it says when it no longer fits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from quality.corrections import CorrectionsError, apply_corrections, read_corrections
from schemas.dataset import Row
from tests.bundled import RAW

GOOD = """
[[correction]]
document = "d"
record = "{record}"
column = "{column}"
print = "{printed}"
value = {value}
reason = "misprint"
source = "the city's own erratum"
"""


def written(folder: Path, **fields: str) -> Path:
    path = folder / "corrections.toml"
    told = {"record": "v0001", "column": "value", "printed": "95,5", "value": "95.5"} | fields
    path.write_text(GOOD.format(**told), "utf-8")
    return path


def rows() -> dict[str, list[Row]]:
    return {
        "kpi_values": [
            {"value_id": "v0001", "value": None, "value_text": "95,5", "decimals": None, "qualifier": "other",
             "status": "doubtful", "page": 1, "x0": 0.0, "y0": 0.0, "x1": 1.0, "y1": 1.0, "table_id": "t001"},
        ],
        "project_amounts": [
            {"amount_id": "a0001", "amount_yen": 1000, "amount_text": "1", "status": "read", "page": 1,
             "x0": 0.0, "y0": 0.0, "x1": 1.0, "y1": 1.0, "table_id": "t001"},
        ],
        "projects": [],
    }  # fmt: skip


def test_a_correction_sets_the_value_and_keeps_the_print(tmp_path: Path) -> None:
    data = rows()
    [done] = apply_corrections(read_corrections(written(tmp_path)), data)
    row = data["kpi_values"][0]
    assert not done.problem
    assert (row["value"], row["decimals"], row["qualifier"], row["status"]) == (95.5, 1, None, "corrected")
    assert row["value_text"] == "95,5"


def test_none_says_that_the_cell_holds_no_figure(tmp_path: Path) -> None:
    data = rows()
    path = written(tmp_path, record="a0001", column="amount_yen", printed="1", value='"none"')
    apply_corrections(read_corrections(path), data)
    assert (data["project_amounts"][0]["amount_yen"], data["project_amounts"][0]["status"]) == (
        None,
        "corrected",
    )


@pytest.mark.parametrize(("record", "printed"), [("v0009", "95,5"), ("v0001", "95.5")])
def test_what_no_longer_fits_changes_nothing(tmp_path: Path, record: str, printed: str) -> None:
    data = rows()
    [done] = apply_corrections(read_corrections(written(tmp_path, record=record, printed=printed)), data)
    assert done.problem
    assert data == rows()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"record": "k001"}, "k001 has no figure `value`"),
        ({"column": "unit"}, "v0001 has no figure `unit`"),
        ({"value": '"9"'}, "`value` must be a number"),
        ({"record": "a0001", "column": "amount_yen", "value": "1.5"}, "in whole yen"),
        ({"printed": " "}, "`print` must be a text"),
    ],
)
def test_what_it_may_not_say(tmp_path: Path, fields: dict[str, str], message: str) -> None:
    with pytest.raises(CorrectionsError, match=message):
        read_corrections(written(tmp_path, **fields))


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.toml") == ()


def test_a_run_applies_corrections_and_tells_which_are_lost(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    shutil.copy(RAW / "higashikurume_policy_review_2019.pdf", raw / "d.pdf")
    main(["run", "--raw", str(raw), "--curated", str(out)])
    [first, second, *_] = pq.read_table(out / "kpi_values").to_pylist()
    told = {"record": first["value_id"], "printed": first["value_text"], "value": "12.5"}
    lost = {"record": second["value_id"], "printed": "no such print", "value": "1"}
    text = written(raw, **told).read_text("utf-8") + written(raw, **lost).read_text("utf-8")
    (raw / "corrections.toml").write_text(text, "utf-8")
    main(["run", "--raw", str(raw), "--curated", str(out)])
    after = {row["value_id"]: row for row in pq.read_table(out / "kpi_values").to_pylist()}
    assert (after[first["value_id"]]["value"], after[first["value_id"]]["status"]) == (12.5, "corrected")
    assert after[second["value_id"]]["value"] == second["value"]
    rules = {row["rule"]: row["severity"] for row in pq.read_table(out / "findings").to_pylist()}
    assert rules["corrected_by_hand"] == "info" and rules["correction_lost"] == "error"
    assert main(["check", "--curated", str(out)]) == 1


def test_a_correction_of_an_unknown_document_stops_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(RAW / "higashikurume_policy_review_2019.pdf", tmp_path / "other.pdf")
    written(tmp_path)
    assert main(["run", "--raw", str(tmp_path), "--curated", str(tmp_path / "out")]) == 2
    assert "there is no document d" in capsys.readouterr().err
