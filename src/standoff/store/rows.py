"""A record as the rows of the store's tables, each with an id that a re-run gives again."""

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from standoff.model import MadeBy, Record, Span
from standoff.model.format1 import to_row
from standoff.store.fields import KINDS, Kind, Row, columns_of

_ID_LENGTH = 12
_FINGERPRINT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """One document's rows: for each table a JSON list, ready to be inserted.

    ``fingerprints`` holds, for each kind, a hash of every row's content, by which rows gained
    and lost are told.
    """

    document_id: str
    source_sha256: str
    coder_hash: str
    tables: dict[str, str]
    fingerprints: dict[str, tuple[str, ...]]
    problems: tuple[tuple[str, str], ...]


def coder_hash(made_by: MadeBy) -> str:
    """Return the hash that tells one coder from another: code, data and model."""
    parts = (made_by.standoff, made_by.data_sha256, made_by.model, made_by.model_version)
    return _hash(parts, _FINGERPRINT_LENGTH)


def rows_of(record: Record, coder: str) -> DocumentRows:
    """Return the rows of a record that was made by the coder with this hash."""
    whole = to_row(record)
    document = record.document
    tables: dict[str, list[Row]] = {"documents": [_document(record, coder)]}
    tables["sentences"] = [
        {"document_id": document.id, "number": n, "sentence_start": start, "sentence_end": end}
        for n, (start, end) in enumerate(whole["sentences"])
    ]
    fingerprints = {}
    for kind in KINDS.values():
        rows = _rows(kind, document.id, whole[kind.name])
        tables.setdefault(kind.table, []).extend(rows)
        fingerprints[kind.name] = tuple(row["fingerprint"] for row in rows)
    tables["problems"] = [
        problem_row(p["stage"], p["code"], p["message"], p["span"], document.id)
        for p in whole["problems"]
    ]
    return DocumentRows(
        document_id=document.id,
        source_sha256=document.source_sha256,
        coder_hash=coder,
        tables={name: _json(rows) for name, rows in tables.items() if rows},
        fingerprints=fingerprints,
        problems=tuple((p.stage, p.code) for p in record.problems),
    )


def added_row(kind: Kind, document_id: str, row: Row, judgement_id: str) -> Row:
    """Return the columns of a row that a person added."""
    (columns,) = _rows(kind, document_id, [row])
    row_id = f"{kind.prefix}{judgement_id}"
    return {**columns, "id": row_id, "number": None, "added_by": judgement_id}


def problem_row(
    stage: str, code: str, message: str, span: list[int] | None, document_id: str | None
) -> Row:
    """Return the columns of a problem; one that belongs to no document has no document id."""
    start, end = span or (None, None)
    row = {"document_id": document_id, "stage": stage, "code": code, "message": message,
           "span_start": start, "span_end": end}  # fmt: skip
    return {"id": "x" + _hash(row), **row}


def _rows(kind: Kind, document_id: str, rows: list[Row]) -> list[Row]:
    seen: Counter[str] = Counter()
    found = []
    for number, row in enumerate(rows):
        row_id = _row_id(kind, document_id, row)
        seen[row_id] += 1
        if seen[row_id] > 1:
            row_id = f"{row_id}.{seen[row_id]}"
        columns = {
            **columns_of(kind, row),
            "id": row_id,
            "document_id": document_id,
            "number": number,
            "fingerprint": _hash((document_id, kind.name, row), _FINGERPRINT_LENGTH),
            "added_by": None,
        }
        if kind.table == "quote_rows":
            columns["is_said"] = kind.name == "quotes"
        found.append(columns)
    return found


def _row_id(kind: Kind, document_id: str, row: Row) -> str:
    if row.get("id"):
        return str(row["id"])
    identity = [row.get(name) for name in kind.identity]
    return kind.prefix + _hash((document_id, kind.name, identity))


def _document(record: Record, coder: str) -> Row:
    document, made_by = record.document, record.made_by
    dateline = document.dateline
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "reader": document.reader,
        "source_sha256": document.source_sha256,
        "dateline_start": dateline.span.start if dateline else None,
        "dateline_end": dateline.span.end if dateline else None,
        "dateline_place": dateline.place if dateline else None,
        "dateline_agency": dateline.agency if dateline else None,
        "paragraphs": [_pair(p) for p in document.paragraphs],
        "coder_hash": coder,
        "standoff": made_by.standoff,
        "data_sha256": made_by.data_sha256,
        "model": made_by.model,
        "model_version": made_by.model_version,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _hash(content: Any, length: int = _ID_LENGTH) -> str:  # noqa: ANN401  anything JSON holds
    return sha256(_json(content).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def _json(content: Any) -> str:  # noqa: ANN401  anything JSON holds
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
