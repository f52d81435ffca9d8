"""The words of the press: complete, and every fault told."""

from pathlib import Path

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.press_words import load_press_words


def test_our_words_have_no_fault() -> None:
    faults = Faults()
    words = load_press_words(DATA, faults)
    assert faults.found == []
    assert words.publishers["reuters"] == "Reuters"
    assert set(words.months.values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("publishers: {AP: AP}", "not lower case"),
        ("months: {may: spring}", "not the number"),
        ("labels: {from: sender}", "no report has"),
        ("papers: {a: A}", "no part we know"),
        ("cities: [oslo]", "'publishers' is missing"),
        ("cities: [", "expected"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "ingest").mkdir()
    (tmp_path / "ingest" / "press.yaml").write_text(text, "utf-8")
    faults = Faults()
    load_press_words(tmp_path, faults)
    assert any(why in str(fault) and "press.yaml:" in str(fault) for fault in faults.found)
