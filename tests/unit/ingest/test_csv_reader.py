"""Tables: one row a report, columns mapped."""

from collections.abc import Callable
from datetime import date

import pytest

Ingest = Callable[..., tuple[list, list]]
FIELDS = {"text": "body", "published": "date", "publisher": "who"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_are_reports(
    ingest: Ingest, sample: Callable[[str], bytes], encoding: str
) -> None:
    raw = sample("table.csv").decode().encode(encoding)
    documents, problems = ingest(raw, "t.csv", fields=FIELDS)
    assert [d.id for d in documents] == ["1", "2"]
    assert documents[0].text == "The port closed;\nits gates."
    assert documents[0].published == date(2024, 3, 12)
    assert (documents[0].publisher, documents[1].publisher) == ("Northern Post", None)
    assert [p.code for p in problems] == ["ambiguous-date", "no-text"]


def test_western_letters_and_tabs_are_read(ingest: Ingest) -> None:
    raw = "id\ttext\n1\tZürich’s boats left.\n".encode("cp1252")
    ((document,), problems) = ingest(raw, "t.tsv")
    assert (document.text, problems) == ("Zürich’s boats left.", [])


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "empty"), (b'text\n"' + b"x" * 5_000, "too-large"), (b"a,b\n1,2\n", "no-text")],
)
def test_a_table_that_cannot_be_read_is_told(ingest: Ingest, raw: bytes, code: str) -> None:
    documents, (problem,) = ingest(raw, "t.csv", max_chars=1_000)
    assert (documents, problem.code) == ([], code)


def test_a_missing_column_is_told_with_those_there_are(ingest: Ingest) -> None:
    _, (problem,) = ingest(b"id,body\n1,The boats left.\n", "t.csv")
    assert "id, body" in problem.message
    assert "--map text=" in problem.message
