"""The stretches inside quotation marks of a report, paragraph by paragraph."""

from dataclasses import dataclass

from standoff.model import Document, Span
from standoff.text.quote_marks import quoted_stretches


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters inside marks.

    ``outer`` takes in the marks, ``inner`` does not; ``depth`` is 0 for the outermost.
    ``closed`` is false where the mark never closes; ``continued`` where the next paragraph
    opens again.
    """

    paragraph: int
    outer: Span
    inner: Span
    closed: bool
    depth: int = 0
    continued: bool = False


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches of a report in text order, the outer before the inner."""
    return tuple(
        Stretch(number, m.outer, m.inner, m.close is not None, m.level, m.continued)
        for number, paragraph in enumerate(document.paragraphs)
        for m in quoted_stretches(document.text, paragraph.start, paragraph.end)
    )
