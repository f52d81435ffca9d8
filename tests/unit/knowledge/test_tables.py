from datetime import date

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import first_day, last_day, read_table


def rows(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text, "utf-8")
    faults = Faults()
    return list(read_table(path, ("id", "name"), faults)), [f.line for f in faults.found]


def test_rows_carry_their_line(tmp_path):
    found, faults = rows(tmp_path, 'id,name\na,"x\ny"\nb,z\n')
    assert [(r["id"], r.number) for r in found] == [("a", 3), ("b", 4)]
    assert faults == []


def test_a_row_of_another_width_is_a_fault_and_left_out(tmp_path):
    found, faults = rows(tmp_path, "id,name\na\nb,z\n")
    assert [r["id"] for r in found] == ["b"]
    assert faults == [2]


def test_another_header_is_a_fault_and_nothing_is_read(tmp_path):
    assert rows(tmp_path, "name,id\na,b\n") == ([], [1])
    assert rows(tmp_path, "") == ([], [1])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-06-03", date(2014, 6, 3), date(2014, 6, 3)),
        ("", None, None),
    ],
)
def test_a_date_spans_the_days_it_may_mean(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)
