"""Dates of publication: every form with a year; what is ambiguous is refused."""

from datetime import date

import pytest

from standoff.errors import InputError
from standoff.ingest.dates import parse_date

DAY = date(2022, 1, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-12", "20220112", "2022-01-12T23:59:00+05:00", "2022-01-12T10:00:00.000Z",
        "2022-01-12 10:00", "20220112T100000+0000", "2022/01/12",
        "Wed, 12 Jan 2022 10:00:00 GMT",
        "Wed, 12 Jan 2022 10:00:00 +0100", "12 January 2022", "Jan. 12, 2022",
        "January 12th, 2022",
        "Wednesday, January 12, 2022", "Wednesday 12 January 2022 at 10:30", "12 janvier 2022",
        "12. Januar 2022", "12 Jan 2022 10:30 a.m. EST", "  12 January 2022\n",
    ],
)  # fmt: skip
def test_a_date_with_a_year_is_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/01/2022", date(2022, 1, 13)),
        ("01/13/2022", date(2022, 1, 13)),
        ("03.03.2022", date(2022, 3, 3)),
    ],
)
def test_numbers_that_can_be_read_one_way_are_read(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["01/02/2022", "1.2.2022", "01-02-2022", "12/01/2022 10:00"])
def test_numbers_that_can_be_read_two_ways_are_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_date(text)
    assert refused.value.code == "ambiguous-date"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "12 January", "January 2022", "2022", "12/01/22", "1641981600",
     "2022-13-01", "30 February 2022", "2022-01-12 and more", "12 Smarch 2022", "x" * 10_000],
)  # fmt: skip
def test_what_is_no_date_with_a_year_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_date(text)
    assert refused.value.code == "bad-date"
    assert len(str(refused.value)) < 200
