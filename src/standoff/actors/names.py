"""People by name: in full, by surname, with a title before or an apposition behind."""

from dataclasses import replace

from standoff.actors.anchors import Anchor
from standoff.actors.entity import Entity, Nature
from standoff.actors.in_play import subject_before
from standoff.actors.people import (
    FORMER,
    PROMINENT,
    REMEMBERED,
    actor_of_role,
    entity_in_role,
    entity_of_person,
    rank_of,
    role_on,
    title_words,
)
from standoff.actors.roles import honorific, role_at
from standoff.actors.scene import Scene
from standoff.actors.titles import Introduction, Resolved, introduction
from standoff.knowledge.actors_forms import FormKind, fold
from standoff.knowledge.actors_people import LINKS, Person, surnames_of

OFFICERS = frozenset({"GOV", "MIL", "LEG", "JUD", "INT", "OPP", "COP"})


def name_run(scene: Scene, head: int) -> tuple[int, int]:
    """Return the tokens of the personal name that ends with a phrase's head."""
    anchor = scene.by_token.get(head)
    if anchor and anchor.kind is FormKind.PERSON:
        return anchor.first, anchor.last
    first = head
    edge = scene.edge(head)
    while first > edge and _in_name(scene, first - 1):
        first -= 1
    while first < head and scene.parse.tokens[first].text in "-’'":
        first += 1
    return first, head


def _in_name(scene: Scene, index: int) -> bool:
    token = scene.parse.tokens[index]
    if index in scene.by_token and scene.by_token[index].kind is not FormKind.PERSON:
        return False
    if not (token.text[0].isalnum() or token.text == "-"):
        return False
    if token.text.lower() in scene.nouns.nouns or honorific(scene.nouns, token):
        return False
    return token.pos == "PROPN" or token.text.lower() in LINKS or token.text == "-"


def is_surname(scene: Scene, head: int) -> bool:
    """Tell whether a word that is also an office ends a name here ("Larry King")."""
    tokens = scene.parse.tokens
    if tokens[head].text.lower() not in scene.nouns.among("names_too") or head == 0:
        return False
    before = tokens[head - 1]
    if before.text == ".":
        before = tokens[max(0, head - 2)]
    title = honorific(scene.nouns, before)
    given = (
        before.pos == "PROPN" and before.text.istitle() and before.index not in scene.by_token
    )
    return bool(title and title.gender) or (
        given and title is None and before.text.lower() not in scene.nouns.nouns
    )


def full_name(scene: Scene, anchor: Anchor) -> Resolved:
    """Return the person of a full name known to the tables, as introduced here."""
    intro = introduction(scene, anchor.head, anchor.first)
    return introduced_as(scene, anchor.entity, anchor.rule, intro)


def introduced_as(scene: Scene, entity: Entity, rule: str, intro: Introduction) -> Resolved:
    """Return a known person with what the words beside the name tell of them."""
    if intro.role and intro.sector == "OPP" and entity.country:
        return replace(entity, actor=(f"{entity.country} OPP",), sector="OPP"), f"{rule}.ousted"
    if intro.role is None or intro.office is None:
        return entity, rule
    told = intro.office[0]
    titled = _in_titled_role(scene, entity, intro)
    if titled:
        return titled, "person.as-titled"
    words = entity.nouns | told.nouns | {intro.role.noun.words}
    if told.actor and not set(_countries(told)) & set(_countries(entity)):
        person = scene.report.tables.people.get(entity.key)
        if person and not any(r.country in _countries(told) for r in person.roles):
            return replace(entity, actor=told.actor, country=told.country, nouns=words), (
                "person.as-introduced"
            )
    return replace(entity, actor=entity.actor or told.actor, nouns=words), rule


def _in_titled_role(scene: Scene, entity: Entity, intro: Introduction) -> Entity | None:
    """Return a known person in the one role that the title before the name tells."""
    tables, day = scene.report.tables, scene.report.reading.day
    person = tables.people.get(entity.key)
    if person is None or intro.role is None or intro.office is None or intro.role.former:
        return None
    title, country = intro.role.noun.words, intro.office[0].country
    offices = scene.nouns.offices.get(title, ())
    roles = [
        r
        for r in person.roles
        if r.country == country and (r.title == title or r.office in offices)
    ]
    if not roles or entity.role in {r.title for r in roles}:
        return None
    chosen = min(roles, key=lambda r: r.period.distance(day) if day else 0)
    return entity_in_role(tables, person, chosen)


def _countries(entity: Entity) -> tuple[str, ...]:
    return tuple(code.split()[0] for code in entity.actor)


def unknown_name(scene: Scene, head: int) -> Resolved | None:
    """Return somebody the tables do not know, by the words that introduce them."""
    first, last = name_run(scene, head)
    intro = introduction(scene, head, first)
    single = first == last
    told = (intro.role, intro.gender, intro.sector, intro.office)
    initials = not single and _has_initials(scene, first, last)
    if not initials and (not any(told) or (single and not any(told[:3]))):
        return None
    span = scene.parse.span(first, last)
    name = " ".join(scene.report.text[span.start : span.end].split())
    known = _without_initials(scene, name)
    if known:
        return introduced_as(scene, *known, intro)
    if not any(told):
        return None
    rule, entity = stranger(scene, name, intro)
    return entity, rule


def _has_initials(scene: Scene, first: int, last: int) -> bool:
    return any(len(t.text.rstrip(".")) == 1 for t in scene.parse.tokens[first + 1 : last])


def _without_initials(scene: Scene, name: str) -> Resolved | None:
    """Return the person of the tables whom a name with initials in it is of."""
    words = name.split()
    plain = " ".join(w for w in words if len(w.rstrip(".")) > 1)
    if len(plain) == len(name):
        return None
    tables = scene.report.tables
    found = [r.id for r in tables.forms.get(fold(plain), ()) if r.kind is FormKind.PERSON]
    if len(found) != 1:
        return None
    return entity_of_person(tables, tables.people[found[0]], scene.report.reading.day)


def stranger(scene: Scene, name: str, intro: Introduction) -> tuple[str, Entity]:
    """Return a person known only from this report."""
    owner = intro.office[0] if intro.office else _title_owner(scene, intro)
    rule = "person.introduced"
    if owner is None and not intro.owned:
        owner = _country_in_play(scene, intro)
        rule = "person.country-in-play" if owner else rule
    if owner and intro.role is None and intro.sector is None and owner.sector == "MED":
        owner = None
    title = intro.role.noun.words if intro.role else None
    actor = owner.actor if owner else ()
    if intro.sector == "OPP" and owner and owner.country:
        actor = (f"{owner.country} OPP",)
    return rule, Entity(
        key=f"person:{fold(name)}",
        actor=actor,
        name=name,
        nature=Nature.PERSON,
        gender=intro.gender,
        role=title,
        sector=intro.sector or (owner.sector if owner else None),
        country=owner.country if owner else None,
        nouns=title_words(scene.report.tables, title or "", None),
    )


def _title_owner(scene: Scene, intro: Introduction) -> Entity | None:
    """Return whose officer a title tells that only one country has ("Supreme Leader")."""
    if intro.role is None or " " not in intro.role.noun.words:
        return None
    roles = scene.report.tables.roles_by_title.get(intro.role.noun.words, ())
    owners = {role.country for role in roles}
    if len(owners) != 1 or not owners <= set(scene.report.reading.states):
        return None
    day = scene.report.reading.day
    if day and any(role.period.holds(day) for role in roles):
        return None  # that country's holder is known, and bears another name
    code = roles[0].country or ""
    return Entity(code, (code,), None, Nature.STATE, sector=roles[0].sector, country=code)


def _anothers(scene: Scene, country: str) -> bool:
    """Tell whether a country only stands before another officer's title here."""
    anchors = [a for a in scene.anchors if a.entity.key == country]
    return bool(anchors) and all(
        a.last + 1 < len(scene.parse.tokens)
        and (role := role_at(scene.nouns, scene.parse, a.last + 1))
        and role.noun.nature == "person"
        and role.sector == "GOV"
        for a in anchors
    )


def _country_in_play(scene: Scene, intro: Introduction) -> Entity | None:
    """Return the country a report is about, for an officer whose country it leaves out."""
    if intro.role is None or intro.sector not in OFFICERS:
        return None
    states = scene.report.reading.states
    code, count = next(iter(states.most_common(1)), ("", 0))
    if 2 * count <= states.total() or (count == 1 and _anothers(scene, code)):
        code = subject_before(scene) or ""
    if not code:
        return None
    return Entity(code, (code,), None, Nature.STATE, country=code)


def surname(scene: Scene, head: int) -> Resolved | None:
    """Return the person a surname stands for: introduced here, or prominent on the day."""
    first, last = name_run(scene, head)
    if first == last and _is_date(scene, head):
        return None
    words = [t.text for t in scene.parse.tokens[first : last + 1]]
    name = fold(_written(scene, first, last))
    intro = introduction(scene, head, first)
    for short in (name, fold(words[-1])):
        known = scene.report.introduced.find(short)
        if known and _may_be(known, intro) and (short == name or _same_name(name, known)):
            return _told(known, intro), "person.introduced-before"
        if scene.report.introduced.has(short) and short == name:
            return None
    if first == last and name in scene.report.introduced.others:
        return None
    return _prominent(scene, name, intro)


def _is_date(scene: Scene, index: int) -> bool:
    """Tell whether a surname that is also a month is one here ("in May", "May 5")."""
    tokens = scene.parse.tokens
    if tokens[index].text.lower() not in scene.nouns.among("calendar"):
        return False
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    before = tokens[index - 1].text.lower() if index else ""
    return after[:1].isdigit() or before in scene.nouns.among("calendar_before")


def _written(scene: Scene, first: int, last: int) -> str:
    span = scene.parse.span(first, last)
    return " ".join(scene.report.text[span.start : span.end].split())


def given_name(scene: Scene, head: int) -> Resolved | None:
    """Return the person whose given name alone reports something ("Peter reports")."""
    token = scene.parse.tokens[head]
    known = scene.report.introduced.given.get(token.text)
    if known is None or token.dep != "nsubj" or name_run(scene, head)[0] != head:
        return None
    if scene.lemma(token.head) not in scene.nouns.among("reporting"):
        return None
    return known, "person.given-name"


def _may_be(known: Entity, intro: Introduction) -> bool:
    """Tell whether what stands beside a name does not speak against who was introduced."""
    if intro.gender and known.gender and intro.gender != known.gender:
        return False
    owner = intro.office[0] if intro.office else None
    if owner is None or not owner.actor or not known.actor:
        return True
    return bool(set(_countries(owner)) & set(_countries(known)))


def _told(known: Entity, intro: Introduction) -> Entity:
    if known.actor or intro.office is None:
        return known
    owner = intro.office[0]
    return replace(known, actor=owner.actor, country=owner.country)


def _same_name(name: str, known: Entity) -> bool:
    return bool(known.name) and fold(known.name or "").endswith(name)


def _prominent(scene: Scene, name: str, intro: Introduction) -> Resolved | None:
    tables, day = scene.report.tables, scene.report.reading.day
    people = [tables.people[i] for i in tables.surnames.get(name, ())]
    if not people:
        return None
    if intro.office:
        country = intro.office[0].country
        people = [p for p in people if any(r.country == country for r in p.roles)]
        people = _most_fitting(scene, people, intro) or people
    elif intro.role:
        people = _most_fitting(scene, people, intro)
    elif name.lower() in scene.nouns.among("not_surnames"):
        return None
    else:
        serving = [p for p in people if _is_prominent(scene, p, True)]
        people = serving or [p for p in people if _is_prominent(scene, p, False)]
    chosen = _only(scene, people) or _only(scene, _of_states_named(scene, people))
    if chosen is None:
        return _namesakes(scene, people)
    entity, rule = entity_of_person(tables, chosen, day)
    return introduced_as(scene, entity, f"{rule}.surname", intro)


def _of_states_named(scene: Scene, people: list[Person]) -> list[Person]:
    """Return those who served a state that the report names."""
    named = scene.report.reading.states
    return [p for p in people if any(r.country in named for r in p.roles)]


def _namesakes(scene: Scene, people: list[Person]) -> Resolved | None:
    """Return the code that all people of a surname share, whoever is meant."""
    if not people:
        return None
    found = [
        entity_of_person(scene.report.tables, p, scene.report.reading.day)[0] for p in people
    ]
    if len({entity.actor for entity in found}) != 1:
        return None
    name = people[0].surnames[0]
    return replace(found[0], key=f"surname:{name}", name=name), "person.namesakes"


def _most_fitting(scene: Scene, people: list[Person], intro: Introduction) -> list[Person]:
    """Return those whose role has the title told."""
    title = intro.role.noun.words if intro.role else ""
    offices = scene.nouns.offices.get(title, ())
    return [p for p in people if any(r.title == title or r.office in offices for r in p.roles)]


def _is_prominent(scene: Scene, person: Person, in_office: bool) -> bool:
    """Tell whether a person is known by surname: in office, or lately out of the highest."""
    day = scene.report.reading.day
    role, serving = role_on(person, day)
    tables = scene.report.tables
    codes = actor_of_role(tables, role)
    if not all(c in tables.countries or c in tables.organisations for c in codes):
        return False
    if in_office or day is None:
        return serving and rank_of(role) < PROMINENT
    return rank_of(role) < FORMER and role.period.distance(day) < REMEMBERED


def _only(scene: Scene, people: list[Person]) -> Person | None:
    """Return the one who serves on the day, or else the one of the highest rank."""
    day = scene.report.reading.day
    serving = [p for p in people if role_on(p, day)[1]] or people
    if not serving:
        return None
    ranks = sorted((rank_of(role_on(p, day)[0]), p.id) for p in serving)
    if len(ranks) > 1 and ranks[0][0] == ranks[1][0]:
        return None
    return next(p for p in serving if p.id == ranks[0][1])


def introduce(scene: Scene) -> None:
    """Note everybody whom a sentence introduces by full name."""
    for anchor in scene.anchors:
        if anchor.kind is FormKind.PERSON:
            entity, _ = full_name(scene, anchor)
            person = scene.report.tables.people[anchor.entity.key]
            scene.report.introduced.add(entity, map(fold, (*person.surnames, *person.forms)))
    for token in scene.parse.tokens:
        if (
            token.pos != "PROPN"
            or token.dep in {"compound", "nmod"}
            or token.index in scene.by_token
        ):
            continue
        found = unknown_name(scene, token.index)
        if found is None and name_run(scene, token.index)[0] < token.index:
            scene.report.introduced.others.add(fold(token.text))
        if found and found[0].name and " " in found[0].name:
            name = fold(found[0].name)
            scene.report.introduced.add(found[0], (name, *surnames_of(name)))
            scene.report.introduced.given.setdefault(name.split()[0], found[0])
