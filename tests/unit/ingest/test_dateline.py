"""Datelines: place, agency, date; and sentences that only look like one."""

from pathlib import Path

import pytest

from standoff.ingest.dateline import find_dateline
from standoff.knowledge import strict_yaml
from standoff.model import Span

CASES = Path(__file__).parents[2] / "cases" / "ingest" / "dateline.yaml"
Case = dict[str, str]


def cases() -> list[Case]:
    return list(strict_yaml.read(CASES))


@pytest.mark.parametrize("case", [c for c in cases() if "prose" in c], ids=lambda c: c["text"])
def test_the_dateline_is_read_and_the_prose_begins_after_it(case: Case) -> None:
    text = case["text"]
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    published = found.published.isoformat() if found.published else None
    assert (found.dateline.place, found.dateline.agency, published) == (
        case.get("place"),
        case.get("agency"),
        case.get("date"),
    )
    assert text[found.prose :].startswith(case["prose"])
    assert text.startswith(found.dateline.span.of(text))


@pytest.mark.parametrize(
    "case", [c for c in cases() if "prose" not in c], ids=lambda c: c["text"]
)
def test_a_sentence_that_looks_like_one_has_none(case: Case) -> None:
    assert find_dateline(case["text"], Span(0, len(case["text"]))) is None
