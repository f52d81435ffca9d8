"""Matters grouped over reports."""

from dispute_rows import taken
from standoff.dispute.issues import group_issues, groups_of, head_of

PLAIN = "the head of the content"


def names(*given):
    return [t.issue for t in group_issues(given)]


def test_a_phrase_joins_a_fuller_one_of_the_same_head_and_says_why():
    short = taken("demand", issue="keys", why=PLAIN)
    full = taken("refuse", issue="lighthouse keys", why=PLAIN)
    grouped = group_issues([short, full])
    assert [t.issue for t in grouped] == ["lighthouse keys"] * 2
    assert grouped[0].why == f"{PLAIN}; across reports: the head noun of “lighthouse keys”"
    assert groups_of(grouped)[0].names == ("keys", "lighthouse keys")


def test_phrases_of_one_head_with_other_words_stay_apart():
    castle = taken("demand", issue="castle keys", why=PLAIN)
    house = taken("demand", issue="lighthouse keys", why=PLAIN)
    assert names(castle, house) == ["castle keys", "lighthouse keys"]


def test_a_matter_of_the_thesaurus_and_a_name_given_by_a_person_stay():
    fixed = taken("demand", issue="trade talks")
    given = taken("demand", issue="talks", why=PLAIN, judged="corrected")
    assert names(fixed, given) == ["trade talks", "talks"]


def test_the_head_of_a_phrase_stands_before_its_complement():
    assert head_of("release of the keepers") == "release"
    assert head_of("ferry crossings") == "crossing"
