"""Reads figures wrongly on purpose and counts what the witnesses notice and what repairs make of it.

    python -m benchmarks.injected_errors.measure FOLDER… [--count 20000] [--seed 1] [--json FILE]

FOLDER holds PDFs. Every figure that their tables give is a candidate; an error is put into the printed text
of one (or of several neighbours), and the whole document is judged again from the texts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from benchmarks.injected_errors.perturbations import KINDS
from extract.sheet import read_sheets
from extract.understanding import understand
from normalize.kpi_cells import parse_kpi_cell
from normalize.money import parse_amounts
from normalize.numbers import parse_number
from pipeline.evidence import indicators_of, lines_of
from pipeline.kpi_rows import kpi_rows
from pipeline.project_rows import project_rows
from pipeline.sources import read_sources
from quality.evidence import Judgement, judge
from quality.ledger import RATES, IndicatorLine, Line, money_value, rate_value
from quality.lines import values_of
from quality.relations import Key, Value
from schemas.vocabulary import load_vocabulary

MONEY = ("amount_yen", "change_yen")


@dataclass(frozen=True)
class Ledger:
    """The figures of one document and their judgement as they were read."""

    document_id: str
    lines: tuple[Line, ...]
    indicators: tuple[IndicatorLine, ...]
    judgement: Judgement
    tables: tuple[tuple[tuple[tuple[Key, ...], ...], tuple[tuple[Key, ...], ...]], ...]


@dataclass
class Count:
    """What came of the errors of one kind."""

    made: int = 0
    witnessed: int = 0
    detected: int = 0
    detected_without: int = 0
    repaired: int = 0
    wrong: int = 0
    examples: list[str] = field(default_factory=list)


def ledgers(folders: Sequence[Path]) -> Iterator[Ledger]:
    """The ledger of every PDF of the folders that holds figures in tables."""
    for folder in folders:
        for source in read_sources(folder):
            try:
                records = understand(tuple(read_sheets(source.path, "pdfium")), load_vocabulary())
            except Exception as error:
                print(f"{source.document_id} is left out: {error}")
                continue
            made = project_rows(records.projects, {})
            ledger = ledger_of(
                source.document_id,
                lines_of(records.projects, made),
                indicators_of(records.indicators, kpi_rows(records.indicators, {})),
            )
            if ledger.tables:
                yield ledger


def ledger_of(document_id: str, lines: Sequence[Line], indicators: Sequence[IndicatorLine]) -> Ledger:
    """A ledger with the rows and columns of its tables, for errors that touch neighbours."""
    rows: dict[str, list[tuple[Key, ...]]] = {}
    for line in lines:
        rows.setdefault(line.table_id, []).append(tuple(v.key for v in values_of(line) if v.is_whole))
    for indicator in indicators:
        keys = tuple(
            item.value.key for item in (*indicator.readings, *indicator.checks) if item.value.is_whole
        )
        rows.setdefault(f"kpi {indicator.table_id}", []).append(keys)
    tables = tuple(
        (tuple(row for row in held if row), tuple(_columns(held))) for held in rows.values() if any(held)
    )
    return Ledger(document_id, tuple(lines), tuple(indicators), judge(lines, indicators), tables)


def _columns(rows: Sequence[tuple[Key, ...]]) -> Iterator[tuple[Key, ...]]:
    for place in range(max(len(row) for row in rows)):
        column = tuple(row[place] for row in rows if len(row) > place)
        if column:
            yield column


def with_texts(ledger: Ledger, texts: dict[Key, str]) -> tuple[list[Line], list[IndicatorLine]]:
    """The lines and indicators of a ledger as they would be had these texts been printed."""

    def anew(value: Value | None) -> Value | None:
        return value if value is None or value.key not in texts else _read(value, texts[value.key])

    def sure(value: Value) -> Value:
        return anew(value) or value

    lines = [
        replace(
            line,
            amounts=tuple(replace(amount, value=sure(amount.value)) for amount in line.amounts),
            change=anew(line.change),
            ratio=anew(line.ratio),
            execution_rate=anew(line.execution_rate),
            share=anew(line.share),
            checks=tuple(replace(check, value=sure(check.value)) for check in line.checks),
        )
        for line in ledger.lines
    ]
    indicators = [
        replace(
            held,
            readings=tuple(replace(r, value=sure(r.value)) for r in held.readings),
            checks=tuple(replace(check, value=sure(check.value)) for check in held.checks),
        )
        for held in ledger.indicators
    ]
    return lines, indicators


def _read(value: Value, text: str) -> Value:
    if value.key[2] in MONEY:
        parsed = parse_amounts(text, value.unit)
        yen = parsed[0].yen if len(parsed) == 1 and not parsed[0].mark else None
        return money_value(value.key, yen, text, value.unit, True)
    if value.key[2] in RATES:
        printed = parse_number(text)
        percent = None if printed is None or printed.value is None else float(printed.value)
        return rate_value(value.key, percent, text)
    parts = parse_kpi_cell(text, "", value.unit)
    number = parts[0].value if len(parts) == 1 else None
    is_unread = len(parts) != 1 or (number is None and parts[0].qualifier == "other")
    return replace(value, text=text, number=number, is_unread=is_unread)


def measure(
    held: Sequence[Ledger], count: int, seed: int, tell: Callable[[int], None] = lambda n: None
) -> dict[str, Count]:
    """`count` errors, drawn evenly over the kinds and over the figures of the ledgers."""
    random = Random(seed)
    found = {kind: Count() for kind in KINDS}
    weights = [sum(len(row) for rows, _ in ledger.tables for row in rows) for ledger in held]
    made = 0
    while made < count:
        ledger = random.choices(held, weights)[0]
        sizes = [sum(len(row) for row in rows) for rows, _ in ledger.tables]
        rows, columns = random.choices(ledger.tables, sizes)[0]
        kind = random.choice(list(KINDS))
        values = ledger.judgement.values
        texts = KINDS[kind](random, rows, columns, values)
        texts = {key: text for key, text in texts.items() if _differs(values[key], _read(values[key], text))}
        if not texts:
            continue
        made += 1
        judgement = judge(*with_texts(ledger, texts))
        _note(found[kind], ledger, texts, judgement)
        tell(made)
    return found


def _differs(first: Value, second: Value) -> bool:
    return (first.number, first.is_dash, first.is_unread) != (second.number, second.is_dash, second.is_unread)


def _note(count: Count, ledger: Ledger, texts: dict[Key, str], judgement: Judgement) -> None:
    count.made += 1
    before = ledger.judgement
    is_detected = is_noticed(texts, judgement)
    if before.witnessed & set(texts):
        count.witnessed += 1
        count.detected += is_detected
    else:
        count.detected_without += is_detected
    earlier = {value.key for done in before.repairs for value in done.values}
    anew = [value for done in judgement.repairs for value in done.values if value.key not in earlier]
    wrong = [value for value in anew if _differs(before.values[value.key], value)]
    count.wrong += bool(wrong)
    count.repaired += bool(anew) and not wrong and {value.key for value in anew} >= set(texts)
    for value in wrong:
        read = {before.prints[key]: text for key, text in texts.items()}
        count.examples.append(
            f"{ledger.document_id}: {read} made {value.key[1]} {before.prints[value.key]} {value.text}"
        )
    if not is_detected and before.witnessed & set(texts):
        read = {before.prints[key]: text for key, text in texts.items()}
        rules = [before.rules.get(key) for key in texts]
        count.examples.append(f"{ledger.document_id}: not noticed {read} {rules}")


def is_noticed(texts: dict[Key, str], judgement: Judgement) -> bool:
    """Whether anything is said of one of these figures: doubtful, corrected, or part of a finding."""
    if any(judgement.status[key] in ("doubtful", "corrected") for key in texts):
        return True
    told = [contradiction.relation for contradiction in judgement.contradictions]
    told += [relation for lost in judgement.unsupported for relation in lost.failing]
    return any(key in relation.keys for relation in told for key in texts)


def table(found: dict[str, Count]) -> str:
    """The counts as a table in Markdown."""
    lines = [
        "| error | made | with a witness | detected of these | repaired rightly | repaired wrongly |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    total: Counter[str] = Counter()
    for kind, count in found.items():
        lines.append(_row(kind, count.made, count.witnessed, count.detected, count.repaired, count.wrong))
        total.update(
            made=count.made, witnessed=count.witnessed, detected=count.detected,
            repaired=count.repaired, wrong=count.wrong,
        )  # fmt: skip
    names = ("made", "witnessed", "detected", "repaired", "wrong")
    lines.append(_row("all", *(total[name] for name in names)))
    return "\n".join(lines)


def _row(kind: str, made: int, witnessed: int, detected: int, repaired: int, wrong: int) -> str:
    share = f"{100 * detected / witnessed:.1f} %" if witnessed else "–"
    return f"| {kind} | {made:,} | {witnessed:,} | {detected:,} ({share}) | {repaired:,} | {wrong:,} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="counts and examples of what went wrong")
    chosen = parser.parse_args()
    held = list(ledgers(chosen.folders))
    found = measure(held, chosen.count, chosen.seed)
    print(table(found))
    if chosen.json:
        told = {kind: vars(count) for kind, count in found.items()}
        chosen.json.write_text(json.dumps(told, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
