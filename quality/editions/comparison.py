"""What a comparison of two editions holds: items, pairs, changes, the year's figures, open questions.

The JSON of `gyosei diff` has the same fields under the same names (schemas/comparison.schema.json).
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "merged",
    "split",
    "removed",
    "added",
    "restated",
    "target_revised",
    "unit_changed",
    "definition_changed",
    "renamed",
    "moved",
    "lifecycle_changed",
    "department_changed",
)
"""Every kind of change, those that matter most first."""

TIERS = (1, 2, 3)
"""1: what is measured or paid for differs; 2: how it is told differs; 3: who and where."""

MIRRORED = {"merged": "split", "split": "merged", "added": "removed", "removed": "added"}
"""What a kind becomes when the editions change places; every other kind stays."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence in both languages: English for the terminal and the datasets, Japanese for readers."""

    en: str
    ja: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed: page (1-based) and box in points from the top left of the page."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the two documents; as in the dataset documents."""

    document_id: str
    file_name: str
    title: str | None = None
    municipality_name: str | None = None
    series: str | None = None
    edition_fiscal_year: int | None = None
    as_of: str | None = None
    page_count: int | None = None
    status: str = "ok"
    source_url: str | None = None
    license: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure of an item.

    `role` is baseline, actual, planned or target for an indicator, the kind of amount (settlement,
    initial_budget …) for a project; `component` the series of an indicator (小学校, a …) or the
    component of an amount, '' for the whole. `value` is in `unit` (yen for projects), null for a dash
    or a text. `resolution` is the value of one step of the last printed digit: 0.1 for 90.7, 1000 for
    an amount in 千円.
    """

    figure_id: str
    role: str | None
    fiscal_year: int | None
    as_of: str | None
    period: str
    component: str
    value: float | None
    unit: str | None
    resolution: float
    qualifier: str | None
    text: str
    status: str
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """An indicator (dataset kpi) or a project (dataset project) as one edition prints it.

    `heading` is where it stands in the plan, from wide to narrow (目標, 施策 or 施策, 基本事業); `text` its
    definition (指標の説明, 事業概要). `position` counts the items of a dataset in the order of print.
    """

    item_id: str
    dataset: str
    name: str
    name_text: str
    unit: str | None
    heading: tuple[str | None, ...]
    departments: tuple[str, ...]
    text: str | None
    is_reprint: bool
    lifecycle: str | None
    place: Place
    figures: tuple[Figure, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for or against a pair.

    `evidence` is name, figures, unit, heading, departments, text, reprint, position or decision; `weight`
    in natural units of log odds: above 0 for the pair, below 0 against it; `told` says it in words.
    """

    evidence: str
    weight: float
    told: Told


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a pair in both editions, or in one of them.

    `state`: same (equal, also after rounding or units made equal), restated, target_revised, new
    (only the later edition prints it), dropped (only the former), updated (a plan of the former, its
    outcome in the later), published (a dash became a figure), withdrawn (a figure became a dash).
    `delta` and `percent` compare the later figure with the former, in the later edition's unit.
    """

    role: str | None
    fiscal_year: int | None
    component: str
    before: Figure | None
    after: Figure | None
    state: str
    delta: float | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """The same indicator or project in both editions.

    `step`: exact or folded (name), assigned (best of all together), decided (raw/pairs.toml).
    `similarity` is between 0 and 1. A pair is borderline when a person should look at it.
    `factor` turns a value of the former edition into the unit of the later.
    """

    pair_id: str
    dataset: str
    before_id: str
    after_id: str
    step: str
    similarity: float
    name_similarity: float
    is_borderline: bool
    reasons: tuple[Reason, ...]
    factor: float
    points: tuple[Point, ...]
    notes: tuple[Told, ...]
    """What differs without being a change: another spelling, a unit written differently."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Items that became one (merged) or one that became several (split), shown by their sums."""

    kind: str
    dataset: str
    before_ids: tuple[str, ...]
    after_ids: tuple[str, ...]
    similarity: float
    note: Told
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two items that may be the same: paired with little evidence, or not paired and close to it."""

    dataset: str
    before_id: str
    after_id: str
    paired: bool
    similarity: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change between two editions; a row of the dataset changes.

    `before` and `after` are as printed (names, figures, definitions, departments joined by 、);
    `delta` and `delta_percent` are for figures, in `unit`, the former one converted. Places are those
    of the figure where there is one, else of the name; null where the edition does not print it.
    """

    change_id: str
    dataset: str
    kind: str
    tier: int
    pair_id: str | None
    before_ids: tuple[str, ...]
    after_ids: tuple[str, ...]
    before_names: tuple[str, ...]
    after_names: tuple[str, ...]
    fiscal_year: int | None
    role: str | None
    component: str
    field: str
    before: str | None
    after: str | None
    delta: float | None
    delta_percent: float | None
    unit: str | None
    similarity: float | None
    note: Told | None
    before_place: Place | None
    after_place: Place | None


@dataclass(frozen=True, slots=True)
class Renaming:
    """A heading or a department that only has another name, or a share of whose items went elsewhere."""

    what: str
    before: str
    after: str
    items: int


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """One project's amount of each edition's newest year, in yen.

    `group`: new, continuing, ended, or regrouped (merged or split; then several ids).
    """

    group: str
    pair_id: str | None
    before_ids: tuple[str, ...]
    after_ids: tuple[str, ...]
    name: str
    before_yen: float | None
    after_yen: float | None
    change_yen: float
    change_percent: float | None
    before_places: tuple[Place, ...]
    after_places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ProjectSums:
    """The sums of the projects' amounts: new + continuing + regrouped + ended = difference.

    Years and kinds say which amount of each edition is summed. `new`, `continuing`, `regrouped` and
    `ended` are differences in yen (ended: zero or below); `*_count` are projects. An amount printed as a
    dash, or not at all, counts as 0; `without_amount` says of how many.
    """

    before_year: int | None
    before_kind: str | None
    after_year: int | None
    after_kind: str | None
    before_total: float
    after_total: float
    difference: float
    new: float
    continuing: float
    regrouped: float
    ended: float
    new_count: int
    continuing_count: int
    regrouped_count: int
    ended_count: int
    without_amount: int
    reconciles: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an indicator of the later edition is on the way from its baseline to its target.

    `direction`: up, down, keep, or unknown; `direction_from`: qualifier (80以上), baseline (the target is
    above or below it), name (排出量), assumed or none. Percents: 0 at the baseline, 100 at the target.
    `state`: reached, on_way (nearer than the baseline), away (not nearer), missed (the target's year is
    measured and it is not reached), not_measured, no_target, unclear. `change` is the newest actual
    less that of the former edition.
    """

    item_id: str
    before_id: str | None
    pair_id: str | None
    name: str
    component: str
    unit: str | None
    is_reprint: bool
    direction: str
    direction_from: str
    baseline: Figure | None
    before_latest: Figure | None
    latest: Figure | None
    target: Figure | None
    before_percent: float | None
    percent: float | None
    change: float | None
    change_percent: float | None
    before_state: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared; `changes` those that matter most first, all else in the order of print."""

    before: Edition
    after: Edition
    items_before: tuple[Item, ...]
    items_after: tuple[Item, ...]
    pairs: tuple[Pair, ...]
    regroupings: tuple[Regrouping, ...]
    changes: tuple[Change, ...]
    renamings: tuple[Renaming, ...]
    candidates: tuple[Candidate, ...]
    projects: tuple[ProjectYear, ...]
    sums: ProjectSums | None
    progress: tuple[Progress, ...]
    notes: tuple[Told, ...]

    @property
    def new_figures(self) -> int:
        """Figures of pairs that only one edition prints, or that replace a plan or a dash."""
        return sum(point.state not in QUIET for pair in self.pairs for point in pair.points)

    @property
    def is_same(self) -> bool:
        """No change, and no figure that only one of them prints."""
        return not self.changes and not self.new_figures


QUIET = ("same", "restated", "target_revised")
"""States of a point that are no news beside the changes: nothing differs, or a change tells it."""
