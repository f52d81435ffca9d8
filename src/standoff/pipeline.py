"""The coder on one page: a report in, its record out. No input or output happens here."""

from dataclasses import dataclass, replace

from standoff.actors import link_mentions, resolve_first_person
from standoff.events import code_events
from standoff.gate import reason_to_parse
from standoff.knowledge.coder_version import coder_version
from standoff.knowledge.knowledge import Knowledge, load_knowledge
from standoff.model import Document, Event, MadeBy, Mentions, Problem, Quote, Record
from standoff.parse.spacy import DEFAULT_MODEL, SpacyParser
from standoff.positions import take_positions
from standoff.quotes import find_quotes, is_quote
from standoff.segment import sentences
from standoff.timeplace import date_events, locate_events


@dataclass(frozen=True, slots=True)
class Kit:
    """What the coder needs: a loaded parser, the knowledge, and what a record says of both."""

    parser: SpacyParser
    knowledge: Knowledge
    made_by: MadeBy

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL) -> "Kit":
        """Load the parser and read the data files."""
        parser, known = SpacyParser(model), load_knowledge()
        made_by = MadeBy(coder_version(), known.sha256, parser.name, parser.version)
        return cls(parser, known, made_by)


def code_document(document: Document, kit: Kit) -> Record:
    """Return the record of one report.

    A report that is not English, or holds no prose, has no rows and a `Problem` that says so.
    """
    refusal = _refusal(document)
    if refusal is not None:
        return Record(document, (), (), (), (), (), (refusal,), kit.made_by)
    known = kit.knowledge
    cut = sentences(document)
    worth = tuple(s for s in cut if reason_to_parse(s, document, known.gate) is not None)
    parses = tuple(kit.parser.parse(document, worth))
    named = link_mentions(document, parses, known.actors, document.published)
    found = find_quotes(document, parses, Mentions(named), known.cues)
    quotes = _quotes(found)
    mentions = Mentions(resolve_first_person(parses, named, quotes))
    coded = code_events(document, parses, mentions, quotes, known.lexicon, known.speech)
    dated = date_events(document, parses, coded, known.times)
    events = locate_events(document, parses, mentions, dated, known.places)
    positions = take_positions(document, parses, quotes, events, known.matters)
    return Record(
        document=document,
        sentences=cut,
        mentions=mentions.all,
        quotes=quotes,
        events=events,
        positions=positions,
        problems=_problems(document, events),
        made_by=kit.made_by,
        attributions=tuple(quote for quote in found if not is_quote(quote)),
    )


def _quotes(attributions: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return what was said, beliefs and feelings left out, nesting counted anew."""
    kept = [number for number, quote in enumerate(attributions) if is_quote(quote)]
    place = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(attributions[old], inside=place.get(attributions[old].inside or 0))
        if attributions[old].inside is not None
        else attributions[old]
        for old in kept
    )


def _refusal(document: Document) -> Problem | None:
    if not document.paragraphs:
        return Problem("ingest", "no-text", "the report holds no prose")
    if document.language not in {None, "en"}:
        found = f"the report is in {document.language!r}, and only English can be read"
        return Problem("ingest", "not-english", found)
    return None


def _problems(document: Document, events: tuple[Event, ...]) -> tuple[Problem, ...]:
    if document.published is not None or not events:
        return ()
    why = "no publication date: relative dates stay unresolved (give --published)"
    return (Problem("timeplace", "no-published-date", why),)
