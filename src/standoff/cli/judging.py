"""Judgements as people type them."""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from standoff.errors import UsageError
from standoff.store import Judgement, JudgementKind

# A row's id tells its table by its first letter.
TABLES = {"e": "events", "q": "quotes", "a": "attributions", "p": "positions", "m": "mentions"}
FORMS = {
    JudgementKind.CONFIRM: "confirm ID",
    JudgementKind.REJECT: "reject ID",
    JudgementKind.CORRECT: "correct ID FIELD VALUE",
    JudgementKind.ADD: "add TABLE DOCUMENT ROW",
    JudgementKind.MERGE: "merge issues|actors OLD NEW",
    JudgementKind.RENAME: "rename issues|actors OLD NEW",
}


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  a judgement bears the time it was made


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who judges rows; every judgement bears the name and the time."""

    author: str
    clock: Callable[[], datetime] = _now

    def answer(self, key: str, table: str, row: str) -> Judgement:
        """Return the judgement of an answer: c, r, or ``field = value``."""
        kind = {"c": JudgementKind.CONFIRM, "r": JudgementKind.REJECT}.get(key)
        if kind is not None:
            return Judgement(self.author, self.clock(), kind, table, row)
        name, given, text = key.partition("=")
        if not given:
            raise UsageError(f"{key!r} is not a field = a value")
        value, field = _value(text.strip()), name.strip()
        return Judgement(
            self.author, self.clock(), JudgementKind.CORRECT, table, row, field, value
        )

    def read(self, words: str, note: str | None) -> Judgement:
        """Return the judgement that one line of words makes; see ``FORMS``."""
        kind, parts = _parts(words)
        author, at = self.author, self.clock()
        if kind is JudgementKind.ADD:
            table, document, row = parts
            return Judgement(author, at, kind, table, None, None, _object(row), note, document)
        if kind in {JudgementKind.MERGE, JudgementKind.RENAME}:
            table, old, new = parts
            return Judgement(author, at, kind, table, old, None, new, note)
        field = parts[1] if kind is JudgementKind.CORRECT else None
        value = _value(parts[2]) if kind is JudgementKind.CORRECT else None
        return Judgement(author, at, kind, _table(parts[0]), parts[0], field, value, note)


def _parts(words: str) -> tuple[JudgementKind, list[str]]:
    try:
        first, *parts = shlex.split(words)
        kind = JudgementKind(first)
    except ValueError as error:
        known = "; ".join(FORMS.values())
        raise UsageError(f"{words!r} is no judgement: one of {known}") from error
    needed = len(FORMS[kind].split()) - 1
    if len(parts) != needed:
        raise UsageError(f"{words!r}: give {FORMS[kind]}, words of several parts in quotes")
    return kind, parts


def _table(row: str) -> str:
    try:
        return TABLES[row[:1]]
    except KeyError as error:
        raise UsageError(
            f"{row!r} is no row's id: `standoff review --list` shows them"
        ) from error


def _value(text: str) -> Any:  # noqa: ANN401  whatever a field holds
    try:
        return json.loads(text)
    except ValueError:
        return text


def _object(text: str) -> dict[str, Any]:
    found = _value(text)
    if not isinstance(found, dict):
        raise UsageError("a row to add is a JSON object with the fields of format 1")
    return found
