"""The lexicon of reporting words: its form, and the proof of every entry."""

from pathlib import Path

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.quote_cues import Cue, load_quote_cues, verb_forms
from standoff.model import Document, Mentions, Quote, Sentence, Span
from standoff.parse.spacy import SpacyParser
from standoff.quotes import find_quotes

Claim = tuple[Cue, str, bool, tuple[Quote, ...]]
ENTRY = """\
- lemma: say
  pos: verb
  frames: [clause]
  force: assertive
  attitude: said
  example: The mayor said that it rained.
  near_miss: The final say is hers.
  source: Levin 1993
"""


def faults_of(text: str, folder: Path) -> list[str]:
    (folder / "quotes").mkdir()
    (folder / "quotes" / "en.yaml").write_text(text, "utf-8")
    faults = Faults()
    load_quote_cues(folder, faults)
    return [str(fault) for fault in faults.found]


def test_the_shipped_lexicon_has_no_fault_and_enough_entries() -> None:
    faults = Faults()
    cues = load_quote_cues(DATA, faults)
    assert faults.found == []
    assert len(cues) >= 350


def test_a_sound_entry_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(ENTRY, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("force: assertive", "force: loud", 1, "'loud'"),
        ("attitude: said", "attitude: sung", 1, "'sung'"),
        ("pos: verb", "pos: adverb", 1, "'adverb'"),
        ("[clause]", "[clause, sonnet]", 1, "'sonnet'"),
        ("  source: Levin 1993\n", "", 1, "source"),
        ("near_miss:", "nearmiss:", 1, "near_miss"),
        ("  source: Levin 1993\n", "  source: Levin 1993\n" + ENTRY, 9, "listed twice"),
        ("lemma: say\n", "lemma: say\n  lemma: tell\n", 2, "duplicate key"),
    ],
)
def test_a_wrong_entry_is_reported_with_its_line(
    old: str, new: str, line: int, why: str, tmp_path: Path
) -> None:
    found = faults_of(ENTRY.replace(old, new), tmp_path)
    assert len(found) == 1
    assert f"en.yaml:{line}:" in found[0]
    assert why in found[0]


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    wrong = ENTRY.replace("said\n", "sung\n", 1)
    assert len(faults_of(wrong + wrong.replace("lemma: say", "lemma: tell"), tmp_path)) == 2


def test_a_form_that_the_parser_reads_wrongly_still_finds_its_verb() -> None:
    cues = load_quote_cues(DATA, Faults())
    hope = cues.verb("hop", "hopes")
    assert hope is not None
    assert hope.lemma == "hope"


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", {"denies", "denied", "denying"}),
        ("stress", {"stresses", "stressed", "stressing"}),
        ("hint", {"hints", "hinted", "hinting"}),
        ("admit", {"admits", "admitted", "admitting"}),
    ],
)
def test_regular_forms_of_a_verb(lemma: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(lemma))


@pytest.fixture(scope="module")
def claims_read() -> list[Claim]:
    """The quotes found in every example and near miss."""
    cues = load_quote_cues(DATA, Faults())
    entries = [
        *cues.verbs.values(),
        *cues.nouns.values(),
        *cues.adjectives.values(),
        *cues.phrases.values(),
    ]
    claims = [(e, e.example, True) for e in entries] + [
        (e, e.near_miss, False) for e in entries
    ]
    text, spans = "", []
    for _, sentence, _ in claims:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    whole = Document("examples", text, paragraphs=tuple(spans))
    cut = tuple(Sentence(i, span, i) for i, span in enumerate(spans))
    found = []
    for (entry, sentence, expected), parse in zip(
        claims, SpacyParser().parse(whole, cut), strict=True
    ):
        alone = Document("example", text, paragraphs=(parse.sentence.span,))
        quotes = find_quotes(alone, (parse,), Mentions(()), cues)
        found.append((entry, sentence, expected, quotes))
    return found


def is_found(entry: Cue, quotes: tuple[Quote, ...]) -> bool:
    """A verb that takes a noun of speech is part of that noun's cue."""
    if "noun" in entry.frames and any(q.rule.startswith(("nominal", "direct")) for q in quotes):
        return True
    return any(q.cue_lemma == entry.lemma and q.rule.endswith(entry.pos) for q in quotes)


@pytest.mark.model
def test_every_cue_is_found_in_its_example_and_not_in_its_near_miss(
    claims_read: list[Claim],
) -> None:
    wrong = [
        f"{entry.pos} {entry.lemma}: {sentence}"
        for entry, sentence, expected, quotes in claims_read
        if is_found(entry, quotes) != expected
    ]
    assert wrong == []
