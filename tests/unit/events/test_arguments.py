"""Voice, and whose arguments are whose."""

import pytest

from standoff.events.arguments import is_passive, logical_object, logical_subject

pytestmark = pytest.mark.model


def at(parse, form):
    return next(t.index for t in parse.tokens if t.text == form)


@pytest.mark.parametrize(
    ("text", "form", "passive"),
    [
        ("Sudan was warned.", "warned", True),
        ("Sudan has been warned twice.", "warned", True),
        ("Chad has warned Sudan.", "warned", False),
        ("Chad warned Sudan.", "warned", False),
        ("The men arrested by Chad were freed.", "arrested", True),
        ("Sudan was warned and punished by Chad.", "punished", True),
        ("Chad was warned and left the talks.", "left", False),
    ],
)
def test_a_passive_is_told_from_an_active(parse, text, form, passive):
    found = parse(text)
    assert is_passive(found, at(found, form)) is passive


def words(parse, indices):
    return [parse.tokens[i].text for i in indices]


def test_a_place_beside_by_is_not_who_acts(parse):
    found = parse("Sudan was punished by closing the border.")
    assert logical_subject(found, at(found, "punished")) == ()


def test_a_passive_with_two_objects_keeps_both(parse):
    found = parse("Sudan was given an ultimatum.")
    verb = at(found, "given")
    assert words(found, logical_object(found, verb)) == ["Sudan", "ultimatum"]


def test_an_owner_acts_in_the_infinitive_of_what_he_owns(parse):
    found = parse("Chad's decision to attack Sudan angered Libya.")
    assert words(found, logical_subject(found, at(found, "attack"))) == ["Chad"]


def test_two_verbs_with_one_object_share_it(parse):
    found = parse("Chad condemned and punished Sudan.")
    assert words(found, logical_object(found, at(found, "condemned"))) == ["Sudan"]
    assert words(found, logical_subject(found, at(found, "punished"))) == ["Chad"]


def test_a_verb_without_any_subject_has_none(parse):
    found = parse("Attack!")
    assert logical_subject(found, at(found, "Attack")) == ()
