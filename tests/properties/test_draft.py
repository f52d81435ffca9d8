"""Whatever a record tells, its draft is a model that can be read and solved."""

from pathlib import Path

from hypothesis import given, settings, strategies as st

from dispute_rows import taken
from standoff.dispute.act_names import name_act, name_condition
from standoff.dispute.draft import draft_model
from standoff.dispute.draft_file import write_draft
from standoff.dispute.draft_options import Drafting
from standoff.dispute.model_file import parse_model
from standoff.dispute.sides import sides_of
from standoff.gmcr import Concept, solve
from standoff.knowledge.dispute_words import load_dispute_words
from standoff.model import Stance

WORDS = load_dispute_words()
SAID = (
    "to close the port", "the port", "it will not lift the ban", "lift the ban", "end of raids",
    "new sanctions", "a warning", "it would pay", "hold talks", "withdraw and \"rest\"", "if",
    "sign the deal if the ban is lifted", "not", "arms control", "",
)  # fmt: skip
IF = ("if it invades", "unless the ban is lifted", "if it closes the port", "if talks fail",
      "only if Beland signs the deal", "lift the ban", "if", None)  # fmt: skip


@st.composite
def stances(draw):
    found = []
    for number in range(draw(st.integers(1, 8))):
        party, to = draw(st.permutations(["AAA", "BBB", "CCC", "BBB CIV"]))[:2]
        found.append(
            taken(
                draw(st.sampled_from([s.value for s in Stance])),
                "AAA" if party == "BBB CIV" else party,
                draw(st.sampled_from([to, "", "AAA BBB"])),
                draw(st.sampled_from(["trade", "talks", "invasion", "cease-fire", None])),
                number + 1,
                id=f"r{number}",
                content=draw(st.sampled_from(SAID)) or None,
                condition=draw(st.sampled_from(IF)),
                events=(draw(st.sampled_from(["e1", "e2", "e3"])),),
            )
        )
    return tuple(found)


@settings(deadline=None)  # the solver compiles once
@given(stances())
def test_every_draft_is_a_model_without_a_fault(told):
    sides = sides_of(told, lambda _body, _day: frozenset(), WORDS)
    draft = draft_model(told, (), "any", Drafting(sides, {"BBB": "Beland"}, WORDS), 6)
    names = [(m.id, o.name) for m in draft.makers for o in m.options]
    assert len(set(names)) == len(names) <= 6
    if len(draft.makers) > 1:
        model = parse_model(write_draft(draft), Path("draft.yaml")).model
        assert solve(model, [Concept.NASH])


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(SAID))
def test_no_words_are_too_odd_to_be_named(odd, known):
    for words in (odd, f"{odd} {known}", f"if {known} {odd}"):
        act = name_act(words, frozenset({"beland"}), WORDS)
        assert act is None or act.name.strip()
        name_condition(words, frozenset(), WORDS)
