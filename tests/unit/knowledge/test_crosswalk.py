"""The lexicon against the ontology: what an entry says and nobody knows is told by its line."""

import shutil
from pathlib import Path

import pytest

from standoff.errors import DataErrors
from standoff.knowledge.crosswalk import check_crosswalk
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA, check_knowledge
from standoff.knowledge.lexicon import read_lexicon
from standoff.knowledge.ontology import load_ontology

FOLDER = DATA / "lexicon" / "en"


def entry(**fields: str) -> str:
    """Return a file of two entries; ``fields`` replace those of the second."""
    rows = ({"id": "x.one"}, {"id": "x.two", **fields})
    common = {
        "lemma": "ask",
        "pos": "verb",
        "type": "REQUEST",
        "mode": "change",
        "cameo": "020",
    }
    return "".join(
        f"- id: {row['id']}\n"
        + "".join(
            f"  {key}: {value}\n" for key, value in {**common, **row}.items() if key != "id"
        )
        for row in rows
    )


def faults_of(folder: Path, text: str) -> list[str]:
    """Return the faults of a lexicon of one file."""
    (folder / "x.yaml").write_text(text, "utf-8")
    (folder / "classes.yaml").write_text("{}\n", "utf-8")
    faults = Faults()
    ontology = load_ontology(DATA, Faults())
    check_crosswalk(read_lexicon(folder, Faults()), ontology, folder, faults)
    return [f"{Path(fault.path).name}:{fault.line}: {fault.why}" for fault in faults.found]


def test_our_lexicon_says_nothing_unknown() -> None:
    faults = Faults()
    lexicon = read_lexicon(FOLDER, faults)
    check_crosswalk(lexicon, load_ontology(DATA, faults), FOLDER, faults)
    assert len(lexicon.by_id) > 2000
    assert faults.found == []


def test_known_entries_have_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, entry(context="[military]")) == []


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("cameo", "999", "'cameo: 999' is not in cameo.yaml"),
        ("cameo", "0215", "'cameo: 0215' is not in cameo.yaml"),
        ("mode", "plead", "'mode: plead' is not a mode of REQUEST in plover.yaml"),
        ("type", "BESEECH", "'type: BESEECH' is not in plover.yaml"),
        ("context", "[military, weather]", "'context: weather' is not in plover.yaml"),
    ],
)
def test_an_unknown_word_is_told_at_its_entry(
    tmp_path: Path, field: str, value: str, why: str
) -> None:
    assert faults_of(tmp_path, entry(**{field: value})) == [f"x.yaml:7: {why}"]


def test_the_check_of_the_data_tells_an_unknown_code(tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    path = copy / "lexicon" / "en" / "request.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('  cameo: "020"', '  cameo: "999"', 1), "utf-8")
    with pytest.raises(DataErrors) as caught:
        check_knowledge(copy)
    assert str(caught.value) == f"{path}:1: 'cameo: 999' is not in cameo.yaml"
