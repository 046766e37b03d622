"""What the stretches of a document that were judged tell the next one, and what is told of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from extract.agreement import Disagreement
from extract.records import DocumentRecords, Place
from quality.corrections import Applied, Correction
from quality.counts import Said, counts_said, rows_read
from quality.eras import YearLabel
from quality.relations import Verdict
from schemas.dataset import Row


@dataclass(frozen=True, slots=True)
class YearsSaid:
    """A label that prints a year in two calendars, where it stands first, and how many figures under it."""

    verdict: Verdict
    place: Place
    figures: int


@dataclass
class SoFar:
    """What is known of a document after some of its stretches; of a document as a whole there is one.

    `is_last` says that the next stretch to be judged is the last one. `rows` counts those of each dataset and
    `tables` names those that have cells. `proofs` counts figures by what a rule did with them and the rule,
    `agreed` those that a second reading of the page has alike, by rule; `silent` is why a second reader could
    not read on. Of pages that the next stretch has as well, `told` are the disagreements of two readers that
    were told, and `cells` the rows of cells. `corrections` are left to be applied (None: all), `misfits` are
    those that no longer fit.
    """

    is_last: bool = True
    rows: Counter[str] = field(default_factory=Counter)
    tables: set[str] = field(default_factory=set)
    understood: bool = False
    proofs: Counter[tuple[str, str]] = field(default_factory=Counter)
    years: dict[str, YearsSaid] = field(default_factory=dict)
    said: dict[tuple[str, str], Said] = field(default_factory=dict)
    read: Counter[tuple[bool, str]] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    silent: str | None = None
    told: frozenset[Disagreement] = frozenset()
    cells: list[Row] = field(default_factory=list)
    corrections: tuple[Correction, ...] | None = None
    misfits: list[Applied] = field(default_factory=list)

    def hear(self, records: DocumentRecords, labels: Sequence[YearLabel]) -> None:
        """Counts what a stretch says of rows, and its labels with years in two calendars."""
        self.understood |= bool(records.indicators or records.projects or records.programmes)
        for key, said in counts_said(records).items():
            self.said.setdefault(key, said)
        self.read.update(rows_read(records))
        for label in labels:
            known = self.years.get(label.label)
            figures = len(label.figures) + (known.figures if known else 0)
            place = known.place if known else label.figures[0].place
            self.years[label.label] = YearsSaid(label.verdict, place, figures)

    def count(self, rows: Mapping[str, Collection[Row]]) -> None:
        """Counts the rows that a stretch gives."""
        self.rows.update({name: len(held) for name, held in rows.items()})
        self.tables.update(row["table_id"] for row in rows["cells"])
