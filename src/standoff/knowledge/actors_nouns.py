"""Nouns, titles and contexts by which the press names actors."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

NATURES = {
    "person": "person",
    "people": "people",
    "group": "body",
    "body": "body",
    "thing": "force",
    "force": "force",
}
LISTS = (
    "former",
    "voices",
    "relations",
    "relations_named",
    "missions",
    "pairs",
    "agent_verbs",
    "empty_it",
    "wilful",
    "plural",
    "place_prepositions",
    "members",
    "opposed",
    "supported",
    "not_given_names",
    "state_media",
    "reporting",
    "speaks_for",
    "not_surnames",
    "forms_of_state",
    "names_too",
    "bare_bodies",
    "movements",
    "counts",
    "common_bodies",
    "unknown_hands",
    "need_owner",
    "calendar",
    "calendar_before",
)


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that names an actor together with what qualifies it.

    ``suffix`` is what it adds to the code of a country ("CIV"), None where it adds nothing;
    a ``relational`` noun names the other of two ("ally"), not who stands before it.
    """

    words: str
    sector: str
    nature: str
    suffix: str | None
    gender: str | None
    relational: bool = False


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title before a personal name."""

    gender: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """A name that stands for actors only in some company."""

    id: str
    actor: tuple[str, ...]
    nature: str
    report: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleNouns:
    """What role_nouns.yaml and words.yaml say; see their comments.

    ``ends`` are the words a role noun may end with, ``relevant`` those of any actor noun.
    """

    nouns: dict[str, RoleNoun]
    plurals: dict[str, str]
    ends: frozenset[str]
    relevant: frozenset[str]
    honorifics: dict[str, Honorific]
    suffixes: dict[str, str]
    overrides: dict[str, str]
    offices: dict[str, tuple[str, ...]]
    takes_up: dict[str, frozenset[str]]
    sets: dict[str, int]
    numerals: dict[str, int]
    allies: dict[str, str]
    led_by: dict[str, str]
    adjectives: dict[str, str]
    words: dict[str, frozenset[str]]

    def among(self, name: str) -> frozenset[str]:
        """Return one of the plain word lists ("voices", "former" …)."""
        return self.words[name]


def read_role_nouns(folder: Path, faults: Faults) -> RoleNouns:
    """Return the nouns; one listed twice, or of an unknown nature, is a fault."""
    roles = strict_yaml.read(folder / "role_nouns.yaml")
    data = strict_yaml.read(folder / "words.yaml")
    genders = {w: g for g, ws in data["genders"].items() for w in ws}
    found = list(_role_rows(roles["roles"]))
    found += _word_rows(data["nouns"], data["suffixes"])
    nouns = _nouns(folder, found, genders, faults)
    ends = frozenset(end for words in nouns for end in _ends(words))
    return RoleNouns(
        nouns=nouns,
        ends=ends,
        relevant=ends.union(
            data["sets"],
            *(data[name] for name in ("relations", "pairs", "voices")),
            (words.split()[-1] for words in data["members"]),
        ),
        plurals={e["plural"].lower(): e["lemma"].lower() for e in roles["roles"]},
        honorifics=_honorifics(roles["titles"], data["honorifics"]),
        suffixes=data["suffixes"],
        overrides={w: s for s, ws in data["overrides"].items() for w in ws},
        offices=_offices(roles["roles"], data["offices"]),
        takes_up={k: frozenset(v) for k, v in data["takes_up"].items()},
        sets={k: int(v) for k, v in data["sets"].items()},
        numerals={k: int(v) for k, v in data["numerals"].items()},
        allies=data["allies"],
        led_by=data["led_by"],
        adjectives=data["adjectives"],
        words={name: frozenset(data[name]) for name in LISTS},
    )


def _ends(words: str) -> tuple[str, ...]:
    """Return the words a phrase may be known by: the last, the first of "head of state"."""
    parts = words.split()
    return (parts[0], parts[-1]) if "of" in parts else (parts[-1],)


def read_contexts(path: Path) -> tuple[tuple[Context, tuple[str, ...], tuple[str, ...]], ...]:
    """Return each context with its forms and its adjectives."""
    return tuple(
        (
            Context(
                id=entry["id"],
                actor=tuple(entry["actor"]),
                nature=entry["nature"],
                report=tuple(entry.get("report", ())),
                unless=tuple(entry.get("unless", ())),
            ),
            tuple(entry["forms"]),
            tuple(entry.get("adjectives", ())),
        )
        for entry in strict_yaml.read(path)["contexts"]
    )


Row = tuple[str, str, str, str | None, bool]


def _role_rows(entries: Iterable[Mapping[str, str]]) -> Iterator[Row]:
    for entry in entries:
        code = entry["code"]
        suffix = code if code not in {"state", "other"} else None
        relational = entry.get("relational") == "true"
        yield entry["lemma"].lower(), entry["sector"], entry["kind"], suffix, relational


def _word_rows(
    entries: Iterable[Mapping[str, Any]], suffixes: Mapping[str, str]
) -> Iterator[Row]:
    for entry in entries:
        for words in entry["words"]:
            suffix = suffixes.get(entry["sector"])
            yield words, entry["sector"], entry["nature"], suffix, False


def _nouns(
    folder: Path, rows: Iterable[Row], genders: Mapping[str, str], faults: Faults
) -> dict[str, RoleNoun]:
    found: dict[str, RoleNoun] = {}
    for words, sector, kind, suffix, relational in rows:
        if kind not in NATURES:
            faults.add(folder / "role_nouns.yaml", 1, f"{words!r}: kind {kind!r} is not known")
            continue
        if words in found:
            faults.add(folder / "words.yaml", 1, f"{words!r} is listed twice")
        gender = genders.get(words)
        found[words] = RoleNoun(words, sector, NATURES[kind], suffix, gender, relational)
    return found


def _honorifics(
    titles: Iterable[Mapping[str, str]], more: Iterable[Mapping[str, Any]]
) -> dict[str, Honorific]:
    found = {}
    for entry in titles:
        title = Honorific(entry.get("gender"), entry.get("sector"))
        found[entry["form"].lower()] = title
    for entry in more:
        for word in entry["words"]:
            found.setdefault(word, Honorific(entry.get("gender"), entry.get("sector")))
    return found


def _offices(
    roles: Iterable[Mapping[str, str]], more: Mapping[str, list[str]]
) -> dict[str, tuple[str, ...]]:
    found = {
        e["lemma"].lower(): (e["office"],) for e in roles if e.get("office", "other") != "other"
    }
    return found | {title: tuple(offices) for title, offices in more.items()}
