"""What is known of a report before its mentions are resolved."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from standoff.actors.automaton import automaton_of
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_forms import FormKind, Referent, fold
from standoff.model import Document, Parse

COUNTRY_KINDS = frozenset(
    {
        FormKind.NAME,
        FormKind.DEMONYM,
        FormKind.DEMONYM_PLURAL,
        FormKind.ADJECTIVE,
        FormKind.CAPITAL,
        FormKind.SEAT,
        FormKind.REGION,
    }
)


ORDER = (
    FormKind.CONTEXT,
    FormKind.DEFINITE,
    FormKind.NAME,
    FormKind.ADJECTIVE,
    FormKind.DEMONYM,
    FormKind.DEMONYM_PLURAL,
    FormKind.CAPITAL,
    FormKind.ORGANISATION,
    FormKind.INSTITUTION,
    FormKind.SEAT,
    FormKind.GROUP,
    FormKind.PERSON,
    FormKind.REGION,
)
RANK = {kind: place for place, kind in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Match:
    """A form at some tokens of a sentence."""

    first: int
    last: int
    form: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, its date, the forms in each sentence and the states it names."""

    tables: ActorTables
    day: date | None
    text: str
    matches: tuple[tuple[Match, ...], ...]
    forms: frozenset[str]
    states: Counter[str]


def read_forms(
    document: Document, parses: tuple[Parse, ...], tables: ActorTables, day: date | None
) -> Reading:
    """Find the forms of a report and count the states they name."""
    automaton = automaton_of(tables)
    text = fold(document.text)
    matches = []
    for parse in parses:
        start, end = parse.sentence.span.start, parse.sentence.span.end
        spans = [(a + start, b + start) for a, b in automaton.matches(text[start:end])]
        matches.append(tuple(_tokens(parse, spans, text)))
    forms = Counter(match.form for found in matches for match in found)
    states: Counter[str] = Counter()
    for form, count in forms.items():
        alive = [r for r in tables.forms[form] if r.holds(day)]
        best = min((RANK[r.kind] for r in alive), default=0)
        ids = {_state(tables, r) for r in alive if RANK[r.kind] == best} - {None}
        code = ids.pop() if len(ids) == 1 else None
        if code:
            states[code] += count
    return Reading(tables, day, text, tuple(matches), frozenset(forms), states)


def _state(tables: ActorTables, referent: Referent) -> str | None:
    """Return the state a form names, or whose institution or group it names."""
    if referent.kind in COUNTRY_KINDS:
        return referent.id
    body = tables.body(referent)
    return body.country if body else None


def _tokens(parse: Parse, spans: list[tuple[int, int]], text: str) -> list[Match]:
    found = []
    at = 0
    tokens = parse.tokens
    for start, end in spans:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < end:
            last += 1
        if at < len(tokens) and tokens[at].start <= start:
            found.append(Match(at, last, text[start:end]))
    return found
