"""Timeline and network as pictures."""

import pytest

from dispute_rows import act
from standoff.dispute.charts import as_html, as_png, as_svg, network_chart, timeline_chart
from standoff.dispute.network import network_of
from standoff.dispute.timeline import Step, timeline_of
from standoff.errors import UsageError
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology

ONTOLOGY = load_ontology(DATA, Faults())
ACTS = [
    act("ASSAULT", on=3),
    act("AGREE", "BBB", "AAA", on=5),
    act("ACCUSE", "BBB", "CCC", on=9),
]


def test_a_timeline_is_drawn_with_its_classes_and_scores():
    svg = as_svg(timeline_chart(timeline_of(ACTS, ONTOLOGY)))
    assert svg.startswith("<svg")
    assert "material conflict" in svg
    assert "mean Goldstein" in svg


def test_a_network_is_drawn_with_its_actors():
    svg = as_svg(network_chart(network_of(ACTS, ONTOLOGY)))
    for name in ("AAA", "BBB", "CCC"):
        assert f">{name}<" in svg


def test_a_picture_is_the_same_each_time():
    spec = network_chart(network_of(ACTS, ONTOLOGY))
    assert as_svg(spec) == as_svg(network_chart(network_of(ACTS, ONTOLOGY)))
    assert as_png(spec).startswith(b"\x89PNG")


def test_a_page_loads_nothing_from_outside():
    page = as_html(timeline_chart(timeline_of(ACTS, ONTOLOGY, Step.WEEK)))
    assert "<script src" not in page
    assert "cdn.jsdelivr" not in page
    assert '"actions":false' in page.replace(" ", "")
    assert page.lstrip().startswith("<!DOCTYPE html>")


def test_nothing_to_draw_is_said():
    with pytest.raises(UsageError, match="no dated event"):
        timeline_chart(timeline_of([], ONTOLOGY))
    with pytest.raises(UsageError, match="no act of one actor on another"):
        network_chart(())
