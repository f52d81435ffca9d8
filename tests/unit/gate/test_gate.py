import pytest

from standoff.gate import reason_to_parse
from standoff.knowledge.gate_words import GateWords, inflections
from standoff.model import Document, Sentence, Span

WORDS = GateWords(frozenset(inflections("ban")), frozenset({"said"}), frozenset({"must"}))


def reason(text):
    document = Document("d", text)
    return reason_to_parse(Sentence(0, Span(0, len(text)), 0), document, WORDS)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was “over”.", "marks"),
        ("Chad banned the party.", "act"),
        ("He said so.", "cue"),
        ("They must go.", "modal"),
        ("The sky is blue.", None),
        ("The allies' sky is blue.", None),
    ],
)
def test_a_sentence_is_parsed_for_this_reason(text, why):
    assert reason(text) == why


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("ban", "banned"), ("ban", "banning"), ("agree", "agreed"), ("agree", "agreeing"),
     ("accuse", "accusing"), ("deny", "denied"), ("deny", "denies"), ("deny", "denying"),
     ("veto", "vetoes"), ("attack", "attacks"), ("urge", "urged"), ("free", "freeing")],
)  # fmt: skip
def test_every_regular_form_of_a_word_is_known(lemma, form):
    assert form in inflections(lemma)
