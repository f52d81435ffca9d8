"""A coder that was edited says so, and one that was not says the same as before."""

from pathlib import Path

from standoff.knowledge.coder_version import DECIDES, PACKAGE, code_hash, coder_version


def _package(folder: Path) -> Path:
    (folder / "events").mkdir(parents=True)
    (folder / "cli").mkdir()
    (folder / "events" / "code.py").write_text("one = 1\n")
    (folder / "pipeline.py").write_text("two = 2\n")
    (folder / "cli" / "run.py").write_text("three = 3\n")
    return folder


def test_an_edit_of_a_stage_is_another_coder_and_one_of_the_commands_is_not(tmp_path) -> None:
    package = _package(tmp_path)
    before = code_hash(package)
    (package / "cli" / "run.py").write_text("three = 4\n")
    assert code_hash(package) == before
    (package / "pipeline.py").write_bytes(b"two = 2\r\n")
    assert code_hash(package) == before
    (package / "events" / "code.py").write_text("one = 2\n")
    assert code_hash(package) != before


def test_a_module_under_another_name_is_another_coder(tmp_path) -> None:
    package = _package(tmp_path)
    before = code_hash(package)
    (package / "events" / "code.py").rename(package / "events" / "coded.py")
    assert code_hash(package) != before


def test_what_decides_rows_is_there_and_the_version_names_it() -> None:
    assert all((PACKAGE / name).exists() for name in DECIDES)
    release, plus, code = coder_version().partition("+")
    assert release
    assert plus
    assert code == code_hash(PACKAGE)
