"""Speakers named by a label: *WALLACE: …* in a transcript, *Minister: …* in a headline."""

import re
from collections.abc import Iterator

from standoff.model import Span
from standoff.quotes.reading import Draft, Phrase, Reading

_TRANSCRIPT = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
_HEADLINE = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s+(?=[‘'“\"]?[A-Z])")
_MARKS = '"“”'


def find_labelled(reading: Reading) -> tuple[Draft, ...]:
    """Return the turns of a transcript and the reported headline of a report."""
    turns = list(_turns(reading))
    names = {t.speaker.span.of(reading.text) for t in turns if t.speaker}
    found = tuple(turns) if len(turns) > 2 and len(names) > 1 else ()
    headline = _headline(reading)
    return found if headline is None else (headline, *found)


def _turns(reading: Reading) -> Iterator[Draft]:
    turn: Draft | None = None
    for paragraph in reading.document.paragraphs:
        match = _TRANSCRIPT.match(reading.text, paragraph.start, paragraph.end)
        if match:
            if turn:
                yield turn
            turn = _labelled(reading, match, paragraph)
        elif (
            turn and reading.text[paragraph.start] in _MARKS and _is_running(reading, paragraph)
        ):
            part = _bare(reading, paragraph.start, paragraph.end)
            turn = Draft((*turn.parts, part), turn.cue, None, turn.speaker, "label", True)
        elif turn:
            yield turn
            turn = None
    if turn:
        yield turn


def _is_running(reading: Reading, paragraph: Span) -> bool:
    stretch = reading.stretch_at(paragraph.start)
    opened = reading.text[paragraph.start + 1 : paragraph.start + 2]
    return stretch is not None and not stretch.closed and opened not in {"(", "["}


def _labelled(reading: Reading, match: re.Match[str], paragraph: Span) -> Draft:
    name = Span(match.start("name"), match.end("name"))
    part = _bare(reading, match.end(), paragraph.end)
    speaker = Phrase(name, name.start, False, True)
    return Draft((part,), Span(name.end, name.end + 1), None, speaker, "label", True)


def _bare(reading: Reading, start: int, end: int) -> Span:
    """Return the characters of a turn without the marks around it."""
    while start + 1 < end and reading.text[start] in _MARKS:
        start += 1
    while end - 1 > start and (
        reading.text[end - 1] in _MARKS or reading.text[end - 1].isspace()
    ):
        end -= 1
    return Span(start, end)


def _headline(reading: Reading) -> Draft | None:
    if len(reading.document.paragraphs) < 3:
        return None
    first = reading.document.paragraphs[0]
    match = _HEADLINE.match(reading.text, first.start, first.end)
    if match is None or first.end - first.start > 150:
        return None
    draft = _labelled(reading, match, first)
    last = reading.text[draft.parts[0].end - 1]
    part = Span(draft.parts[0].start, draft.parts[0].end - (last == "."))
    return Draft((part,), draft.cue, None, draft.speaker, "label")
