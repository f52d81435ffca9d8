"""Everything the coder knows, read once at start-up and never changed."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from standoff.errors import DataErrors
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.crosswalk import check_crosswalk
from standoff.knowledge.faults import Faults
from standoff.knowledge.gate_words import GateWords, load_gate_words
from standoff.knowledge.lexicon import Lexicon, load_lexicon, read_lexicon
from standoff.knowledge.matters import Matters, load_matters
from standoff.knowledge.ontology import load_ontology
from standoff.knowledge.places import Gazetteer, check_gazetteer, load_gazetteer
from standoff.knowledge.press_words import load_press_words
from standoff.knowledge.quote_cues import QuoteCues, load_quote_cues
from standoff.knowledge.segment_words import load_segment_words
from standoff.knowledge.speech_acts import SpeechActs, load_speech_acts
from standoff.knowledge.time_words import TimeWords, load_time_words

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of ``data/`` and the hash of the files they were read from."""

    actors: ActorTables
    cues: QuoteCues
    lexicon: Lexicon
    speech: SpeechActs
    gate: GateWords
    times: TimeWords
    places: Gazetteer
    matters: Matters
    sha256: str


def load_knowledge(root: Path = DATA) -> Knowledge:
    """Read the data files; raises `DataErrors` with every fault where there are any."""
    faults = Faults()
    lexicon = load_lexicon(root, faults)
    cues = load_quote_cues(root, faults)
    known = Knowledge(
        actors=load_actors(root, faults),
        cues=cues,
        lexicon=lexicon,
        speech=load_speech_acts(root, faults),
        gate=load_gate_words(
            root, (lemma for _, lemma in lexicon.by_predicate), _said(cues), faults
        ),
        times=load_time_words(root, faults),
        places=load_gazetteer(root),
        matters=load_matters(root, faults),
        sha256=data_sha256(root),
    )
    faults.refuse()
    return known


def _said(cues: QuoteCues) -> tuple[str, ...]:
    """Return the words that tell of speech: single cues, and those that begin a phrase."""
    return (*cues.verbs, *cues.nouns, *cues.adjectives, *cues.forms, *cues.phrase_starts)


def check_knowledge(root: Path = DATA) -> dict[str, int]:
    """Check every row of every file; return how many entries of each kind there are."""
    faults = Faults()
    folder = root / "lexicon" / "en"
    ontology = load_ontology(root, faults)
    check_crosswalk(read_lexicon(folder, faults), ontology, folder, faults)
    check_gazetteer(root, faults)
    load_segment_words(root, faults)
    load_press_words(root, faults)
    known = _all_told(root, faults)
    actors, cues = known.actors, known.cues
    cues_count = len(cues.verbs) + len(cues.nouns) + len(cues.adjectives) + len(cues.phrases)
    return {
        "event types": len(ontology.types),
        "CAMEO codes": len(ontology.cameo),
        "lexicon entries": len(known.lexicon.by_id),
        "cues of speech": cues_count,
        "matters": len(known.matters.matters),
        "states and territories": len(actors.countries),
        "organisations": len(actors.organisations),
        "groups": len(actors.groups),
        "institutions": len(actors.institutions),
        "people": len(actors.people),
    }


def _all_told(root: Path, faults: Faults) -> Knowledge:
    """Return the knowledge; raises `DataErrors` with the faults of both readings, each once."""
    try:
        known = load_knowledge(root)
    except DataErrors as errors:
        told = {str(fault) for fault in faults.found}
        faults.found.extend(fault for fault in errors.faults if str(fault) not in told)
        raise DataErrors(tuple(faults.found)) from None
    faults.refuse()
    return known


def data_sha256(root: Path) -> str:
    """Return one hash of all data files, by name and content."""
    digest = sha256()
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
