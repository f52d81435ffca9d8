"""After a run, reprints are known and an event that several reports tell is one event."""

import pytest

from standoff.store import Groups

STORY = (
    "Norway demand that the trawlers of Iceland leave the disputed bank within ten days. "
    "The coast guard will seize any vessel that stays there after the storm of this week. "
    "A letter with the charts of both countries was handed over in the capital at noon."
)


def test_a_reprint_and_its_original_tell_one_event_and_none_is_lost(corpus) -> None:
    corpus.write(f"b: {STORY}", f"a: {STORY} More soon.", "c: Norway met Sweden over herring.")
    corpus.run()
    assert corpus.ask("SELECT document_id, reprint_id FROM reprints ORDER BY ALL") == [
        ("a", "a"), ("b", "a"), ("c", None)]  # fmt: skip
    (demand,) = corpus.ask(
        "SELECT tellings, reports, independent_reports FROM told_events WHERE type = 'REQUEST'"
    )
    assert demand == (2, 2, 1)
    assert corpus.ask("SELECT count(*), count(DISTINCT event_id) FROM sources") == corpus.ask(
        "SELECT count(*), count(*) FROM events"
    )


def test_groups_are_the_same_however_the_corpus_came_in(new_corpus) -> None:
    lines = [f"b: {STORY}", f"a: {STORY} More soon.", "c: Norway met Sweden over herring."]
    found = []
    for name, parts in (
        ("once", [lines]),
        ("twice", [lines[2:], lines]),
        ("back", [lines[::-1]]),
    ):
        corpus = new_corpus(name)
        for part in parts:
            corpus.write(*part)
            corpus.run()
        found.append(corpus.ask("SELECT * FROM told_events ORDER BY ALL"))
    assert found[0] == found[1] == found[2]


def test_a_report_that_changed_leaves_its_group(corpus) -> None:
    corpus.write(f"a: {STORY}", f"b: {STORY}")
    corpus.run()
    corpus.write(f"a: {STORY}", "b: Norway met Sweden over herring.")
    corpus.run()
    assert corpus.ask("SELECT DISTINCT reprint_id FROM reprints") == [(None,)]
    assert corpus.ask("SELECT max(reports) FROM told_events") == [(1,)]


def test_acts_can_be_counted_once_a_day_or_once_a_document(corpus) -> None:
    corpus.write("a: Norway met Iceland. Norway met Iceland again.", "b: Norway met Iceland.")
    corpus.run()
    assert corpus.ask("SELECT count(*) FROM events") == [(3,)]
    assert corpus.ask("SELECT count(*) FROM one_a_document") == [(2,)]
    assert corpus.ask("SELECT count(*) FROM one_a_day") == [(1,)]


def test_a_run_that_ended_before_its_grouping_is_grouped_later(corpus, monkeypatch) -> None:
    corpus.write(f"a: {STORY}", f"b: {STORY}")
    monkeypatch.setattr("standoff.run.corpus.group", _stopped)
    with pytest.raises(KeyboardInterrupt):
        corpus.run()
    monkeypatch.undo()
    assert corpus.ask("SELECT max(reports) FROM told_events") == [(1,)]
    assert corpus.run().unchanged == 2
    assert corpus.ask("SELECT max(reports) FROM told_events") == [(2,)]


def _stopped(groups: Groups) -> None:
    raise KeyboardInterrupt
