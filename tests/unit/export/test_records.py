"""Where the records of an export come from."""

import io
import json

import pytest

import fake_coder
from export_rows import SAMPLE, fish
from standoff.errors import InputError
from standoff.export import read_records
from standoff.model.format1 import to_row
from standoff.store import Writer


def test_records_are_read_from_lines(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in SAMPLE) + "\n\n", "utf-8")
    assert list(read_records(str(path))) == list(SAMPLE)


def test_records_are_read_from_standard_input(monkeypatch):
    lines = json.dumps(fish(), ensure_ascii=False).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert list(read_records("-")) == [fish()]


def test_records_are_read_from_a_store(tmp_path):
    record = fake_coder.code(fake_coder.document(fake_coder.ODD, id="odd"))
    with Writer.open(tmp_path / "s.duckdb") as writer:
        writer.add(record)
    (found,) = read_records(str(tmp_path / "s.duckdb"))
    expected = to_row(record)
    assert found["text"] == expected["text"]
    assert found["events"] == expected["events"]


@pytest.mark.parametrize(
    ("line", "why"),
    [("{", "r.jsonl:2"), ("[]", "format 1"), ('{"format": 2}', "format 1"),
     ('{"format": 1, "id": "a"}', "lacks text")],
)  # fmt: skip
def test_a_line_that_is_no_record_is_named(line, why, tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(fish())}\n{line}\n", "utf-8")
    with pytest.raises(InputError, match=why):
        list(read_records(str(path)))


def test_a_source_that_is_not_there_is_named():
    with pytest.raises(InputError, match="nowhere"):
        list(read_records("nowhere"))
