"""The word lists of segmentation: complete, and every fault told."""

from pathlib import Path

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.segment_words import load_segment_words


def test_our_lists_have_no_fault() -> None:
    faults = Faults()
    words = load_segment_words(DATA, faults)
    assert faults.found == []
    assert "mr" in words.before_name
    assert not words.before_name & words.either


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("either: [Mr]", "not lower case"),
        ("either: [a, a]", "twice"),
        ("other: [a]", "not a list"),
        ("either: [a]", "'starters' is missing"),
        ("either: [", "expected"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "segment").mkdir()
    (tmp_path / "segment" / "en.yaml").write_text(text, "utf-8")
    faults = Faults()
    load_segment_words(tmp_path, faults)
    assert any(why in str(fault) and "en.yaml:" in str(fault) for fault in faults.found)
