"""Sentences in, events out: one line an event, "TYPE ACTOR RECIPIENT status condition"."""

from pathlib import Path

import pytest

from standoff.knowledge import strict_yaml

FOLDER = Path(__file__).parent / "cases" / "events"
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, case in enumerate(strict_yaml.read(path))
]


def line(event, text):
    """One event as the cases write it; a space in a code is a plus."""
    actor, recipient = (
        "&".join(code.replace(" ", "+") for code in codes) or "-"
        for codes in (event.actor, event.recipient)
    )
    parts = [event.type, actor, recipient, event.status.value]
    if event.condition is not None:
        parts.append(event.condition.of(text))
    return " ".join(parts)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_a_sentence_tells_these_events(coder, case):
    record = coder.read(case["text"], published=case.get("published", "2024-05-02"))
    assert [line(event, case["text"]) for event in record.events] == case["events"]
