"""One matter from many phrasings: issues grouped over reports, each with its reason.

Matters of one name are one. A phrase that no thesaurus names joins another of the same head
noun when the words of one are all among the words of the other. A name that a person gave is
left alone. Not handled: one matter in words that share no head.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from standoff.dispute.stances import Taken

LINKS = frozenset({"of", "in", "for", "to", "on", "with", "over", "the", "a", "an"})
THESAURUS = "thesaurus"


@dataclass(frozen=True, slots=True)
class Group:
    """A matter over reports: the names it has there, and why they are one."""

    issue: str
    names: tuple[str, ...]
    reports: tuple[str, ...]
    why: str


def group_issues(stances: Iterable[Taken]) -> tuple[Taken, ...]:
    """Return the stances with the matter they share over reports."""
    given = tuple(stances)
    joined = _joined(given)
    return tuple(_with_issue(taken, joined) for taken in given)


def groups_of(stances: Iterable[Taken]) -> tuple[Group, ...]:
    """Return the matters of grouped stances, those with most stances first."""
    by_issue: dict[str, list[Taken]] = {}
    for taken in stances:
        if taken.issue is not None:
            by_issue.setdefault(taken.issue, []).append(taken)
    ordered = sorted(by_issue.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_group(issue, members) for issue, members in ordered)


def _group(issue: str, members: Sequence[Taken]) -> Group:
    names = tuple(sorted({t.name for t in members if t.name is not None}))
    reports = tuple(sorted({t.evidence.report for t in members}))
    why = "one name" if len(names) == 1 else "one head noun, the words of one among the other's"
    return Group(issue, names, reports, why)


def _with_issue(taken: Taken, joined: dict[str, str]) -> Taken:
    issue = joined.get(taken.name or "", taken.name)
    if issue == taken.name:
        return taken
    why = f"{taken.why or 'named'}; across reports: the head noun of “{issue}”"
    return replace(taken, issue=issue, why=why)


def _joined(stances: Sequence[Taken]) -> dict[str, str]:
    """Return for each phrase outside the thesaurus the name it goes under."""
    counts = Counter(t.name for t in stances if t.name is not None and not _is_fixed(t))
    fixed = {t.name for t in stances if t.name is not None and _is_fixed(t)}
    by_head: dict[str, list[str]] = {}
    for name in counts:
        if name not in fixed:
            by_head.setdefault(head_of(name), []).append(name)
    joined: dict[str, str] = {}
    for names in by_head.values():
        # The fullest phrase first, of equals the most frequent: it names the others.
        ordered = sorted(names, key=lambda n: (-len(_content(n)), -counts[n], n))
        for name in ordered:
            leader = next((n for n in ordered if _content(name) <= _content(n)), name)
            joined[name] = leader
    return joined


def _is_fixed(taken: Taken) -> bool:
    return (taken.why or "").startswith(THESAURUS) or taken.judged in {"corrected", "added"}


def head_of(name: str) -> str:
    """Return the head noun of a phrase, in the singular.

    >>> head_of("release of the lighthouse keepers"), head_of("lighthouse keys")
    ('release', 'key')
    """
    words = name.lower().split()
    cut = next((i for i, word in enumerate(words) if word in LINKS and i), len(words))
    return _singular(words[cut - 1])


def _content(name: str) -> frozenset[str]:
    return frozenset(_singular(w) for w in name.lower().split() if w not in LINKS)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
