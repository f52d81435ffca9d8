import importlib.util
import json
from collections import Counter

from standoff.score import figures, tally

GOLD = {
    "events": [
        {
            "trigger": [0, 4],
            "type": "REQUEST",
            "actor": ["NOR"],
            "recipient": ["ISL"],
            "sentence": [0, 50],
            "status": "actual",
            "date": None,
            "condition": None,
        },
        {
            "trigger": [20, 26],
            "type": "REJECT",
            "actor": ["ISL"],
            "recipient": [],
            "sentence": [0, 50],
            "status": "actual",
            "date": "2024-05-01",
            "condition": [30, 40],
        },
    ],
    "quotes": [
        {
            "quote": [[5, 15]],
            "kind": "direct",
            "speaker": "Jon Halldorsson",
            "speaker_actor": ["ISL"],
        }
    ],
    "positions": [
        {
            "party": ["NOR"],
            "stance": "demand",
            "addressee": ["ISL"],
            "issue": "fishing",
            "content": [5, 15],
            "evidence": [0, 50],
        }
    ],
}


def figure(name, found):
    counts = tally(GOLD, found)
    return next(f for f in figures(counts) if f.name == name)


def test_a_record_equal_to_its_gold_is_right_throughout():
    for f in figures(tally(GOLD, GOLD)):
        assert 1.0 in {f.f1, f.accuracy} or f.gold == 0


def test_an_empty_record_finds_nothing():
    assert figure("events found", {}).recall == 0.0
    assert figure("quotes found", {}).f1 == 0.0


def test_an_event_is_found_by_its_trigger_whatever_its_type():
    found = {"events": [{**GOLD["events"][0], "type": "ACCUSE"}]}
    assert figure("events found", found).recall == 0.5
    assert figure("events +type", found).recall == 0.0


def test_a_last_name_alone_is_the_speaker():
    found = {"quotes": [{**GOLD["quotes"][0], "speaker": "Halldorsson"}]}
    assert figure("quotes speaker", found).accuracy == 1.0
    found = {"quotes": [{**GOLD["quotes"][0], "speaker": "Jon"}]}
    assert figure("quotes speaker", found).accuracy == 0.0


def test_half_a_quote_is_the_quote_and_less_is_not():
    assert figure("quotes found", {"quotes": [{"quote": [[5, 10]]}]}).recall == 1.0
    assert figure("quotes found", {"quotes": [{"quote": [[5, 9]]}]}).recall == 0.0


def test_the_figures_agree_with_the_annotators_own_scorer(shared):
    spec = importlib.util.spec_from_file_location("peer", shared / "bench" / "score_gold.py")
    peer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(peer)
    documents = [
        json.loads(p.read_text("utf-8")) for p in sorted((shared / "gold").glob("*.json"))
    ]
    shifted = [documents[(i + 1) % len(documents)] for i in range(len(documents))]
    half = [{k: d[k][::2] for k in ("events", "quotes", "positions")} for d in documents]
    ours, theirs = Counter(), Counter()
    for gold, found in [
        *zip(documents, shifted, strict=True),
        *zip(documents, half, strict=True),
    ]:
        ours.update(tally(gold, found))
        theirs.update(peer.tally_document(gold, found))
    expected = peer.scores(theirs)
    for f in figures(ours):
        assert f.f1 == expected[f.name].get("f1")
        assert f.accuracy == expected[f.name].get("accuracy")
