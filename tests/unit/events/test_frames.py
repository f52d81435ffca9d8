"""Clause frames: the same slots whatever the construction."""

import pytest

from standoff.events.frames import frames

pytestmark = pytest.mark.model
SUBJECT_OBJECT = {
    "active": ("Chad attacked Sudan.", "attacked", "Chad", "Sudan"),
    "passive": ("Sudan was attacked by Chad.", "attacked", "Chad", "Sudan"),
    "passive of the perfect": ("Sudan has been attacked by Chad.", "attacked", "Chad", "Sudan"),
    "passive without an agent": ("Sudan was attacked.", "attacked", "", "Sudan"),
    "auxiliaries": ("Chad might have attacked Sudan.", "attacked", "Chad", "Sudan"),
    "relative of the subject": (
        "Chad, which attacked Sudan, signed a truce.",
        "attacked",
        "Chad",
        "Sudan",
    ),
    "relative of the object": (
        "The village that Chad attacked is empty.",
        "attacked",
        "Chad",
        "village",
    ),
    "past participle": ("The town attacked by Chad is empty.", "attacked", "Chad", "town"),
    "present participle": ("Soldiers attacking Sudan fled.", "attacking", "Soldiers", "Sudan"),
    "coordinated verbs": ("Chad warned Sudan and attacked Libya.", "attacked", "Chad", "Libya"),
    "coordinated subjects": (
        "Chad and Libya attacked Sudan.",
        "attacked",
        "Chad & Libya",
        "Sudan",
    ),
    "coordinated objects": (
        "Chad attacked Sudan and Libya.",
        "attacked",
        "Chad",
        "Sudan & Libya",
    ),
    "control by the subject": ("Chad promised to attack Sudan.", "attack", "Chad", "Sudan"),
    "control by the object": ("Chad urged Libya to attack Sudan.", "attack", "Libya", "Sudan"),
    "raising": ("Chad seems to attack Sudan.", "attack", "Chad", "Sudan"),
    "gerund": ("Chad was accused of attacking Sudan.", "attacking", "Chad", "Sudan"),
    "adverbial clause": (
        "Chad lost a plane while attacking Sudan.",
        "attacking",
        "Chad",
        "Sudan",
    ),
    "reported clause": ("Libya said Chad attacked Sudan.", "attacked", "Chad", "Sudan"),
    "coordinated passives": (
        "Sudan was shelled and attacked by Chad.",
        "attacked",
        "Chad",
        "Sudan",
    ),
}


@pytest.mark.parametrize("name", SUBJECT_OBJECT)
def test_subject_and_object_are_found_in(slots, name):
    text, form, subject, thing = SUBJECT_OBJECT[name]
    assert slots(text, form, "subj", "obj") == [subject, thing]


COMPLEMENTS = {
    "a that-clause": ("Chad demanded that Sudan leave the town.", "demanded", "ccomp", "leave"),
    "a bare clause": ("Chad demanded Sudan leave the town.", "demanded", "ccomp", "leave"),
    "an infinitive": ("Chad refused to leave.", "refused", "xcomp", "leave"),
    "an object and an infinitive": ("Chad urged Sudan to leave.", "urged", "xcomp", "leave"),
    "two infinitives": ("Chad offered to leave and to pay.", "offered", "xcomp", "leave & pay"),
    "an indirect object": ("Chad gave Sudan a warning.", "gave", "iobj", "Sudan"),
    "an adjective": ("Chad is ready to talk.", "is", "acomp", "ready"),
    "a preposition": ("Chad called on Sudan for help.", "called", "on", "Sudan"),
    "two in a preposition": (
        "Chad met with Sudan and Libya.",
        "met",
        "with",
        "Sudan & Libya",
    ),
    "a gerund in a preposition": (
        "Chad accused Sudan of lying to Libya.",
        "accused",
        "of",
        "lying",
    ),
    "the owner of an object": (
        "Chad rejected Sudan's demand.",
        "rejected",
        "obj.poss",
        "Sudan",
    ),
    "the subject of a clause": (
        "Chad demanded that Sudan leave the town.",
        "demanded",
        "ccomp.subj",
        "Sudan",
    ),
    "the preposition of an object": (
        "Chad imposed sanctions on Sudan.",
        "imposed",
        "on",
        "Sudan",
    ),
}


@pytest.mark.parametrize("name", COMPLEMENTS)
def test_a_slot_holds(slots, name):
    text, form, slot, words = COMPLEMENTS[name]
    assert slots(text, form, slot) == [words]


NOMINAL = {
    "owner": (
        "Chad's attack on Sudan angered Libya.",
        "attack",
        ("poss", "on"),
        ["Chad", "Sudan"],
    ),
    "of": ("The attack of Chad angered Libya.", "attack", ("of",), ["Chad"]),
    "by": ("An attack by Chad killed three.", "attack", ("by",), ["Chad"]),
    "between": (
        "Talks between Chad and Sudan failed.",
        "Talks",
        ("between",),
        ["Chad & Sudan"],
    ),
    "adjective": ("The Chadian attack failed.", "attack", ("mod",), ["Chadian"]),
    "carried by a verb": (
        "Chad launched an attack on Sudan.",
        "attack",
        ("verb", "subj", "on"),
        ["launched", "Chad", "Sudan"],
    ),
    "carried by a passive": (
        "An attack was launched by Chad.",
        "attack",
        ("verb", "subj"),
        ["launched", "Chad"],
    ),
}


@pytest.mark.parametrize("name", NOMINAL)
def test_a_noun_has_its_slots_by(slots, name):
    text, form, names, words = NOMINAL[name]
    assert slots(text, form, *names) == words


def test_an_adjective_has_the_subject_of_its_copula(slots):
    assert slots("Chad is ready to talk to Sudan.", "ready", "subj", "xcomp") == [
        "Chad",
        "talk",
    ]


def test_a_particle_belongs_to_its_verb(frame):
    found = frame("Chad ruled out talks.", "ruled")
    particle = found.particle()
    assert particle is not None
    assert particle[1] == "out"
    assert frame("Chad held talks.", "held").particle() is None


def test_a_frame_describes_itself(frame):
    assert frame("Egypt urged Israel to wait.", "urged").describe() == (
        "urge(subj=Egypt, obj=Israel, xcomp=wait)"
    )


def test_auxiliaries_and_attributes_are_no_predicates(parse):
    found = [f.token.text for f in frames(parse("The armed men have been warned."))]
    assert "have" not in found
    assert "been" not in found
    assert "warned" in found
