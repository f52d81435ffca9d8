"""One DuckDB file that keeps the record: one `Writer`, any number of `View`s."""

from standoff.store.database import StoreError
from standoff.store.groups import Groups
from standoff.store.judgement import Judgement, JudgementKind
from standoff.store.known import Known, State
from standoff.store.rows import DocumentRows, coder_hash, rows_of
from standoff.store.view import View
from standoff.store.writer import Change, RunCounts, Writer

__all__ = [
    "Change",
    "DocumentRows",
    "Groups",
    "Judgement",
    "JudgementKind",
    "Known",
    "RunCounts",
    "State",
    "StoreError",
    "View",
    "Writer",
    "coder_hash",
    "rows_of",
]
