"""People and the roles they held, one row a role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from standoff.knowledge.actors_dates import Period, check_source, period_of
from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import Line, read_table

COLUMNS = (
    "id",
    "name",
    "forms",
    "title",
    "office",
    "body",
    "country",
    "sector",
    "gender",
    "start",
    "end",
    "source",
)
OFFICES = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "deputy_foreign_minister",
        "national_security_adviser",
        "spokesperson",
        "envoy",
        "un_ambassador",
        "ambassador",
        "legislature_head",
        "army_chief",
        "intelligence_chief",
        "party_leader",
        "opposition_leader",
        "rebel_leader",
        "organisation_head",
        "organisation_deputy",
        "organisation_official",
        "other",
    ]
)
SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "INT",
        "LEG",
        "JUD",
        "COP",
        "OPP",
        "REB",
        "PTY",
        "IGO",
        "NGO",
        "BUS",
        "MED",
        "CIV",
        "REL",
        "LAB",
    ]
)
ALLOWED = (
    ("office", OFFICES),
    ("sector", SECTORS),
    ("gender", frozenset({"m", "f", ""})),
)
SINGLE = frozenset({"head_of_government", "foreign_minister", "defence_minister"})
"""Offices one person holds at a time; states have had several heads at once."""
YEAR, MONTH = 366, 31
SONS = frozenset({"bin", "ben", "ibn"})
"""Words that bind a father's name, which alone would be the father's."""
LINKS = frozenset(
    {"al", "bin", "ben", "de", "del", "der", "van", "von", "el", "da", "dos", "ibn"}
)


@dataclass(frozen=True, slots=True)
class Role:
    """One office a person held, from its first day to its last."""

    person: str
    title: str
    office: str
    body: str | None
    country: str | None
    sector: str
    period: Period
    source: str
    where: tuple[Path, int]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the tables; ``forms`` begin with the full name."""

    id: str
    name: str
    forms: tuple[str, ...]
    gender: str | None
    roles: tuple[Role, ...]

    @property
    def surnames(self) -> tuple[str, ...]:
        """Return the names that stand alone: the last word, unless the first does."""
        short = tuple(form for form in self.forms[1:] if " " not in form)
        if self.name.split(maxsplit=1)[0] in short:
            return short
        return tuple(dict.fromkeys((*surnames_of(self.name), *short)))


def surnames_of(name: str) -> tuple[str, ...]:
    """Return the last word of a name, and with what is joined to it.

    >>> surnames_of("Ursula von der Leyen")
    ('Leyen', 'der Leyen', 'von der Leyen')
    """
    words = name.split()
    found = [words[-1]]
    for word in reversed(words[1:-1]):
        if word.lower() not in LINKS:
            break
        found.append(f"{word} {found[-1]}")
        if word.lower() in SONS:
            found.pop(0)
    if found[0].lower().startswith("al-"):
        found.append(found[0][3:])
    return tuple(found)


def spellings(name: str, family_first: bool) -> Iterator[str]:
    """Yield a name and what the press makes of its hyphens and its article."""
    yield name
    if "-" in name:
        yield name.replace("-", " ")
        yield "-".join(part[:1].upper() + part[1:] for part in name.split("-"))
    if " al-" in name:
        yield name.replace(" al-", " Al-")
    words = name.split()
    if family_first and len(words) == 3:
        yield f"{words[0]} {words[1]}-{words[2].lower()}"
        yield f"{words[0]} {words[1]}-{words[2]}"


def read_people(folder: Path, faults: Faults) -> tuple[Person, ...]:
    """Return all people of the tables in a folder, by id."""
    rows: dict[str, list[Line]] = {}
    for path in sorted(folder.glob("*.csv")):
        for line in read_table(path, COLUMNS, faults):
            rows.setdefault(line.cells["id"], []).append(line)
    found = tuple(_person(rows[key], faults) for key in sorted(rows))
    _check_overlaps((role for person in found for role in person.roles), faults)
    return found


def _person(lines: list[Line], faults: Faults) -> Person:
    first = lines[0]
    name, forms = first.cells["name"], first.cells["forms"]
    names = [name, *first.many("forms")]
    for line in lines[1:]:
        if line.cells["name"] != name:
            why = f"{line['id']} is {name!r} in another row"
            faults.add(line.path, line.number, why)
        if line.cells["forms"] != forms:
            names.extend(line.many("forms"))
    return Person(
        id=first.cells["id"],
        name=name,
        forms=tuple(dict.fromkeys(names)),
        gender=first.maybe("gender"),
        roles=tuple(_role(line, faults) for line in lines),
    )


def _role(line: Line, faults: Faults) -> Role:
    check_source(line, faults)
    _check_words(line, faults)
    cells = line.cells
    return Role(
        person=cells["id"],
        title=cells["title"],
        office=cells["office"],
        body=cells["body"] or None,
        country=cells["country"] or None,
        sector=cells["sector"],
        period=period_of(line, faults),
        source=cells["source"],
        where=(line.path, line.number),
    )


def _check_words(line: Line, faults: Faults) -> None:
    cells = line.cells
    for column, allowed in ALLOWED:
        if cells[column] not in allowed:
            faults.add(line.path, line.number, f"{column} {cells[column]!r} is not known")
    if not (cells["id"] and cells["name"] and cells["title"]):
        faults.add(line.path, line.number, "id, name and title must be filled")


def _check_overlaps(roles: Iterable[Role], faults: Faults) -> None:
    """Note where an office held by one at a time is held by two, or twice by one, at once."""
    held: dict[tuple[str, str | None, str | None, str], list[Role]] = {}
    for role in roles:
        if role.office in SINGLE:
            key = (role.office, role.country, role.body, role.title)
            held.setdefault(key, []).append(role)
    for same in held.values():
        ordered = sorted(same, key=lambda role: role.period.start or date.min)
        for one, other in pairwise(ordered):
            if _overlap(one.period, other.period):
                why = f"{other.title} of {other.country}: {one.person} holds it at that time"
                faults.add(*other.where, why)


def _overlap(one: Period, other: Period) -> bool:
    """Tell whether two periods share more than the precision their dates are given with."""
    first = max(one.start or date.min, other.start or date.min)
    last = min(one.end or date.max, other.end or date.max)
    to_the_year = (first.month, first.day) == (1, 1) or (last.month, last.day) == (12, 31)
    return (last - first).days >= (YEAR if to_the_year and last < date.max else MONTH)
