"""An event is known by where it stands and what it states, however it was read."""

from dataclasses import replace

import pytest

from standoff.actors import link_mentions
from standoff.events import code
from standoff.events.act import Scene
from standoff.model import Document, Mentions, Span, Status

pytestmark = pytest.mark.model
TEXT = "Norway on Tuesday accused Iceland of piracy."


@pytest.fixture
def told(coder, parse):
    known, parsed = coder.kit.knowledge, parse(TEXT)
    document = Document("one", TEXT)
    mentions = Mentions(link_mentions(document, (parsed,), known.actors, None))
    scene = Scene(document, parsed, mentions, (), (), known.lexicon, known.speech)
    (act,) = code._acts(scene)
    return act, scene


@pytest.mark.parametrize("name", ["rule", "status", "recipient"])
def test_an_event_read_by_another_rule_keeps_its_id(told, name):
    act, scene = told
    others = {"rule": "renamed", "status": Status.NEGATED, "recipient": act.actor}
    other = replace(act, **{name: others[name]})
    assert code._id(other, scene) == code._id(act, scene)


@pytest.mark.parametrize("name", ["type", "actor", "content", "trigger"])
def test_an_event_that_states_something_else_has_another_id(told, name):
    act, scene = told
    others = {"type": "REQUEST", "actor": act.recipient, "content": Span(0, 6),
              "trigger": Span(0, 6)}  # fmt: skip
    other = replace(act, **{name: others[name]})
    assert code._id(other, scene) != code._id(act, scene)
