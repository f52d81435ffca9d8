"""The data files: no fault in ours, every example proved, and every fault told by its line."""

import csv
import importlib.util
import re
import shutil
from pathlib import Path

import pytest

from standoff.errors import DataErrors
from standoff.knowledge import strict_yaml
from standoff.knowledge.actors import load_actors
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA, check_knowledge
from standoff.knowledge.lexicon import (
    COMPILED,
    compile_lexicon,
    load_lexicon,
    read_lexicon,
    type_files,
)
from standoff.knowledge.ontology import load_ontology
from standoff.knowledge.tables import first_day, last_day

TOOLS = Path(__file__).parents[1] / "tools"
LEXICON = DATA / "lexicon" / "en"
FILES = sorted(DATA.rglob("*.yaml")) + sorted(DATA.rglob("*.csv"))
TABLES = sorted((DATA / "actors").rglob("*.csv"))


def tool(name):
    """A script of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def lexicon():
    """The lexicon read from its YAML files."""
    return read_lexicon(LEXICON, Faults())


@pytest.fixture(scope="module")
def ontology():
    """The sixteen types."""
    return load_ontology(DATA, Faults())


def named(path):
    return path.relative_to(DATA).as_posix()


# --- our own files ------------------------------------------------------------------------


def test_our_files_load_without_a_fault():
    assert check_knowledge()["lexicon entries"] > 2000


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_is_utf_8_and_ends_its_last_line(path):
    raw = path.read_bytes()
    assert raw.decode("utf-8").endswith("\n")
    assert b"\r" not in raw
    if path.suffix == ".yaml":
        assert strict_yaml.read(path)


def test_the_compiled_lexicon_is_current():
    assert (LEXICON / COMPILED).read_text("utf-8") == compile_lexicon(LEXICON)


def test_every_code_of_the_lexicon_is_in_the_ontology(lexicon, ontology):
    wrong = []
    for entry in lexicon.by_id.values():
        known = ontology.types.get(entry.type)
        if known is None:
            wrong.append(f"{entry.id}: type {entry.type!r}")
        elif entry.mode is not None and entry.mode not in known.modes:
            wrong.append(f"{entry.id}: mode {entry.mode!r}")
        if not set(entry.context) <= ontology.contexts:
            wrong.append(f"{entry.id}: context {entry.context}")
        if entry.cameo is not None and not re.fullmatch(r"(0[1-9]|1\d|20)\d{0,2}", entry.cameo):
            wrong.append(f"{entry.id}: cameo {entry.cameo!r}")
    assert wrong == []


def test_what_an_entry_beats_exists_and_reads_the_same_predicate(lexicon):
    wrong = []
    for entry in lexicon.by_id.values():
        for loser in entry.beats:
            other = lexicon.by_id.get(loser)
            if other is None or (other.lemma, other.pos) != (entry.lemma, entry.pos):
                wrong.append(f"{entry.id} beats {loser}")
    assert wrong == []


def test_every_entry_brings_its_proof():
    rows = [row for path in type_files(LEXICON) for row in strict_yaml.read(path)]
    assert [row["id"] for row in rows if not row.get("examples") or not row.get("source")] == []


@pytest.mark.parametrize("path", [p for p in TABLES if "people" in p.parts], ids=named)
def test_roles_have_dates_in_order(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        start, end = first_day(row["start"]), last_day(row["end"])
        assert start is None or end is None or start <= end, row


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_no_row_of_a_table_stands_twice(path):
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))


def test_every_country_of_a_role_is_in_the_table_of_countries():
    faults = Faults()
    tables = load_actors(DATA, faults)
    assert faults.found == []
    codes = {role.country for person in tables.people.values() for role in person.roles}
    with (DATA / "actors" / "countries.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    assert codes - {None} <= known


# --- every entry proves itself ------------------------------------------------------------


@pytest.mark.model
@pytest.mark.slow
def test_every_example_matches_its_entry_and_no_near_miss_does(coder, lexicon):
    prove = tool("prove_lexicon")
    rows = [row for path in type_files(LEXICON) for row in strict_yaml.read(path)]
    claims = prove.claims(rows)
    parses = prove.parses([claim[1] for claim in claims], coder.kit.parser)
    actors = coder.kit.knowledge.actors
    wrong = [
        f"{entry}: {'no match' if expected else 'false match'}: {text}"
        for (entry, text, expected), (document, parse) in zip(claims, parses, strict=True)
        if (entry in prove.matched(document, parse, lexicon, actors)) != expected
    ]
    assert len(claims) > 2 * len(rows)
    assert wrong == []


# --- faults are told ----------------------------------------------------------------------


def cells_set(**values):
    """Change cells of a row by their columns' numbers (c4=…)."""

    def change(line):
        cells = next(csv.reader([line]))
        for column, value in values.items():
            cells[int(column[1:])] = value
        return ",".join(f'"{cell}"' if "," in cell else cell for cell in cells)

    return change


def always(line):
    return lambda _: line


PEOPLE = "actors/people/europe_p5.csv"
FAULTS = {
    "a role ends before it starts": (
        PEOPLE,
        10,
        cells_set(c9="2030", c10="2020"),
        "after its end",
    ),
    "a day that is none": (PEOPLE, 11, cells_set(c9="2005-13-01"), "not an ISO date"),
    "an office nobody knows": (PEOPLE, 12, cells_set(c4="king"), "'king' is not known"),
    "a sector nobody knows": (PEOPLE, 13, cells_set(c7="ARMY"), "'ARMY' is not known"),
    "a role without a source": (PEOPLE, 14, cells_set(c11=""), "no source"),
    "a role without a title": (PEOPLE, 15, cells_set(c3=""), "must be filled"),
    "a country that is none": (PEOPLE, 16, cells_set(c6="XQX"), "'XQX'"),
    "a cell too many": (PEOPLE, 17, lambda line: f"{line},x", "13 cells, not 12"),
    "a code given twice": (
        "actors/countries.csv",
        3,
        cells_set(c0="ABW"),
        "ABW is given twice",
    ),
    "a kind of country": ("actors/countries.csv", 4, cells_set(c2="realm"), "'realm'"),
    "a form of no country": ("actors/country_forms.csv", 2, cells_set(c0="XQX"), "'XQX'"),
    "a member that is none": ("actors/memberships.csv", 2, cells_set(c1="XQX"), "'XQX'"),
    "a group of no country": ("actors/groups.csv", 3, cells_set(c5="XQX"), "'XQX'"),
    "an orphan": ("actors/organisations.csv", 3, cells_set(c5="XQX"), "no parent"),
    "another header": ("actors/institutions.csv", 1, cells_set(c1="label"), "should be"),
    "a city without degrees": ("places/cities.csv", 2, cells_set(c3="north"), "north"),
    "a class that is none": (
        "lexicon/en/request.yaml",
        "  with: ",
        always('  with: {obj: "@nothing"}'),
        "'@nothing'",
    ),
    "a part of speech": (
        "lexicon/en/accuse.yaml",
        "  pos: ",
        always("  pos: adverb"),
        "'adverb'",
    ),
    "an entry without a type": (
        "lexicon/en/aid.yaml",
        "  type: ",
        always("  note: x"),
        "'type'",
    ),
    "a key given twice": ("lexicon/en/agree.yaml", "  type: ", always("  pos: verb"), "'pos'"),
    "a cue without a force": ("quotes/en.yaml", "  force: ", always("  note: x"), "force"),
}


def replace_line(path, where, change):
    """Change a line by its number or its beginning; return its number."""
    lines = path.read_text("utf-8").splitlines()
    if isinstance(where, str):
        where = next(n for n, line in enumerate(lines, 1) if line.startswith(where))
    lines[where - 1] = change(lines[where - 1])
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return where


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Every fault put into one copy of the data: where it lies, and what was told of all."""
    copy = tmp_path_factory.mktemp("faulty") / "data"
    shutil.copytree(DATA, copy)
    lines = {
        name: (copy / file, replace_line(copy / file, where, change))
        for name, (file, where, change, _) in FAULTS.items()
    }
    with pytest.raises(DataErrors) as caught:
        check_knowledge(copy)
    return lines, [(fault.path, fault.line, fault.why) for fault in caught.value.faults]


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_row_is_told_by_file_and_line(told, name):
    lines, faults = told
    path, number = lines[name]
    why = FAULTS[name][3]
    found = [line for where, line, what in faults if where == str(path) and why in what]
    assert found
    # an entry of several lines is told by its first
    assert any(number - 12 <= line <= number for line in found), found


def test_no_fault_is_told_twice(told):
    assert len(told[1]) == len(set(told[1]))


def test_a_stale_compiled_lexicon_is_not_read(tmp_path):
    folder = tmp_path / "lexicon" / "en"
    shutil.copytree(LEXICON, folder)
    assert load_lexicon(tmp_path, Faults()).by_id
    replace_line(folder / "accuse.yaml", "  pos: ", always("  pos: adverb"))
    faults = Faults()
    load_lexicon(tmp_path, faults)
    assert "'adverb'" in str(faults.found[0])
