"""Invented sources and a store beside them, run with the coder that needs no model."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fake_coder
from standoff.ingest import ReadOptions
from standoff.model import Document, Problem
from standoff.run.corpus import Request, Run, Tally
from standoff.run.feed import Sources
from standoff.store import View, Writer

Rows = list[tuple[Any, ...]]


def read_lines(path: str, _: ReadOptions) -> Iterator[Document | Problem]:
    """Read ``id: text`` lines; a line without an id is a problem."""
    for line in Path(path).read_text("utf-8").splitlines():
        name, colon, text = line.partition(": ")
        if not colon:
            yield Problem("ingest", "no-id", "a line without an id")
        else:
            yield fake_coder.document(text, id=name)


class Corpus:
    """A file of lines and a store beside it."""

    def __init__(self, folder: Path) -> None:
        self.lines = folder / "lines.txt"
        self.store = folder / "d.duckdb"

    def write(self, *lines: str) -> None:
        self.lines.write_text("\n".join(lines), "utf-8")

    def request(self, model: str = "1", **options: Any) -> Request:  # noqa: ANN401
        sources = Sources((str(self.lines),), read=read_lines)
        made_by = fake_coder.made_by(model)
        return Request(sources, made_by, loader="fake_coder:load", **options)

    def run(
        self,
        model: str = "1",
        watch: Callable[[Tally], None] = lambda _: None,
        **options: Any,  # noqa: ANN401
    ) -> Tally:
        with Writer.open(self.store) as writer:
            return Run(self.request(model, **options), writer, clock, watch).run()

    def ask(self, sql: str) -> Rows:
        with View.open(self.store) as view:
            return view.query(sql)[1]

    def rows(self) -> list[Rows]:
        tables = ("documents", "sentences", "mention_rows", "event_rows", "quote_rows",
                  "position_rows", "problems")  # fmt: skip
        return [self.ask(f"SELECT * FROM {table}") for table in tables]


def clock() -> datetime:
    return datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
