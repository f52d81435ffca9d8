"""Expressions of time in a sentence, and the days they mean.

A resolved expression is a `When`; a vague one ("last week") spans its days and names no day.
Not handled: times of day; holidays; durations.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.knowledge.time_words import TimeWords
from standoff.model import Span, When

DAY = timedelta(days=1)
SINCE_REACH = 40


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that tells a time, not resolved yet."""

    span: Span
    kind: str
    match: re.Match[str]

    @property
    def is_vague(self) -> bool:
        """Tell whether the expression can name no single day."""
        return self.is_since or self.kind in {"vague", "period", "year", "month"}

    @property
    def is_since(self) -> bool:
        """Tell whether the expression is where a time began that is not over."""
        before = self.match.string[max(0, self.span.start - SINCE_REACH) : self.span.start]
        return re.search(r"\bsince\b[^.,;]*$", before, re.IGNORECASE) is not None


def expressions(text: str, span: Span, words: TimeWords) -> tuple[Expression, ...]:
    """Return the expressions of time in a stretch of text, the longest readings first."""
    taken: list[Span] = []
    found: list[Expression] = []
    for kind, pattern in words.patterns:
        for match in pattern.finditer(text, span.start, span.end):
            here = Span(*match.span())
            if _is_name(match) or any(_overlap(here, other) for other in taken):
                continue
            taken.append(here)
            found.append(Expression(here, kind, match))
    return tuple(sorted(found, key=lambda e: e.span))


def _is_name(match: re.Match[str]) -> bool:
    """Tell the month May and March from the words "may" and "march"."""
    name = match.groupdict().get("monthname") or match.groupdict().get("weekday")
    return name is not None and not name[0].isupper()


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from: the report's date, and whether the act lies ahead."""

    day: date | None
    is_ahead: bool
    words: TimeWords


def resolve(expression: Expression, at: Anchor) -> When | None:
    """Return the days an expression means; None where it needs a date the report lacks."""
    when = RESOLVERS[expression.kind](expression, at)
    if when is None or at.day is None or not expression.is_since:
        return when
    latest = max(at.day, when.earliest or at.day)
    return When(when.earliest, latest, "open", when.basis, when.span)


def _exact(expression: Expression, day: date, basis: str) -> When:
    return When(day, day, "day", basis, expression.span)


def _iso(e: Expression, _: Anchor) -> When | None:
    groups = e.match.groupdict()
    day = _safe(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    return _exact(e, day, "explicit") if day else None


def _date(e: Expression, at: Anchor) -> When | None:
    groups = e.match.groupdict()
    month = at.words.months[groups["monthname"].lower()]
    number = int(groups["day"])
    if groups["year"]:
        day = _safe(int(groups["year"]), month, number)
        return _exact(e, day, "explicit") if day else None
    if at.day is None:
        return None
    best = _nearest(at.day, month, number, at.is_ahead)
    return _exact(e, best, "relative") if best else None


def _nearest(anchor: date, month: int, number: int, is_ahead: bool) -> date | None:
    """Return the day of a month in the year that brings it nearest to the report."""
    years = (anchor.year + 1, anchor.year, anchor.year - 1)
    days = [d for y in years if (d := _safe(y, month, number)) is not None]
    fitting = [d for d in days if (d >= anchor if is_ahead else d <= anchor + 7 * DAY)]
    return min(fitting or days, key=lambda d: abs(d - anchor), default=None)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(e: Expression, at: Anchor) -> When | None:
    if at.day is None:
        return None
    number = at.words.weekdays[e.match["weekday"].lower()]
    which = (e.match["which"] or "").lower()
    if at.is_ahead or which == "next":
        day = at.day + ((number - at.day.weekday() - 1) % 7 + 1) * DAY
    else:
        day = at.day - ((at.day.weekday() - number) % 7) * DAY
    return _exact(e, day, "relative")


def _relative(e: Expression, at: Anchor) -> When | None:
    if at.day is None:
        return None
    return _exact(e, at.day + at.words.days[e.match["word"].lower()] * DAY, "relative")


def _ago(e: Expression, at: Anchor) -> When | None:
    if at.day is None or e.match["way"].lower() not in {"ago"}:
        return None
    word = e.match["count"].lower()
    count = at.words.numbers.get(word) or int(word)
    unit = e.match["unit"].lower()
    day = at.day - timedelta(days=count * at.words.units[unit])
    if unit == "day":
        return _exact(e, day, "relative")
    around = timedelta(days=at.words.units[unit] // 2)
    return When(day - around, day + around, unit, "relative", e.span)


def _period(e: Expression, at: Anchor) -> When | None:
    if at.day is None:
        return None
    length = timedelta(days=at.words.units[e.match["unit"].lower()])
    which = e.match["which"].lower()
    behind = 1 if which in {"this", "earlier", "later", "past"} else 2
    start = at.day if which in {"next", "coming"} else at.day - behind * length
    end = start + length
    unit = e.match["unit"].lower()
    return When(
        start, end, unit if unit in {"week", "month", "year"} else "open", "relative", e.span
    )


def _month(e: Expression, at: Anchor) -> When | None:
    month = at.words.months[e.match["monthname"].lower()]
    written = e.match.groupdict().get("year")
    if written:
        year = int(written)
    elif at.day is None:
        return None
    else:
        year = at.day.year - (month > at.day.month and not at.is_ahead)
    first = date(year, month, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    return When(first, last, "month", "explicit" if written else "relative", e.span)


def _year(e: Expression, _: Anchor) -> When | None:
    year = int(e.match["year"])
    return When(date(year, 1, 1), date(year, 12, 31), "year", "explicit", e.span)


def _vague(e: Expression, _: Anchor) -> When | None:
    return When(None, None, "open", "relative", e.span)


Resolver = Callable[[Expression, Anchor], When | None]
RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "date": _date,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "period": _period,
    "month": _month,
    "year": _year,
    "vague": _vague,
}
