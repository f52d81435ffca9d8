"""What the tables know of a name or a title on its own, and which of it a report would mean."""

from dataclasses import dataclass
from datetime import date

from standoff.actors.anchors import entity_of_body
from standoff.actors.people import actor_of_role, role_on
from standoff.actors.reading import COUNTRY_KINDS, RANK
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_dates import Period
from standoff.knowledge.actors_forms import FormKind, Referent, fold
from standoff.knowledge.actors_people import Person, Role


@dataclass(frozen=True, slots=True)
class Known:
    """One thing a name may stand for, or one role of a person.

    ``held`` tells whether it holds on the day asked for, None where no day was asked.
    """

    what: str
    kind: str
    actor: tuple[str, ...]
    period: Period
    held: bool | None
    chosen: bool
    why: str
    source: str


def look_up(tables: ActorTables, name: str, day: date | None) -> tuple[Known, ...]:
    """Return everything known under a name, a surname or a title; none where nothing is."""
    form = fold(name.strip())
    referents = tables.forms.get(form, ())
    ids = [r.id for r in referents if r.kind is FormKind.PERSON]
    ids += [i for i in tables.surnames.get(form, ()) if i not in ids]
    found = list(_named(tables, referents, day))
    for person in (tables.people[i] for i in ids):
        found.extend(_roles(tables, person, day, sole=len(ids) == 1 and not found))
    return tuple(found) or tuple(_titled(tables, form.lower(), day))


def _named(
    tables: ActorTables, referents: tuple[Referent, ...], day: date | None
) -> tuple[Known, ...]:
    others = [r for r in referents if r.kind is not FormKind.PERSON]
    best = min((r for r in others if r.holds(day)), key=lambda r: RANK[r.kind], default=None)
    return tuple(_thing(tables, r, day, r is best) for r in others)


def _thing(tables: ActorTables, referent: Referent, day: date | None, best: bool) -> Known:
    body = tables.body(referent)
    country = tables.countries.get(referent.id) if referent.kind in COUNTRY_KINDS else None
    context = tables.contexts.get(referent.id)
    period = Period(referent.start, referent.end)
    held = period.holds(day) if day else None
    if body:
        actor = entity_of_body(tables, referent.kind, body).actor
        why = f"a name of {body.name} ({body.id})"
        return Known(body.name, body.kind, actor, period, held, best, why, body.source)
    if country:
        why = f"{referent.kind.value.replace('_', ' ')} of {country.name}"
        source = country.source
        return Known(
            country.name, referent.kind.value, (country.id,), period, held, best, why, source
        )
    why = "by the company it keeps"
    if context and context.report:
        why = f"where the report names {', '.join(context.report)}"
    codes = context.actor if context else ()
    return Known(referent.id, "context", codes, period, held, best, why, "contexts.yaml")


def _roles(
    tables: ActorTables, person: Person, day: date | None, sole: bool
) -> tuple[Known, ...]:
    chosen, serving = role_on(person, day)
    why = "the role held on that day" if serving else "out of office: the nearest role"
    if day is None:
        why = "the most prominent role, as no day is given"
    return tuple(
        _role(tables, person, role, day, why if role is chosen and sole else "")
        for role in person.roles
    )


def _role(tables: ActorTables, person: Person, role: Role, day: date | None, why: str) -> Known:
    owner = role.country or role.body or ""
    return Known(
        what=f"{person.name}, {role.title} ({owner})",
        kind=role.office,
        actor=actor_of_role(tables, role),
        period=role.period,
        held=role.period.holds(day) if day else None,
        chosen=bool(why),
        why=why or "a role of theirs",
        source=role.source,
    )


def _titled(tables: ActorTables, title: str, day: date | None) -> tuple[Known, ...]:
    roles = tables.roles_by_title.get(title, ())
    held = [r for r in roles if day is None or r.period.holds(day)]
    owners = {(r.country, r.body) for r in roles}
    sole = len(owners) == 1 and len(held) == 1
    why = "the only holder of the title on that day" if sole else ""
    return tuple(_role(tables, tables.people[r.person], r, day, why) for r in held)
