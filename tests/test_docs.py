"""The documents name every command, event type and problem, and are what their tools write."""

import ast
import importlib.util
from pathlib import Path

import pytest

import standoff
from standoff.cli.app import COMMANDS
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology

ROOT = Path(__file__).parents[1]
SOURCE = Path(standoff.__file__).parent
PAGES = "\n".join(
    path.read_text("utf-8")
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
)
PLACES = {"Problem": 1, "InputError": 0}
INNER = ("gmcr", "dispute")
"""Their errors are about a model of a conflict, never about a document."""


def problem_codes():
    """Every code that the program gives a problem, with the module that does."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).parts[0] in INNER:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                place = PLACES.get(getattr(node.func, "id", ""), 99)
                for argument in node.args[place : place + 1]:
                    yield from ((code, path.name) for code in strings(argument))


def strings(node):
    """The strings an expression may be."""
    if isinstance(node, ast.Constant):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*strings(node.body), *strings(node.orelse)]
    return []


CODES = dict(problem_codes())


def test_the_codes_of_problems_are_found_in_the_source():
    assert {"empty", "binary", "not-english", "no-published-date", "too-large"} <= CODES.keys()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_problem_has_its_row_among_the_problems(code):
    table = (ROOT / "docs" / "problems.md").read_text("utf-8").splitlines()
    rows = [line for line in table if line.startswith(f"| `{code}` |")]
    assert len(rows) == 1, f"docs/problems.md has no row for {code} ({CODES[code]})"
    assert len([cell for cell in rows[0].split("|") if cell.strip()]) == 4


def test_no_problem_is_described_that_the_program_never_gives():
    table = (ROOT / "docs" / "problems.md").read_text("utf-8").splitlines()
    described = {line.split("`")[1] for line in table if line.startswith("| `")}
    assert described <= CODES.keys() | {"not-found", "unreadable"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_in_the_documents(command):
    assert f"`{command}`" in PAGES or f"standoff {command}" in PAGES


def test_every_event_type_is_in_the_documents():
    types = load_ontology(DATA, Faults()).types
    assert len(types) == 16
    assert [name for name in types if f"| {name} |" not in PAGES] == []


def test_generated_pages_are_what_their_tool_writes():
    path = ROOT / "tools" / "make_docs.py"
    spec = importlib.util.spec_from_file_location("make_docs", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert (ROOT / "docs" / "record.md").read_text("utf-8") == tool.record_page()
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == tool.codebook_page()
