"""JSON: an object, a list, or one a line; fields mapped, faults told by their line."""

import json
from collections.abc import Callable
from datetime import date

import pytest

TEXT = "The boats of the north left the bay on Monday."
Ingest = Callable[..., tuple[list, list]]
ROWS = [
    {"id": "a", "text": TEXT, "title": "T", "published": "2024-03-12", "publisher": "P",
     "url": "https://post.example/a"},
    {"id": 7, "text": TEXT + " Roe stayed."},
]  # fmt: skip


@pytest.mark.parametrize(
    "raw",
    [
        "\n".join(map(json.dumps, ROWS)),
        "\n\n".join(map(json.dumps, ROWS)) + "\n",
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
        "\ufeff" + json.dumps(ROWS),
    ],
)
def test_lines_and_lists_give_the_same_documents(ingest: Ingest, raw: str) -> None:
    documents, problems = ingest(raw.encode(), "a.json")
    assert problems == []
    first, second = documents
    assert (first.id, first.title, first.publisher) == ("a", "T", "P")
    assert (first.url, first.published) == ("https://post.example/a", date(2024, 3, 12))
    assert (second.id, second.published, second.reader) == ("7", None, "json")
    assert second.text == TEXT + " Roe stayed."


def test_one_object_over_several_lines_is_one_document(ingest: Ingest) -> None:
    documents, problems = ingest(json.dumps(ROWS[0], indent=1).encode(), "a.json")
    assert ([d.id for d in documents], problems) == (["a"], [])


def test_json_is_told_without_its_name(ingest: Ingest) -> None:
    documents, _ = ingest(json.dumps(ROWS).encode(), "-")
    assert [d.reader for d in documents] == ["json", "json"]


def test_fields_are_mapped_also_inside_objects(ingest: Ingest) -> None:
    raw = json.dumps({"body": TEXT, "meta": {"day": "12 March 2024"}}).encode()
    fields = {"text": "body", "published": "meta.day"}
    ((document,), problems) = ingest(raw, "a.jsonl", fields=fields)
    assert (document.text, document.published, problems) == (TEXT, date(2024, 3, 12), [])


def test_a_broken_line_costs_only_itself(ingest: Ingest) -> None:
    raw = "\n".join([json.dumps(ROWS[0]), "{broken", "[1]", '"x"', json.dumps(ROWS[1])])
    documents, problems = ingest(raw.encode(), "a.jsonl")
    assert [d.id for d in documents] == ["a", "7"]
    assert [p.code for p in problems] == ["bad-json"] * 3
    assert [p.message.split(":")[0] for p in problems] == ["line 2", "line 3", "line 4"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"id": "a"}, "no-text"),
        ({"text": "  "}, "no-text"),
        ({"text": ["no"]}, "no-text"),
        ({"text": "x" * 101}, "too-large"),
    ],
)
def test_a_row_without_a_usable_text_is_left(
    ingest: Ingest, row: dict[str, object], code: str
) -> None:
    documents, (problem,) = ingest(json.dumps(row).encode(), "a.jsonl", max_chars=100)
    assert (documents, problem.code) == ([], code)


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("01/02/2024", "ambiguous-date"),
        ("soon", "bad-date"),
        ([1], "bad-field"),
        (True, "bad-field"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_and_left_empty(
    ingest: Ingest, published: object, code: str
) -> None:
    raw = json.dumps({"text": TEXT, "published": published}).encode()
    (document,), (problem,) = ingest(raw, "a.jsonl")
    assert (document.published, problem.code) == (None, code)


def test_the_day_of_the_options_is_for_reports_without_one(ingest: Ingest) -> None:
    raw = "\n".join(map(json.dumps, ROWS)).encode()
    documents, _ = ingest(raw, "a.jsonl", published=date(2020, 1, 1))
    assert [d.published for d in documents] == [date(2024, 3, 12), date(2020, 1, 1)]


def test_a_line_past_the_limit_is_left_and_the_next_is_read(ingest: Ingest) -> None:
    long = json.dumps({"text": "x" * 3_000}).encode()
    raw = long + b"\n" + json.dumps(ROWS[1]).encode() + b"\n" + long
    documents, problems = ingest(raw, "a.jsonl", max_bytes=2_000)
    assert [d.id for d in documents] == ["7"]
    assert [p.code for p in problems] == ["too-large"] * 2


def test_a_list_longer_than_one_document_may_be_is_read_member_by_member(
    ingest: Ingest,
) -> None:
    raw = json.dumps([{"id": n, "text": TEXT} for n in range(400)]).encode()
    documents, problems = ingest(raw, "a.json", max_bytes=2_000)
    assert (len(documents), problems) == (400, [])


@pytest.mark.parametrize(
    ("raw", "read", "code"),
    [
        (b'[{"text": "The boats left."}, {"text": "Roe', 1, "bad-json"),
        (b'[{"text": "The boats left."}', 1, "truncated"),
        (b'[{"text": "The boats left."}, 5]', 1, "bad-json"),
        (b'{\n"text": "The boats left."\n} more', 1, "bad-json"),
        (b'{"text":\n' + b"[" * 100_000, 0, "too-deep"),
        (b'[{"text": "The boats\xff left."}]', 0, "bad-encoding"),
    ],
)
def test_what_is_broken_is_told_after_what_could_be_read(
    ingest: Ingest, raw: bytes, read: int, code: str
) -> None:
    documents, problems = ingest(raw, "a.json")
    assert (len(documents), [p.code for p in problems]) == (read, [code])


def test_a_member_past_the_limit_ends_a_list(ingest: Ingest) -> None:
    raw = b'[{"text": "' + b"x" * 5_000_000
    documents, (problem,) = ingest(raw, "a.json", max_bytes=1_000_000)
    assert (documents, problem.code) == ([], "too-large")
