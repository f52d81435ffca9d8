"""The draft of a conflict model."""

from pathlib import Path

from dispute_rows import act, taken
from standoff.dispute.draft import draft_model
from standoff.dispute.draft_file import write_draft
from standoff.dispute.draft_options import Drafting
from standoff.dispute.model_file import parse_model
from standoff.dispute.sides import sides_of
from standoff.gmcr.model import Direction
from standoff.knowledge.dispute_words import load_dispute_words

WORDS = load_dispute_words()
NAMES = {"AAA": "Aland", "BBB": "Beland"}


def member_of(members):
    def find(body, day):
        return members.get(body, frozenset())

    return find


def draft(*stances, acts=(), most=14, members=None):
    sides = sides_of(stances, member_of(members or {}), WORDS)
    return draft_model(stances, acts, "test", Drafting(sides, NAMES, WORDS), most)


def demand(**more):
    return taken("demand", issue="trade", content="Beland lift its tariffs", **more)


def threat(**more):
    given = {"issue": "trade", "content": "to close the port",
             "condition": "if Beland did not lift its tariffs"}  # fmt: skip
    return taken("threaten", **{**given, **more}, on=2)


def statements(found, maker):
    return [s.condition for m in found.makers if m.id == maker for s in m.statements]


def options(found):
    return {m.id: [o.name for o in m.options] for m in found.makers}


def test_a_demand_is_an_option_of_its_addressee_that_its_party_wants():
    found = draft(demand())
    assert options(found) == {"BBB": ["lift its tariffs"]}
    both = draft(demand(), threat())
    assert statements(both, "AAA")[0] == "lift its tariffs"


def test_an_unanswered_demand_is_assumed_not_to_be_wanted():
    found = draft(demand())
    (said,) = found.makers[0].statements
    assert said.condition == "not lift its tariffs"
    assert said.basis.rule == "what is demanded of it and not granted it does not want to do"


def test_the_newest_answer_decides_what_the_addressee_wants():
    refusal = taken("refuse", "BBB", "AAA", "trade", 3, content="to lift its tariffs")
    assert statements(draft(demand(), refusal), "BBB") == ["not lift its tariffs"]
    offer = taken("offer", "BBB", "AAA", "trade", 4, content="to lift its tariffs")
    assert statements(draft(demand(), refusal, offer), "BBB") == ["lift its tariffs"]


def test_a_threat_is_carried_out_exactly_where_its_condition_is_met():
    found = draft(demand(), threat())
    assert "close the port iff not lift its tariffs" in statements(found, "AAA")
    assert "not close the port" in statements(found, "BBB")


def test_a_threat_with_ones_own_demand_as_its_condition_enforces_the_demand():
    found = draft(demand(), threat(condition="lift its tariffs"))
    assert "close the port iff not lift its tariffs" in statements(found, "AAA")


def test_what_a_threat_is_to_prevent_is_an_option_of_the_threatened():
    warned = threat(issue="invasion", why="thesaurus: “invade”", condition="if it invades",
                    content="it would pay a high price")  # fmt: skip
    found = draft(warned)
    assert options(found) == {"BBB": ["invade"], "AAA": ["make Beland pay a high price"]}
    assert statements(found, "AAA") == ["not invade", "make Beland pay a high price iff invade"]


def test_an_act_that_cannot_be_undone_is_marked_irreversible():
    warned = threat(issue="invasion", why="thesaurus: “invade”", condition="if it invades")
    invade = next(o for m in draft(warned).makers for o in m.options if o.name == "invade")
    assert invade.direction is Direction.ONCE_TAKEN


def test_a_threat_whose_words_name_no_act_is_left_out_and_said_so():
    found = draft(demand(), threat(content="a warning", id="t"))
    assert found.left_out == ("t threaten: its words name no act",)


def test_a_threat_that_was_carried_out_is_the_status_quo():
    closed = act("COERCE", on=5)
    assert draft(demand(), threat(), acts=[closed]).status_quo == ("close the port",)


def test_matters_nobody_can_do_both_of_are_infeasible_together():
    leave = taken("demand", issue="troop withdrawal", content="withdraw its troops")
    warned = threat(issue="invasion", why="thesaurus: “invade”", condition="if it invades")
    (said,) = draft(leave, warned).infeasible
    assert said.condition == "withdraw its troops and invade"
    assert said.basis.rule == "nobody does both: troop withdrawal, invasion"


def test_one_option_name_of_two_owners_is_told_apart_by_the_owner():
    talks = taken("demand", "CCC", "AAA BBB", content="to hold talks")
    found = draft(talks, taken("accept", "AAA", "CCC", on=2))
    assert statements(found, "AAA") == ["AAA.hold talks"]


def test_only_the_options_told_most_often_are_kept():
    found = draft(demand(), demand(on=3), threat(), most=1)
    assert options(found) == {"BBB": ["lift its tariffs"]}
    assert found.left_out == ("option “close the port” of AAA: more than 1",)


def test_members_speak_with_their_body_unless_they_are_at_odds():
    members = {"NNN": frozenset({"AAA", "CCC"})}
    apart = [taken("demand", "AAA", "CCC"), taken("demand", "NNN", "BBB")]
    assert sides_of(apart, member_of(members), WORDS)["AAA"] == "AAA"
    together = [taken("demand", "AAA", "BBB"), taken("demand", "NNN", "BBB")]
    assert sides_of(together, member_of(members), WORDS)["AAA"] == "NNN"


def test_a_loose_name_stands_for_the_body_that_is_a_party():
    stances = [taken("demand", "RUS", "WEST"), taken("refuse", "NATO", "RUS")]
    assert sides_of(stances, member_of({}), WORDS)["WEST"] == "NATO"


def test_a_demand_and_what_a_threat_warns_against_are_never_one_option():
    """Though the record gives both one matter."""
    go = taken("demand", issue="invasion", content="to go home")
    warned = threat(issue="invasion", why="thesaurus: “invade”", condition="if it invades")
    assert options(draft(go, warned))["BBB"] == ["go home", "invade"]


def test_two_threats_with_one_condition_are_one_option_where_one_names_no_act():
    vague = threat(condition="if it invades", issue="invasion", content="it would pay dearly")
    clear = threat(condition="if it launches an invasion", issue="invasion", id="t",
                   content="new sanctions")  # fmt: skip
    found = draft(vague, clear)
    assert options(found) == {"BBB": ["invade"], "AAA": ["impose new sanctions"]}


def test_a_threat_that_names_no_act_enforces_the_demand_told_before_it():
    (said,) = [
        s for m in draft(demand(), threat(condition="if talks failed")).makers
        for s in m.statements if s.condition.startswith("close")
    ]  # fmt: skip
    assert said.condition == "close the port iff not lift its tariffs"
    assert said.basis.rule == (
        "a threat that names no act of the other enforces the demand told before it"
    )


def test_who_is_warned_is_tempted_while_its_demand_is_unmet_and_nothing_offered():
    asked = taken("demand", "BBB", "AAA", "bases", content="close its bases")
    warned = threat(issue="invasion", condition="if it invades", content="to close the port")
    offered = taken("offer", issue="water", content="to share the river")
    assert "invade iff not close its bases" in statements(draft(asked, warned), "BBB")
    found = statements(draft(asked, warned, offered), "BBB")
    assert "invade iff not (close its bases or share the river)" in found


def test_what_is_demanded_of_both_sides_each_does_for_its_own_demand():
    own = taken("demand", "BBB", "AAA", "bases", content="close its bases")
    found = draft(demand(), own)
    assert "lift its tariffs iff close its bases" in statements(found, "BBB")
    assert "close its bases iff lift its tariffs" in statements(found, "AAA")


def test_what_both_are_asked_each_does_if_the_other_does():
    truce = taken("demand", "CCC", "AAA BBB", "cease-fire", content="observe the truce")
    found = draft(truce)
    assert statements(found, "AAA") == ["AAA.observe the truce iff BBB.observe the truce"]


def test_a_promise_and_its_price_are_options_that_each_does_for_the_other():
    promise = taken("condition", content="it will not free the crew", issue="prisoners",
                    condition="unless Beland pays the fine")  # fmt: skip
    found = draft(promise)
    assert options(found) == {"AAA": ["free the crew"], "BBB": ["pay the fine"]}
    assert statements(found, "AAA") == ["pay the fine", "free the crew iff pay the fine"]
    assert statements(found, "BBB") == ["free the crew", "pay the fine iff free the crew"]


def test_talks_offered_on_several_matters_are_one_option():
    offers = [
        taken("offer", issue=matter, content=matter, events=("e1",), id=f"o{matter}")
        for matter in ("trade", "water", "prisoners")
    ]
    answer = taken("defer", "BBB", "AAA", "trade", 2, content="it needs time")
    found = draft(*offers, answer)
    assert options(found) == {
        "AAA": ["hold talks on trade, water and prisoners"],
        "BBB": ["join the talks"],
    }


def test_what_has_one_object_is_one_option_of_one_owner():
    first = taken(
        "demand", issue="missile program", content="end its nuclear and missile tests"
    )
    second = taken("demand", issue="nuclear program", content="stop nuclear tests", on=2)
    assert options(draft(first, second)) == {"BBB": ["end its nuclear and missile tests"]}


def test_an_offer_that_nobody_is_against_is_left_out_and_said_so():
    found = draft(demand(), taken("offer", "CCC", "AAA BBB", content="to mediate"))
    assert options(found) == {"BBB": ["lift its tariffs"]}
    assert found.left_out == ("option “mediate” of CCC: nobody is against it",)


def test_an_invitation_and_what_is_asked_of_civilians_are_no_options():
    come = taken("demand", issue="visit", content="to return to its capital", events=("e1",))
    people = taken("demand", to="BBB CIV", issue="unrest", content="to stay calm", on=2)
    drafting = Drafting(
        sides_of((come,), member_of({}), WORDS), NAMES, WORDS, modes={"e1": "invite"}
    )
    found = draft_model((come, people), (), "test", drafting, 8)
    assert found.makers == ()
    assert len(found.left_out) == 2


def test_a_body_whose_members_are_at_odds_is_no_side():
    members = {"UNO": frozenset({"AAA", "BBB", "CCC"})}
    apart = [
        taken("demand", "AAA", "BBB"),
        taken("demand", "UNO", "BBB"),
        taken("offer", "CCC"),
    ]
    assert sides_of(apart, member_of(members), WORDS)["CCC"] == "CCC"


def test_the_draft_is_a_model_file_that_can_be_read_and_says_why_each_part_is_there():
    refusal = taken("refuse", "BBB", "AAA", "trade", 3, content="to lift its tariffs")
    text = write_draft(draft(demand(), threat(), refusal))
    read = parse_model(text, Path("draft.yaml"))
    assert [m.id for m in read.model.decision_makers] == ["BBB", "AAA"]
    assert len(read.model.states) == 4
    assert read.status_quo == 0
    bases = {source.of: source.basis for source in read.sources}
    assert bases["BBB.lift its tariffs"] == "found"
    assert bases["BBB prefers not close the port"] == "assumed"
