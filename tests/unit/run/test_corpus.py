"""A run codes what is new, leaves what is not, and no document stops it."""

import pytest

from fake_corpus import clock
from standoff.errors import StandoffError
from standoff.run.corpus import Run, plan
from standoff.run.feed import Sources
from standoff.store import Known, State, View, Writer

THREE = ("a: Norway met Iceland.", "b: Iceland demand fish of Norway.", "c: “Stay” was said.")


def test_a_run_again_over_an_unchanged_corpus_changes_nothing(corpus) -> None:
    corpus.write(*THREE)
    assert corpus.run().coded == {State.NEW: 3}
    before = corpus.rows()
    tally = corpus.run()
    assert (tally.coded.total(), tally.unchanged) == (0, 3)
    assert corpus.rows() == before


def test_only_a_changed_report_is_coded_again(corpus) -> None:
    corpus.write(*THREE)
    corpus.run()
    corpus.write(THREE[0], "b: Iceland demand fish of Norway. Norway met Iceland.", THREE[2])
    tally = corpus.run()
    assert tally.coded == {State.CHANGED: 1}
    assert tally.gained["events"] == 1
    assert corpus.ask("SELECT count(*) FROM documents") == [(3,)]
    assert corpus.ask("SELECT count(*) FROM events WHERE document_id = 'b'") == [(2,)]


def test_a_changed_coder_codes_again_and_tells_rows_gained_and_lost(corpus) -> None:
    corpus.write(*THREE)
    corpus.run(model="1")
    tally = corpus.run(model="2")
    assert tally.coded == {State.OTHER_CODER: 3}
    assert (tally.gained["quotes"], tally.lost["quotes"]) == (0, 1)
    assert (tally.gained["mentions"], tally.lost["mentions"]) == (0, 0)
    assert corpus.ask("SELECT DISTINCT model FROM documents") == [("2",)]
    assert corpus.ask("SELECT rows_gained, rows_lost FROM runs WHERE number = 2") == [(0, 1)]


def test_unchanged_reports_are_coded_again_when_asked_for(corpus) -> None:
    corpus.write(*THREE)
    corpus.run()
    assert corpus.run(again=True).coded == {State.ASKED: 3}
    assert corpus.ask("SELECT count(*) FROM documents") == [(3,)]


def test_a_bug_costs_one_report_and_is_told(corpus) -> None:
    corpus.write(THREE[0], "bad: BUG", THREE[1])
    tally = corpus.run()
    assert (tally.coded.total(), tally.failed) == (2, 1)
    assert tally.problems["run", "bug"] == 1
    assert tally.share_failed == pytest.approx(1 / 3)
    found = corpus.ask("SELECT document_id, message FROM problems WHERE stage = 'run'")
    assert found == [("bad", "ValueError: this text holds a bug")]


def test_a_report_that_failed_is_tried_again_and_its_problem_goes(corpus) -> None:
    corpus.write("bad: BUG")
    corpus.run()
    corpus.write("bad: Norway met Iceland.")
    corpus.run()
    assert corpus.ask("SELECT count(*) FROM problems WHERE code = 'bug'") == [(0,)]
    assert corpus.ask("SELECT count(*) FROM documents") == [(1,)]


def test_a_run_that_is_to_fail_fast_stops_and_keeps_what_was_done(corpus) -> None:
    corpus.write(THREE[0], "bad: BUG", THREE[1])
    with pytest.raises(StandoffError, match="this text holds a bug"):
        corpus.run(fail_fast=True)
    assert corpus.ask("SELECT id FROM documents") == [("a",)]
    assert corpus.ask("SELECT outcome FROM runs") == [("failed",)]


def test_a_line_that_cannot_be_read_is_a_problem_with_its_source(corpus) -> None:
    corpus.write("nothing", THREE[0])
    assert corpus.run().failed == 1
    corpus.run()
    (row,) = corpus.ask("SELECT document_id, message FROM problems WHERE code = 'no-id'")
    assert row == (None, f"{corpus.lines}: a line without an id")


def test_a_reader_with_a_bug_costs_its_source(corpus) -> None:
    corpus.lines.write_bytes(b"\xff\xfe\xff")
    tally = corpus.run()
    assert tally.problems["ingest", "bug"] == 1


def test_two_reports_with_one_id_are_told_and_the_first_is_kept(corpus) -> None:
    corpus.write("a: Norway met Iceland.", "a: Iceland met Norway.", "a: Norway met Iceland.")
    for _ in range(2):
        tally = corpus.run()
        assert tally.problems["run", "id-taken"] == 1
        assert tally.repeated == 1
    assert corpus.ask("SELECT text FROM documents") == [("Norway met Iceland.",)]


def test_a_plan_says_what_would_be_done_and_does_nothing(corpus) -> None:
    corpus.write(*THREE)
    corpus.run()
    before = corpus.store.read_bytes()
    corpus.write(THREE[0], "b: Norway.", "d: Iceland.", "nothing")
    with View.open(corpus.store) as view:
        found = plan(corpus.request(), view.known())
    assert found.states == {State.UNCHANGED: 1, State.CHANGED: 1, State.NEW: 1}
    assert [p.code for p in found.problems] == ["no-id"]
    assert corpus.store.read_bytes() == before
    assert plan(corpus.request(), Known()).states == {State.NEW: 3}


def test_the_store_keeps_what_each_run_did(corpus) -> None:
    corpus.write(*THREE)
    corpus.run()
    corpus.run()
    found = corpus.ask(
        "SELECT number, outcome, documents_added, documents_unchanged, started_at::VARCHAR "
        "FROM runs ORDER BY number"
    )
    assert found == [
        (1, "finished", 3, 0, "2024-05-02 12:00:00"),
        (2, "finished", 0, 3, "2024-05-02 12:00:00"),
    ]


def test_the_store_in_its_own_folder_is_not_read(corpus) -> None:
    corpus.write(*THREE)
    Writer.open(corpus.store).close()
    sources = Sources((str(corpus.lines.parent),), own=(corpus.store,))
    assert list(sources.paths()) == [str(corpus.lines)]


def test_what_was_read_of_a_corpus_is_told(corpus) -> None:
    corpus.write(*THREE)
    seen: list[float | None] = []
    with Writer.open(corpus.store) as writer:
        Run(corpus.request(), writer, clock, lambda t: seen.append(t.fraction)).run()
    fractions = [f for f in seen if f is not None]
    assert len(fractions) == 4
    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < fractions[-1] == 1
