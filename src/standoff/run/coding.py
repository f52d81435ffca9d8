"""What a process that codes needs, and what comes back of one document."""

import importlib
import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from standoff.errors import InputError
from standoff.model import Document, Problem, Record
from standoff.store import DocumentRows, rows_of

log = logging.getLogger(__name__)

Code = Callable[[Document], Record]
LOADER = "standoff.run.coding:load_code"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a process makes a coder of its own: names, so that nothing loaded is ever sent.

    ``loader`` is ``module:function``; called with the model's name it returns the coder.
    ``coder`` is the coder's hash.
    """

    model: str
    coder: str
    loader: str = LOADER

    def load(self) -> Code:
        """Return the loaded coder."""
        module, _, function = self.loader.partition(":")
        return cast(Code, getattr(importlib.import_module(module), function)(self.model))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its rows, or the problem that left it without any."""

    document_id: str
    rows: DocumentRows | None = None
    problem: Problem | None = None
    trace: str | None = None


def load_code(model: str) -> Code:
    """Return the coder with the parser of this name."""
    from standoff.pipeline import Kit, code_document  # takes seconds: only where one codes

    kit = Kit.load(model)
    return lambda document: code_document(document, kit)


def attempt(code: Code, coder: str, document: Document) -> Outcome:
    """Code one document. A bug costs this document its rows and no other anything."""
    try:
        return Outcome(document.id, rows_of(code(document), coder))
    except InputError as error:
        return Outcome(document.id, problem=Problem("run", error.code, str(error)))
    except Exception as error:  # noqa: BLE001  the one place: a document never stops a run
        trace = traceback.format_exc()
        log.warning("%s could not be coded:\n%s", document.id, trace)
        why = f"{type(error).__name__}: {error}"
        return Outcome(document.id, problem=Problem("run", "bug", why), trace=trace)


def worker_died(document_id: str) -> Outcome:
    """Return the outcome of a document that ended its process twice."""
    why = "the process that coded this report died, and again when it was tried alone"
    return Outcome(document_id, problem=Problem("run", "worker-died", why))
