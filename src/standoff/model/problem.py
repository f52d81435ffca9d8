"""Why a value is absent or a document was left."""

from dataclasses import dataclass

from standoff.model.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or resolved, with its stage and a stable code."""

    stage: str
    code: str
    message: str
    span: Span | None = None
