"""Where a sentence may end: at a full stop that is no abbreviation, with what closes after it.

Not handled: sentences that end in no stop at all, such as lines of a list.
"""

import re
from collections.abc import Iterator

from standoff.knowledge.segment_words import SegmentWords
from standoff.model import Span

QUOTE_MARKS = "\"“”„‟«»‹›'‘’‚‛"
_CLOSERS = r"[\"”“’'»›)\]}]"
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+(?:[ \xa0]\.(?!\w))*)(?P<closers>{_CLOSERS}*(?:[ \xa0]»)?(?:\[\d+\])*)"
    r"(?=\s|$)"
)
_NO_SPACE = re.compile(r"(?<=[^\W\d_A-Z]{3})[.!?][”\"’]?(?=([A-Z][a-z]*)\s)")
_WORD_BEFORE = re.compile(r"[^\s\"“”„«»‘’'()\[\]—–/]+$")
_NEXT = re.compile(r"\s*(?P<marks>[^\w\s]*)\s*(?P<word>[^\W_]*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_AHEAD = re.compile(r"[^\W_]+|[^\w\s]")
_LOOK_BACK, _LOOK_AHEAD, _ATTRIBUTION = 40, 120, 10


def sentence_ends(text: str, paragraph: Span, words: SegmentWords) -> list[int]:
    """Return where sentences end in a paragraph, quotations not yet looked at.

    The places are those after the stop and whatever closes with it, in text order.
    """
    start, end = paragraph.start, paragraph.end
    found = [
        match.end()
        for match in _STOP.finditer(text, start, end)
        if _is_end(text, match, paragraph, words)
    ]
    found += _without_space(text, paragraph, words)
    return sorted(found)


def _without_space(text: str, paragraph: Span, words: SegmentWords) -> Iterator[int]:
    """Yield the ends whose space was lost: *the talks.The envoys*."""
    for match in _NO_SPACE.finditer(text, paragraph.start, paragraph.end):
        before = text[max(paragraph.start, match.start() - _LOOK_BACK) : match.start()]
        address = any(sign in before.split()[-1] for sign in "@/")
        if match[1].lower() in words.starters and not address:
            yield match.end()


def _is_end(text: str, match: re.Match[str], paragraph: Span, words: SegmentWords) -> bool:
    ahead = _NEXT.match(text, match.end(), min(paragraph.end, match.end() + _LOOK_AHEAD))
    if ahead is None or match.end() == paragraph.end:
        return True
    marks, following = ahead["marks"], ahead["word"]
    if following[:1].islower():
        return _resumes_a_quotation(marks)
    closed = any(mark in QUOTE_MARKS for mark in match["closers"])
    if closed and _is_attributed(text, match, paragraph, words):
        return False
    if match["stop"] == ".":
        return _ends_after(text, match, ahead, paragraph, words)
    if match["stop"] == "!":
        return f"{_word_before(text, match, paragraph)}!" not in words.marked_names
    return True


def _resumes_a_quotation(marks: str) -> bool:
    """A small letter follows: no new sentence, but where dots open a quotation."""
    return marks[:1] in tuple(QUOTE_MARKS) and marks[1:].startswith(("...", "…"))


def _ends_after(
    text: str,
    match: re.Match[str],
    ahead: re.Match[str],
    paragraph: Span,
    words: SegmentWords,
) -> bool:
    """Tell whether a single full stop ends more than an abbreviation."""
    word = _word_before(text, match, paragraph)
    following = ahead["word"]
    if word in words.before_name or word in words.before_rest:
        return False
    if word in words.before_number and following[:1].isdigit():
        return False
    if word in words.either or _INITIALS.fullmatch(word):
        initial = len(following) == 1 and text.startswith(".", ahead.end())
        return following.lower() in words.starters and not initial
    return not _is_list_number(text, match, word, paragraph)


def _word_before(text: str, match: re.Match[str], paragraph: Span) -> str:
    start = max(paragraph.start, match.start() - _LOOK_BACK)
    found = _WORD_BEFORE.search(text[start : match.start()])
    return found[0].lower() if found else ""


def _is_list_number(text: str, match: re.Match[str], word: str, paragraph: Span) -> bool:
    """Tell whether the stop numbers a point that begins here: *2. The envoys*."""
    head = text[max(paragraph.start, match.start() - _LOOK_BACK) : match.start() - len(word)]
    return word.isdigit() and len(word) < 3 and (head.rstrip(" ")[-1:] or "\n") in "\n.!?;"


def _is_attributed(
    text: str, match: re.Match[str], paragraph: Span, words: SegmentWords
) -> bool:
    """Tell whether what follows a quotation says who spoke: *“Why?” asked Roe*."""
    window = text[match.end() : min(paragraph.end, match.end() + _LOOK_AHEAD)]
    ahead = _AHEAD.findall(window)[:_ATTRIBUTION]
    allowed = {".", ","} if match["stop"] == "." else {".", ",", ";", ":"}
    for place, word in enumerate(ahead[:-1]):
        if place and word.lower() in words.attributions:
            after = ahead[place + 1].lower()
            spoken = match["stop"] != "." and after in words.after_attribution
            return after in allowed or spoken
        if word in ".;:" + QUOTE_MARKS:
            return False
    return False
