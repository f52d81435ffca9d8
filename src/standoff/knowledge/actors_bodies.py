"""Organisations with their dated members, armed groups and parties, and institutions."""

from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path

from standoff.knowledge.actors_dates import Period, check_source, period_of
from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import Line, read_table

ORGANISATION_COLUMNS = (
    "id",
    "name",
    "forms",
    "kind",
    "sector",
    "parent",
    "seat",
    "definite_forms",
    "start",
    "end",
    "source",
)
GROUP_COLUMNS = (
    "id",
    "name",
    "forms",
    "kind",
    "sector",
    "country",
    "parent",
    "definite_forms",
    "start",
    "end",
    "source",
)
INSTITUTION_COLUMNS = (
    "id",
    "name",
    "forms",
    "kind",
    "sector",
    "country",
    "start",
    "end",
    "source",
)
MEMBERSHIP_COLUMNS = ("organisation", "member", "start", "end", "source")


@dataclass(frozen=True, slots=True)
class Body:
    """A collective actor; ``code`` is what it is coded as (its parent's for an organ)."""

    id: str
    code: str
    name: str
    forms: tuple[str, ...]
    kind: str
    sector: str
    country: str | None
    descriptions: tuple[str, ...]
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of an organisation, and when it was one."""

    organisation: str
    member: str
    period: Period


Bodies = dict[str, Body]


def read_organisations(path: Path, faults: Faults) -> Bodies:
    """Return the organisations by id; an organ has the code of the topmost parent."""
    lines = {line["id"]: line for line in _unique(path, ORGANISATION_COLUMNS, faults)}
    return {
        id_: _body(line, _topmost(line, lines, faults), None, faults)
        for id_, line in lines.items()
    }


def read_groups(path: Path, countries: Container[str], faults: Faults) -> Bodies:
    """Return the armed groups, parties and movements by id."""
    rows = _rows(path, GROUP_COLUMNS, faults)
    lines = {line["id"]: line for line in rows}
    found: Bodies = {}
    for line in rows:
        _check_country(line, countries, faults)
        code = _topmost(line, lines, faults)
        body = _body(line, code, line.maybe("country"), faults)
        found[body.id] = _later(found.get(body.id), body, line, faults)
    return found


def read_institutions(path: Path, countries: Container[str], faults: Faults) -> Bodies:
    """Return ministries, armies, palaces and media by id, coded as their country."""
    found: Bodies = {}
    for line in _unique(path, INSTITUTION_COLUMNS, faults):
        _check_country(line, countries, faults)
        found[line["id"]] = _body(line, line["country"], line.maybe("country"), faults)
    return found


def read_memberships(
    path: Path, organisations: Container[str], countries: Container[str], faults: Faults
) -> tuple[Membership, ...]:
    """Return who belonged to what and when."""
    found = []
    for line in read_table(path, MEMBERSHIP_COLUMNS, faults):
        check_source(line, faults)
        if line["organisation"] not in organisations:
            faults.add(path, line.number, f"no organisation {line['organisation']!r}")
        if line["member"] not in countries and line["member"] not in organisations:
            faults.add(path, line.number, f"no country or organisation {line['member']!r}")
        period = period_of(line, faults)
        found.append(Membership(line["organisation"], line["member"], period))
    return tuple(found)


def _rows(path: Path, columns: tuple[str, ...], faults: Faults) -> list[Line]:
    lines = []
    for line in read_table(path, columns, faults):
        check_source(line, faults)
        if not (line["id"] and line["name"]):
            faults.add(path, line.number, "id and name must be filled")
        lines.append(line)
    return lines


def _unique(path: Path, columns: tuple[str, ...], faults: Faults) -> list[Line]:
    lines = _rows(path, columns, faults)
    seen: set[str] = set()
    for line in lines:
        if line["id"] in seen:
            faults.add(path, line.number, f"id {line['id']!r} is given twice")
        seen.add(line["id"])
    return lines


def _later(known: Body | None, body: Body, line: Line, faults: Faults) -> Body:
    """Return a group whose rows tell its several periods, with the forms of all."""
    if known is None:
        return body
    if known.name != body.name:
        faults.add(line.path, line.number, f"{body.id} is {known.name!r} in another row")
    forms = tuple(dict.fromkeys(known.forms + body.forms))
    return replace(body, forms=forms, period=Period(known.period.start, body.period.end))


def _check_country(line: Line, countries: Container[str], faults: Faults) -> None:
    if line["country"] and line["country"] not in countries:
        faults.add(line.path, line.number, f"no country {line['country']!r}")


def _topmost(line: Line, lines: dict[str, Line], faults: Faults) -> str:
    if not line["parent"]:
        return line["id"]
    if line["parent"] not in lines:
        faults.add(line.path, line.number, f"no parent {line['parent']!r}")
        return line["parent"]
    if lines[line["parent"]]["parent"] == line["id"]:
        faults.add(line.path, line.number, f"{line['id']} is its parent's parent")
        return line["id"]
    return _topmost(lines[line["parent"]], lines, faults)


def _body(line: Line, code: str, country: str | None, faults: Faults) -> Body:
    definite = "definite_forms" in line.cells
    return Body(
        id=line["id"],
        code=code,
        name=line["name"],
        forms=(line["name"], *line.many("forms")),
        kind=line["kind"],
        sector=line["sector"],
        country=country,
        descriptions=tuple(
            form.removeprefix("the ")
            for form in (line.many("definite_forms") if definite else ())
        ),
        period=period_of(line, faults),
        source=line["source"],
    )
