"""How far two people who judged the rows of one store agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from standoff.score.agreement import cohen_kappa, krippendorff_alpha


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last word of one person on one row: confirm, reject, or what it is corrected to."""

    author: str
    table: str
    row: str
    what: str


@dataclass(frozen=True, slots=True)
class VerdictAgreement:
    """Two people over the rows both judged; ``differing`` lists (table, row, first, second)."""

    units: int
    agreed: int
    alpha: float | None
    kappa: float | None
    differing: tuple[tuple[str, str, str, str], ...]


def verdict_agreement(verdicts: Iterable[Verdict], first: str, second: str) -> VerdictAgreement:
    """Compare two people; of several verdicts of one on one row the last counts."""
    by_author: dict[str, dict[tuple[str, str], str]] = {first: {}, second: {}}
    for verdict in verdicts:
        if verdict.author in by_author:
            by_author[verdict.author][verdict.table, verdict.row] = verdict.what
    shared = sorted(by_author[first].keys() & by_author[second].keys())
    pairs = [(by_author[first][key], by_author[second][key]) for key in shared]
    differing = tuple((*key, *p) for key, p in zip(shared, pairs, strict=True) if p[0] != p[1])
    return VerdictAgreement(
        len(pairs),
        len(pairs) - len(differing),
        krippendorff_alpha(pairs),
        cohen_kappa(pairs),
        differing,
    )
