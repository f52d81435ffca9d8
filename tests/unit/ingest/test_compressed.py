"""Gzip and zip: unpacked up to where they are cut, and no bomb."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pytest

from standoff.ingest import ReadOptions
from standoff.ingest.readers import read_stream
from standoff.model import Document

Ingest = Callable[..., tuple[list, list]]
ROWS = b"".join(
    json.dumps({"id": f"d{n}", "text": "The boats left on Monday."}).encode() + b"\n"
    for n in range(200)
)


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return file.getvalue()


@pytest.mark.parametrize("raw", [gzip.compress(ROWS), gzip.compress(ROWS[:5_000]) +
                                 gzip.compress(ROWS[5_000:]) + b"\0" * 100])  # fmt: skip
def test_gzip_is_unpacked_also_of_several_members(ingest: Ingest, raw: bytes) -> None:
    documents, problems = ingest(raw, "a.jsonl.gz")
    assert (len(documents), problems) == (200, [])


def test_a_gzip_that_is_cut_gives_what_came_before(ingest: Ingest) -> None:
    documents, problems = ingest(gzip.compress(ROWS)[:-40], "a.jsonl.gz")
    assert 0 < len(documents) < 200
    assert problems[-1].code == "truncated"


def test_a_gzip_that_is_broken_gives_what_came_before(ingest: Ingest) -> None:
    raw = bytearray(gzip.compress(ROWS) + gzip.compress(ROWS))
    raw[-30:-10] = b"\xff" * 20
    documents, problems = ingest(bytes(raw), "a.jsonl.gz")
    assert len(documents) >= 200
    assert problems[-1].code in {"corrupt", "truncated"}


def test_half_a_report_is_no_report(ingest: Ingest) -> None:
    documents, (problem,) = ingest(gzip.compress(b"The boats left. " * 900)[:-9], "a.txt.gz")
    assert (documents, problem.code) == ([], "truncated")


def test_a_gzip_bomb_is_refused(ingest: Ingest) -> None:
    bomb = gzip.compress((b" " * 999_999 + b"\n") * 80)
    documents, (problem,) = ingest(bomb, "a.jsonl.gz")
    assert (documents, problem.code) == ([], "bomb")


def test_a_zip_is_read_by_the_names_of_its_members(ingest: Ingest) -> None:
    raw = zipped(
        {
            "b/rows.jsonl": ROWS,
            "a.txt": b"The boats left on Monday.",
            "c.jsonl.gz": gzip.compress(ROWS),
            "__MACOSX/a.txt": b"No.",
            ".hidden": b"No.",
            "d.bin": b"\0\1\2",
        }
    )
    documents, (problem,) = ingest(raw, "a.zip")
    assert len(documents) == 401
    assert documents[0].reader == "text"
    assert (problem.code, problem.message.split(":")[0]) == ("binary", "d.bin")


def test_a_zip_bomb_is_refused_member_by_member(ingest: Ingest) -> None:
    raw = zipped(
        {"a.jsonl": (b" " * 999_999 + b"\n") * 60, "b.txt": b"The boats left on Monday."}
    )
    documents, problems = ingest(raw, "a.zip")
    assert [p.code for p in problems] == ["bomb", "bomb"]
    assert documents == []


def test_archives_deep_in_each_other_are_refused(ingest: Ingest) -> None:
    raw = gzip.compress(gzip.compress(gzip.compress(ROWS)))
    documents, (problem,) = ingest(raw, "a.gz")
    assert (documents, problem.code) == ([], "too-deep")


@pytest.mark.parametrize("cut", [10, 300, -20])
def test_a_zip_that_is_cut_is_told(ingest: Ingest, cut: int) -> None:
    documents, (problem,) = ingest(zipped({"a.jsonl": ROWS})[:cut], "a.zip")
    assert (documents, problem.code) == ([], "corrupt")


def test_a_member_with_wrong_sums_is_told(ingest: Ingest) -> None:
    raw = bytearray(zipped({"a.txt": b"The boats left on Monday. " * 50}))
    raw[45:55] = b"\xff" * 10
    documents, (problem,) = ingest(bytes(raw), "a.zip")
    assert (documents, problem.code) == ([], "corrupt")


def test_a_member_with_a_password_is_told(ingest: Ingest) -> None:
    raw = bytearray(zipped({"a.txt": b"The boats left."}))
    raw[6] |= 1
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    documents, (problem,) = ingest(bytes(raw), "a.zip")
    assert (documents, problem.code) == ([], "encrypted")


def test_a_zip_from_a_pipe_is_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 100) if size and size > 0 else size)

    raw = zipped({"a.txt": b"The boats left on Monday."})
    (document,) = read_stream(Pipe(raw), "-", "", ReadOptions())
    assert isinstance(document, Document)
