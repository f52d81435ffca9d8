"""Everything the tables know of actors, checked, and indexed by name and by office."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from standoff.knowledge.actors_bodies import (
    Bodies,
    Body,
    Membership,
    read_groups,
    read_institutions,
    read_memberships,
    read_organisations,
)
from standoff.knowledge.actors_forms import FormKind, Index, Referent, fold, index_of
from standoff.knowledge.actors_nouns import Context, RoleNouns, read_contexts, read_role_nouns
from standoff.knowledge.actors_people import Person, Role, read_people, spellings
from standoff.knowledge.actors_states import Country, read_countries, read_country_forms
from standoff.knowledge.faults import Faults

Pairs = Iterator[tuple[str, Referent]]


@dataclass(frozen=True, slots=True, eq=False)
class ActorTables:
    """The tables of actors. ``forms`` index every name but bare surnames."""

    countries: dict[str, Country]
    organisations: Bodies
    groups: Bodies
    institutions: Bodies
    people: dict[str, Person]
    memberships: dict[str, tuple[Membership, ...]]
    contexts: dict[str, Context]
    nouns: RoleNouns
    adjectives: dict[str, str]
    state_words: dict[str, frozenset[str]]
    forms: Index
    surnames: dict[str, tuple[str, ...]]
    roles_by_office: dict[tuple[str | None, str], tuple[Role, ...]]
    roles_by_title: dict[str, tuple[Role, ...]]

    def body(self, referent: Referent) -> Body | None:
        """Return the organisation, group or institution a form stands for."""
        table = {
            FormKind.ORGANISATION: self.organisations,
            FormKind.GROUP: self.groups,
            FormKind.INSTITUTION: self.institutions,
        }.get(referent.kind)
        return table.get(referent.id) if table else None

    def holders(self, owner: str | None, office: str, day: date) -> tuple[Role, ...]:
        """Return who held an office of a country or body on a day."""
        roles = self.roles_by_office.get((owner, office), ())
        return tuple(role for role in roles if role.period.holds(day))

    def members(self, organisation: str, day: date) -> frozenset[str]:
        """Return the members of an organisation on a day."""
        rows = self.memberships.get(organisation, ())
        return frozenset(row.member for row in rows if row.period.holds(day))


def load_actors(root: Path, faults: Faults) -> ActorTables:
    """Read and check the tables under ``root / "actors"``; faults are gathered, not raised."""
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small objects that all stay: nothing to collect
    try:
        return _load(root / "actors", faults)
    finally:
        if collecting:
            gc.enable()


def _load(folder: Path, faults: Faults) -> ActorTables:
    countries = read_countries(folder / "countries.csv", faults)
    organisations = read_organisations(folder / "organisations.csv", faults)
    groups = read_groups(folder / "groups.csv", countries, faults)
    institutions = read_institutions(folder / "institutions.csv", countries, faults)
    people = {p.id: p for p in read_people(folder / "people", faults)}
    roles = tuple(role for person in people.values() for role in person.roles)
    _check_owners(roles, countries, (organisations, groups, institutions), faults)
    memberships = read_memberships(folder / "memberships.csv", organisations, countries, faults)
    contexts = read_contexts(folder / "contexts.yaml")
    named = list(read_country_forms(folder / "country_forms.csv", countries, faults))
    named += _body_forms(organisations, FormKind.ORGANISATION)
    named += _body_forms(groups, FormKind.GROUP)
    named += _body_forms(institutions, FormKind.INSTITUTION)
    named += _people_forms(people)
    definite = {
        form[4:] for _, forms, _ in contexts for form in forms if form.startswith("the ")
    }
    named = [pair for pair in named if pair[0] not in definite]
    named += _context_forms(contexts)
    nouns = read_role_nouns(folder, faults)
    return ActorTables(
        countries=countries,
        organisations=organisations,
        groups=groups,
        institutions=institutions,
        people=people,
        memberships=_grouped(memberships),
        contexts={context.id: context for context, _, _ in contexts},
        nouns=nouns,
        adjectives=_adjectives(named, countries, nouns),
        state_words=_state_words(named, nouns),
        forms=index_of(named),
        surnames=_surnames(people),
        roles_by_office=_by_office(roles),
        roles_by_title=_by_title(roles),
    )


def _check_owners(
    roles: tuple[Role, ...],
    countries: dict[str, Country],
    bodies: tuple[Bodies, ...],
    faults: Faults,
) -> None:
    for role in roles:
        if role.country and role.country not in countries:
            faults.add(*role.where, f"no country {role.country!r}")
        if not (role.country or role.body):
            faults.add(*role.where, "neither country nor body")
        if role.body and not any(role.body in table for table in bodies) and not role.country:
            faults.add(*role.where, f"no organisation, group or institution {role.body!r}")


def _body_forms(bodies: Bodies, kind: FormKind) -> Pairs:
    for body in bodies.values():
        for form in body.forms:
            yield form, Referent(kind, body.id, body.period.start, body.period.end)


def _people_forms(people: dict[str, Person]) -> Pairs:
    for person in people.values():
        referent = Referent(FormKind.PERSON, person.id)
        family_first = any(form == person.name.split()[0] for form in person.forms[1:])
        for form in person.forms:
            if " " in form:
                for spelling in spellings(form, family_first):
                    yield spelling, referent


def _context_forms(
    contexts: tuple[tuple[Context, tuple[str, ...], tuple[str, ...]], ...],
) -> Pairs:
    for context, forms, adjectives in contexts:
        for form in (*forms, *adjectives):
            kind = FormKind.DEFINITE if form.startswith("the ") else FormKind.CONTEXT
            yield form.removeprefix("the "), Referent(kind, context.id)


def _adjectives(
    named: list[tuple[str, Referent]], countries: dict[str, Country], nouns: RoleNouns
) -> dict[str, str]:
    """Return for each country its own adjective, not that of a region."""
    forms: dict[str, list[str]] = {}
    for form, referent in named:
        if referent.kind is FormKind.ADJECTIVE and referent.id in countries:
            forms.setdefault(referent.id, []).append(form)
    return {
        code: max(adjectives, key=lambda form: _likeness(form, countries[code].name))
        for code, adjectives in forms.items()
    } | nouns.adjectives


def _state_words(
    named: list[tuple[str, Referent]], nouns: RoleNouns
) -> dict[str, frozenset[str]]:
    """Return the words that take up each country: "the country", "the republic"."""
    found: dict[str, set[str]] = {}
    for form, referent in named:
        if referent.kind is FormKind.NAME:
            found.setdefault(referent.id, set()).update(form.lower().split())
    own = nouns.among("forms_of_state")
    return {code: nouns.takes_up["state"] | (words & own) for code, words in found.items()}


def _likeness(form: str, name: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(form, name, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(form), len(name)))


def _surnames(people: dict[str, Person]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for person in people.values():
        for surname in person.surnames:
            found.setdefault(fold(surname), []).append(person.id)
    return {surname: tuple(dict.fromkeys(ids)) for surname, ids in found.items()}


def _by_office(roles: tuple[Role, ...]) -> dict[tuple[str | None, str], tuple[Role, ...]]:
    found: dict[tuple[str | None, str], list[Role]] = {}
    for role in roles:
        for owner in {role.country, role.body} - {None}:
            found.setdefault((owner, role.office), []).append(role)
    return {key: tuple(same) for key, same in found.items()}


def _by_title(roles: tuple[Role, ...]) -> dict[str, tuple[Role, ...]]:
    found: dict[str, list[Role]] = {}
    for role in roles:
        found.setdefault(role.title.lower(), []).append(role)
    return {title: tuple(same) for title, same in found.items()}


def _grouped(rows: tuple[Membership, ...]) -> dict[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {}
    for row in rows:
        found.setdefault(row.organisation, []).append(row)
    return {organisation: tuple(same) for organisation, same in found.items()}
