from datetime import date

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.time_words import load_time_words
from standoff.model import Span
from standoff.timeplace.expressions import Anchor, expressions, resolve

WORDS = load_time_words(DATA, Faults())
PUBLISHED = date(2024, 5, 15)  # a Wednesday


def days(text, ahead=False, published=PUBLISHED):
    found = expressions(text, Span(0, len(text)), WORDS)
    whens = [resolve(e, Anchor(published, ahead, WORDS)) for e in found]
    return [(w.earliest, w.latest) if w else None for w in whens]


def day(*parts):
    return [(date(*parts), date(*parts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 2023-01-09.", day(2023, 1, 9)),
        ("They met on March 4, 2021.", day(2021, 3, 4)),
        ("They met on 4 March 2021.", day(2021, 3, 4)),
        ("They met on Feb. 23.", day(2024, 2, 23)),
        ("They met on Nov. 23.", day(2023, 11, 23)),
        ("They met on Wednesday.", day(2024, 5, 15)),
        ("They met on Thursday.", day(2024, 5, 9)),
        ("They met yesterday.", day(2024, 5, 14)),
        ("They met three days ago.", day(2024, 5, 12)),
        ("They met in 2019.", [(date(2019, 1, 1), date(2019, 12, 31))]),
        ("They met in June 2022.", [(date(2022, 6, 1), date(2022, 6, 30))]),
        ("They met last week.", [(date(2024, 5, 1), date(2024, 5, 8))]),
        ("They may march in may.", []),
        ("They met on February 30, 2021.", [None]),
    ],
)
def test_an_expression_means_these_days(text, expected):
    assert days(text) == expected


def test_a_weekday_ahead_is_the_next_one():
    assert days("They will meet on Wednesday.", ahead=True) == day(2024, 5, 22)
    assert days("They will meet on Thursday.", ahead=True) == day(2024, 5, 16)


def test_a_relative_day_without_a_report_date_is_not_guessed():
    assert days("They met on Thursday.", published=None) == [None]
    assert days("They met yesterday.", published=None) == [None]


def test_since_names_the_day_a_time_began_not_a_day():
    (found,) = expressions("They fought since Friday.", Span(0, 25), WORDS)
    when = resolve(found, Anchor(PUBLISHED, False, WORDS))
    assert when is not None
    assert (when.earliest, when.latest, when.day) == (date(2024, 5, 10), PUBLISHED, None)
