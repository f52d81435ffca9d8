"""The cluster's engine gives the rows of one process."""

import builtins

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.run import ray as engine
from standoff.run.coding import Recipe

LINES = [f"{n:02}: Norway met Iceland. Iceland demand fish {n}." for n in range(6)]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_cluster_gives_the_rows_of_one_process(new_corpus) -> None:
    pytest.importorskip("ray")
    found = []
    for name in ("local", "ray"):
        corpus = new_corpus(name)
        ends = "dies: CRASH" if name == "ray" else "dies: BUG"
        corpus.write(*LINES[:3], "bad: BUG", ends, *LINES[3:])
        tally = corpus.run(engine=name, workers=2)
        assert (tally.coded.total(), tally.failed) == (6, 2)
        found.append(corpus.rows())
    assert found[0][:-1] == found[1][:-1]


def test_a_cluster_without_ray_says_what_to_install(monkeypatch) -> None:
    real = builtins.__import__

    def without_ray(name: str, *rest):
        if name == "ray":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_ray)
    documents = iter([fake_coder.document("Norway.")])
    with pytest.raises(UsageError, match=r"standoff\[scale\]"):
        list(engine.map_documents(Recipe("1", "c", "fake_coder:load"), documents, 1))
