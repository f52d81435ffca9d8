"""brat stand-off: for each report its text and its annotations, and one annotation.conf.

A span may not hold a line break or a tab, so one that does is written in pieces.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from standoff.errors import UsageError
from standoff.export.coding import codes
from standoff.export.column import Column, Row
from standoff.export.report import Report
from standoff.export.tally import Tally
from standoff.model import Attitude, QuoteKind, Status

_PIECE = re.compile(r"[^\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSAFE = re.compile(r"[^\w-]|_")
_LONGEST_NAME = 80
_ENTITIES = ("Actor", "Recipient", "Content", "Condition", "Speaker", "Cue", "Quote")
_ROLES = (("Actor", "actor_span", "actor"), ("Recipient", "recipient_span", "recipient"),
          ("Content", "content", None), ("Condition", "condition", None))  # fmt: skip
COLUMNS = (
    Column("T", "text", "a stretch of text: type, offsets, words; types are the PLOVER types "
           "and Actor, Recipient, Content, Condition, Speaker, Cue, Quote", lambda a: a),
    Column("E", "text", "an event: its trigger, and Actor, Recipient, Content, Condition",
           lambda a: a),
    Column("R", "text", "Said: from the speaker to the quote; Reports: from the cue to it",
           lambda a: a),
    Column("A", "text", "Status of an event; Kind and Attitude of a quote", lambda a: a),
    Column("#", "text", "a note: the codes of an actor, recipient or speaker", lambda a: a),
)  # fmt: skip


def write(records: Iterable[Row], out: Path | None) -> Tally:
    """Write two files a report into a folder, and what brat must know of the types."""
    if out is None:
        raise UsageError("brat is a folder: say where with --out")
    out.mkdir(parents=True, exist_ok=True)
    (out / "annotation.conf").write_text(_configuration(), "utf-8")
    tally = Tally("events and quotes")
    for record in records:
        report = Report(record)
        lines = Annotations(report).lines
        name = file_name(report.id)
        (out / f"{name}.txt").write_text(report.text, "utf-8", newline="")
        text = "".join(f"{line}\n" for line in lines)
        (out / f"{name}.ann").write_text(text, "utf-8", newline="")
        tally.documents += 1
        tally.units += len(record["events"]) + len(report.attributions)
        tally.rows += len(lines)
    tally.written = tally.units
    return tally


def file_name(document_id: str) -> str:
    """Return a name of letters, digits and hyphens; one that had to change has a hash."""
    safe = _UNSAFE.sub("-", document_id)[:_LONGEST_NAME]
    if safe == document_id:
        return safe
    return f"{safe}-{sha256(document_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


class Annotations:
    """The lines of one report's .ann file; a stretch of one type is written once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._texts: dict[tuple[str, tuple[tuple[int, int], ...]], str] = {}
        self._counts: Counter[str] = Counter()
        self._notes: set[str] = set()
        self.lines: list[str] = []
        for event in report.row["events"]:
            self._event(event)
        for quote in report.attributions:
            self._quote(quote)

    def _event(self, event: Row) -> None:
        trigger = self._stretch(event["type"], [event["trigger"]])
        roles = [f"{event['type']}:{trigger}"]
        for role, field, codes_field in _ROLES:
            if event[field]:
                filler = self._stretch(role, [event[field]])
                roles.append(f"{role}:{filler}")
                self._note(filler, event[codes_field] if codes_field else ())
        name = self._line("E", " ".join(roles))
        self._line("A", f"Status {name} {event['status']}")

    def _quote(self, quote: Row) -> None:
        words = self._stretch("Quote", quote["quote"])
        self._line("A", f"Kind {words} {quote['kind']}")
        self._line("A", f"Attitude {words} {quote['attitude']}")
        if quote["speaker_span"]:
            speaker = self._stretch("Speaker", [quote["speaker_span"]])
            self._note(speaker, quote["speaker_actor"])
            self._line("R", f"Said Arg1:{speaker} Arg2:{words}")
        if quote["cue"]:
            cue = self._stretch("Cue", [quote["cue"]])
            self._line("R", f"Reports Arg1:{cue} Arg2:{words}")

    def _stretch(self, type_: str, spans: Sequence[Sequence[int]]) -> str:
        pieces = tuple(_pieces(self._report.text, spans))
        key = (type_, pieces)
        if key not in self._texts:
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(self._report.cut_all(pieces))
            self._texts[key] = self._line("T", f"{type_} {offsets}\t{words}")
        return self._texts[key]

    def _note(self, name: str, found: Sequence[str]) -> None:
        line = f"AnnotatorNotes {name}\t{'; '.join(found)}"
        if found and line not in self._notes:
            self._notes.add(line)
            self._line("#", line)

    def _line(self, kind: str, rest: str) -> str:
        self._counts[kind] += 1
        name = f"{kind}{self._counts[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name


def _pieces(text: str, spans: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        for piece in _PIECE.finditer(text, start, end):
            yield piece.span()


def _configuration() -> str:
    types = sorted(codes().types)
    roles = ", ".join(f"{role}?:{role}" for role, _, _ in _ROLES)
    status = "|".join(s.value for s in Status)
    kinds = "|".join(k.value for k in QuoteKind)
    attitudes = "|".join(a.value for a in Attitude)
    return "\n".join(
        ["[entities]", *_ENTITIES, "", "[relations]", "Said\tArg1:Speaker, Arg2:Quote",
         "Reports\tArg1:Cue, Arg2:Quote", "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
         "", "[events]", *(f"{name}\t{roles}" for name in types), "", "[attributes]",
         f"Status\tArg:<EVENT>, Value:{status}", f"Kind\tArg:Quote, Value:{kinds}",
         f"Attitude\tArg:Quote, Value:{attitudes}", ""]
    )  # fmt: skip
