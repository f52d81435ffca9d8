import json

import pytest
from jsonschema import Draft202012Validator

from standoff.knowledge import strict_yaml
from standoff.knowledge.knowledge import DATA

SCHEMA_OF = {
    "lexicon/en/classes.yaml": "word_lists",
    "lexicon/en/speech_acts.yaml": "word_lists",
    "lexicon/en/embedding.yaml": "word_lists",
    "ontology/plover.yaml": "plover",
    "ontology/cameo.yaml": "cameo",
    "timeplace/en.yaml": "time_words",
    "parse/en.yaml": "lemmas",
    "gate/en.yaml": "word_lists",
    "quotes/en.yaml": "quote_cues",
    "actors/role_nouns.yaml": "role_nouns",
}
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))


def schema_of(name):
    lexicon = name.startswith("lexicon/en/")
    stem = SCHEMA_OF.get(name, "lexicon" if lexicon else "words")
    return json.loads((DATA / "schema" / f"{stem}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_every_data_file_fits_its_schema(name):
    errors = Draft202012Validator(schema_of(name)).iter_errors(strict_yaml.read(DATA / name))
    assert [f"{list(e.path)}: {e.message}"[:200] for e in errors] == []


def test_an_entry_with_one_example_does_not_fit():
    entry = {
        "id": "aid.x",
        "lemma": "x",
        "pos": "verb",
        "type": "AID",
        "cameo": "070",
        "examples": ["One."],
        "source": "s",
    }
    validator = Draft202012Validator(schema_of("lexicon/en/aid.yaml"))
    assert [e.validator for e in validator.iter_errors([entry])] == ["minItems"]
