"""Several processes give the rows of one, and a process that dies costs one report."""

import itertools

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.run import local
from standoff.run.coding import Recipe

LINES = [f"{n:02}: Norway met Iceland. Iceland demand fish {n}." for n in range(12)]


def test_processes_give_the_rows_of_one_in_the_same_order(new_corpus) -> None:
    found = []
    for workers in (1, 2):
        corpus = new_corpus(str(workers))
        corpus.write(*LINES[:3], "slow: SLOW Norway.", *LINES[3:])
        corpus.run(workers=workers)
        found.append(corpus.rows())
    assert found[0] == found[1]
    assert len(found[0][0]) == 13


def test_a_process_that_dies_costs_one_report_after_one_retry(corpus) -> None:
    corpus.write(*LINES[:4], "bad: CRASH", *LINES[4:])
    tally = corpus.run(workers=2)
    assert tally.problems["run", "worker-died"] == 1
    assert (tally.coded.total(), tally.failed) == (12, 1)
    (row,) = corpus.ask("SELECT document_id FROM problems WHERE code = 'worker-died'")
    assert row == ("bad",)


def test_a_coder_that_cannot_be_loaded_says_why() -> None:
    recipe = Recipe("1", "c", "fake_coder:load_nothing")
    with pytest.raises(UsageError, match="no such data"):
        list(local.map_documents(recipe, iter([fake_coder.document("Norway.")]), 2))


def test_no_process_is_started_for_no_document() -> None:
    recipe = Recipe("1", "c", "nowhere:load")
    assert list(local.map_documents(recipe, iter(()), 2)) == []
    assert list(local.map_documents(recipe, iter(()), 1)) == []


def test_documents_are_drawn_as_they_are_coded_and_not_all_at_once() -> None:
    drawn = itertools.count()

    def endless():
        for number in drawn:
            yield fake_coder.document("Norway.", id=str(number))

    outcomes = local.map_documents(Recipe("1", "c", "fake_coder:load"), endless(), 2)
    first = list(itertools.islice(outcomes, 5))
    outcomes.close()
    assert [o.document_id for o in first] == ["0", "1", "2", "3", "4"]
    assert next(drawn) < 100
