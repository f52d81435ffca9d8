"""Whole articles through all stages: what is read of them is in tests/golden/*/expected.jsonl.

`pytest --update-golden` writes these files anew; their difference is read like code.
"""

import json
from pathlib import Path

import pytest

from standoff.knowledge import strict_yaml
from standoff.model.format1 import to_row

ROOT = Path(__file__).parents[1]
FOLDERS = sorted(path.parent for path in (ROOT / "tests" / "golden").glob("*/about.yaml"))
STATED = ("id", "title", "published", "publisher")


def readable(row):
    """The quotes, events and positions of a record in format 1, with words for offsets."""
    text = row["text"]

    def words(span):
        return None if span is None else text[span[0] : span[1]]

    def sentence(span):
        starts = [start for start, _ in row["sentences"]]
        return sum(start <= span[0] for start in starts)

    for quote in row["quotes"]:
        yield {
            "quote": [words(part) for part in quote["quote"]],
            "kind": quote["kind"],
            "cue": words(quote["cue"]),
            "speaker": quote["speaker"],
            "speaker_words": words(quote["speaker_span"]),
            "speaker_actor": quote["speaker_actor"],
        }
    for event in row["events"]:
        yield {
            "event": event["type"],
            "mode": event["mode"],
            "sentence": sentence(event["trigger"]),
            "trigger": words(event["trigger"]),
            "actor": event["actor"],
            "actor_words": words(event["actor_span"]),
            "recipient": event["recipient"],
            "recipient_words": words(event["recipient_span"]),
            "status": event["status"],
            "attributed_to": event["attributed_to"],
            "condition": words(event["condition"]),
            "content": words(event["content"]),
            "date": event["date"],
            "place": event["place"],
        }
    for position in row["positions"]:
        yield {
            "position": position["stance"],
            "sentence": sentence(position["evidence"]),
            "party": position["party"],
            "addressee": position["addressee"],
            "issue": position["issue"],
            "content": words(position["content"]),
            "condition": words(position["condition"]),
        }


@pytest.mark.model
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_whole_article_gives_the_rows_that_were_read_and_agreed(coder, folder, request):
    about = strict_yaml.read(folder / "about.yaml")
    article = ROOT / about["article"] if "article" in about else folder / "article.txt"
    stated = {name: about.get(name) for name in STATED}
    record = coder.read(article.read_text("utf-8"), **stated)
    found = [json.dumps(row, ensure_ascii=False) for row in readable(to_row(record))]
    expected = folder / "expected.jsonl"
    if request.config.getoption("--update-golden"):
        expected.write_text("\n".join(found) + "\n", "utf-8")
    assert found == expected.read_text("utf-8").splitlines()
