"""The layers hold, nothing prints but the command line, and no module outgrows its noun."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import standoff

SOURCE = Path(standoff.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400


def test_imports_point_down_and_libraries_have_one_home(monkeypatch, capsys):
    monkeypatch.chdir(SOURCE.parents[1])
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_is_short_and_leaves_printing_to_the_command_line(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    if "cli" not in path.relative_to(SOURCE).parts:
        calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
        assert not [c.lineno for c in calls if getattr(c.func, "id", None) == "print"]
