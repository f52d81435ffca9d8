"""The cluster's engine gives the rows of one process."""

import builtins
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.run import ray as engine
from standoff.run.coding import Recipe

LINES = [f"{n:02}: Norway met Iceland. Iceland demand fish {n}." for n in range(6)]
MANY = [f"{n:02}: SLOW Norway met Iceland. Iceland demand fish {n}." for n in range(24)]


@pytest.fixture
def cluster(monkeypatch) -> Iterator[Any]:
    """Three nodes of one core each, on this machine; the first is the head."""
    ray = pytest.importorskip("ray")
    utils = pytest.importorskip("ray.cluster_utils")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    made = utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    monkeypatch.setenv("RAY_ADDRESS", made.address)
    for _ in range(2):
        made.add_node(num_cpus=1)
    made.wait_for_nodes()
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_several_nodes_give_the_rows_of_one_process_also_when_one_is_lost(
    new_corpus, cluster
) -> None:
    alone, spread = new_corpus("alone"), new_corpus("spread")
    for corpus in (alone, spread):
        corpus.write(*MANY)
    alone.run()

    def lose_one(tally) -> None:
        if tally.coded.total() == 5:
            cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)

    tally = spread.run(engine="ray", workers=3, watch=lose_one)
    assert len(cluster.worker_nodes) == 1
    assert (tally.coded.total(), tally.failed) == (24, 0)
    assert spread.rows() == alone.rows()


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
