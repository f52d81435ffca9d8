"""The command line: what it prints, what it writes, and how it ends."""

import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import standoff.cli
import standoff.coder
from standoff.knowledge.knowledge import DATA
from standoff.model.format1 import to_row

TEXT = (
    "OSLO (Nordpress) – Norway on Tuesday demanded that Iceland withdraw its boats.\n\n"
    "“We will not move,” Icelandic Prime Minister Jóna Hall said. Norway warned that it "
    "would seize the boats if they stayed.\n"
)
GERMAN = (
    "Die Regierung in Berlin hat am Dienstag angekündigt, dass sie ihre Botschaft in der "
    "Stadt schließen werde, sofern die Nachbarn nicht auf die Forderungen eingehen. Der "
    "Minister sagte, er habe keine andere Wahl und bedauere den Schritt sehr.\n"
)
PAGE = (
    "<html><head><title>Boats</title></head><body><nav>Home News</nav><article><h1>Boats</h1>"
    "<p>Norway demanded that Iceland withdraw its boats from the northern waters on Tuesday."
    "</p><p>Iceland rejected the demand. Its boats have been in these waters since the spring, "
    "and the catch has been good.</p></article></body></html>"
)
DAY = ("--published", "2025-03-11")


@pytest.fixture
def run(monkeypatch, capsys, request):
    """Run the command in this process; return its exit code, output and errors.

    A test marked model has the loaded coder; any other must do without one.
    """
    needs_model = request.node.get_closest_marker("model") is not None
    loaded = request.getfixturevalue("coder") if needs_model else None

    def coder(*_):
        assert loaded is not None, "this should not load the parser"
        return loaded

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(standoff.coder, "Coder", coder)
        monkeypatch.setattr(sys, "argv", ["standoff", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setenv("COLUMNS", "200")
        code: str | int | None = 0
        try:
            standoff.cli.app()
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code or 0, said.out, said.err

    return run


@pytest.fixture
def report(tmp_path):
    """A report as a file."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def rows(out):
    """The records printed, each on its line."""
    return [json.loads(line) for line in out.splitlines()]


# --- reading ------------------------------------------------------------------------------


@pytest.mark.model
def test_a_report_is_shown_with_its_quotes_events_and_positions(run, report):
    code, out, err = run("read", report, *DAY)
    assert (code, err) == (0, "")
    for words in ("Quotes", "Events", "Positions", "NOR → ISL", "REQUEST", "2025-03-11"):
        assert words in out


@pytest.mark.model
def test_json_prints_lines_of_json_and_nothing_else(run, report):
    code, out, err = run("read", report, report, *DAY, "--json")
    assert (code, err) == (0, "")
    found = rows(out)
    assert [row["format"] for row in found] == [1, 1]
    assert found[0] == found[1]
    assert found[0]["text"] == TEXT
    assert [e["type"] for e in found[0]["events"]][:1] == ["REQUEST"]


@pytest.mark.model
def test_the_lines_printed_are_the_record_that_python_gives(run, report, coder):
    row = rows(run("read", report, *DAY, "--json")[1])[0]
    mine = to_row(coder.read(TEXT, published="2025-03-11"))
    assert {k: row[k] for k in ("events", "quotes", "positions", "mentions")} == {
        k: mine[k] for k in ("events", "quotes", "positions", "mentions")
    }


@pytest.mark.model
def test_html_writes_a_page_that_loads_nothing(run, report, tmp_path):
    page = tmp_path / "page.html"
    code, out, err = run("read", report, *DAY, "--html", page)
    assert (code, out) == (0, "")
    assert str(page) in err
    written = page.read_text("utf-8")
    assert "withdraw its boats" in written
    assert "Content-Security-Policy" in written
    assert 'src="http' not in written


@pytest.mark.model
def test_a_web_page_is_read_without_its_furniture(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    code, out, _ = run("read", path, *DAY, "--json")
    row = rows(out)[0]
    assert code == 0
    assert row["title"] == "Boats"
    assert "Home News" not in row["text"]
    assert [e["type"] for e in row["events"]][:2] == ["REQUEST", "REJECT"]


@pytest.mark.model
def test_lines_of_json_keep_their_ids_and_a_bad_line_stops_none(run, tmp_path):
    path = tmp_path / "reports.jsonl"
    good = [{"id": name, "text": TEXT, "published": "2025-03-11"} for name in ("a", "b")]
    lines = [json.dumps(good[0]), "{not json", json.dumps(good[1])]
    path.write_text("\n".join(lines), "utf-8")
    code, out, err = run("read", path, "--json")
    assert code == 1
    assert [row["id"] for row in rows(out)] == ["a", "b"]
    assert "[bad-json]" in err
    assert "2" in err


@pytest.mark.model
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_standard_input_is_read_in_any_encoding(run, encoding):
    code, out, _ = run("read", "-", *DAY, "--json", stdin=TEXT.encode(encoding))
    assert code == 0
    assert rows(out)[0]["text"] == TEXT


@pytest.mark.model
def test_letters_of_latin_1_are_read(run, tmp_path):
    path = tmp_path / "old.txt"
    text = TEXT.replace("–", "-").replace("“", '"').replace("”", '"')
    path.write_bytes(text.encode("latin-1"))
    code, out, _ = run("read", path, *DAY, "--json")
    assert code == 0
    assert "Jóna Hall" in rows(out)[0]["text"]


@pytest.mark.model
def test_a_report_without_a_date_is_read_and_says_what_that_costs(run, tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text("Norway demanded on Tuesday that Iceland withdraw its boats.", "utf-8")
    code, out, _ = run("read", path, "--json")
    row = rows(out)[0]
    assert code == 0
    assert row["published"] is None
    assert [p["code"] for p in row["problems"]] == ["no-published-date"]
    assert row["events"][0]["date"] is None


# --- what cannot be read ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"\x7fELF\x02\x01\x00\x00" * 99, "binary")],
    ids=["empty", "blank", "binary"],
)
def test_an_unreadable_file_is_named_with_the_reason(run, tmp_path, raw, code):
    path = tmp_path / "odd.txt"
    path.write_bytes(raw)
    ended, out, err = run("read", path, "--json")
    assert (ended, out) == (1, "")
    assert str(path) in err
    assert f"[{code}]" in err


def test_a_missing_file_is_named(run, tmp_path):
    code, out, err = run("read", tmp_path / "none.txt")
    assert (code, out) == (1, "")
    assert "none.txt" in err
    assert "[not-found]" in err


@pytest.mark.model
def test_a_report_in_another_language_is_left_with_a_reason(run, tmp_path):
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, "utf-8")
    code, out, err = run("read", path, "--json")
    assert code == 1
    assert "[not-english]" in err
    assert rows(out)[0]["events"] == []


@pytest.mark.model
def test_one_unreadable_file_stops_no_other(run, report, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = run("read", empty, report, *DAY, "--json")
    assert code == 1
    assert len(rows(out)) == 1
    assert "[empty]" in err


def test_a_file_of_fifty_megabytes_is_refused_at_once(run, tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"Norway met Iceland. " * 50_000)
    begun = time.monotonic()
    code, _, err = run("read", path)
    assert time.monotonic() - begun < 5
    assert code == 1
    assert "[too-large]" in err


@pytest.mark.model
def test_a_line_of_a_megabyte_without_a_stop_is_read(run, tmp_path):
    path = tmp_path / "line.txt"
    filler = "over the hills and the lakes and the woods and " * 22_000
    path.write_text(f"{filler}rain. Norway demanded that Iceland leave.", "utf-8")
    begun = time.monotonic()
    code, out, err = run("read", path, "--json")
    assert time.monotonic() - begun < 30
    assert (code, err) == (0, "")
    row = rows(out)[0]
    assert sum(end - start for start, end in row["sentences"]) > 1_000_000
    assert [e["type"] for e in row["events"]] == ["REQUEST"]


def test_a_page_nested_past_all_measure_ends_in_a_problem(run, tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 200_000 + "x" + "</div>" * 200_000, "utf-8")
    begun = time.monotonic()
    code, out, err = run("read", path, "--json")
    assert time.monotonic() - begun < 20
    assert (code, out) == (1, "")
    assert str(path) in err


@pytest.mark.model
def test_a_page_nested_a_little_is_read(run, tmp_path):
    path = tmp_path / "nested.html"
    body = PAGE.replace("<article>", "<div>" * 40 + "<article>")
    path.write_text(body.replace("</article>", "</article>" + "</div>" * 40), "utf-8")
    code, out, _ = run("read", path, *DAY, "--json")
    assert code == 0
    assert [e["type"] for e in rows(out)[0]["events"]][:1] == ["REQUEST"]


# --- wrong use ----------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["yesterday", "2025-13-01", "11.3.2025", ""])
def test_a_day_that_is_none_is_a_wrong_argument(run, report, day):
    code, out, err = run("read", report, "--published", day)
    assert (code, out) == (2, "")
    assert repr(day) in err
    assert "2024-05-02" in err


def test_an_unknown_option_is_a_wrong_argument(run, report):
    assert run("read", report, "--colour")[0] == 2


def test_an_unknown_model_is_a_wrong_argument(report):
    ended = subprocess.run(
        [sys.executable, "-c", "from standoff.cli import app; app()", "read", report,
         "--model", "no_such_model"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "no_such_model" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.model
def test_the_installed_command_reads_a_pipe():
    command = Path(sys.executable).parent / "standoff"
    ended = subprocess.run(
        [command, "read", "-", *DAY, "--json"],
        input=TEXT.encode(), capture_output=True, check=False, timeout=120,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()
    assert ended.stderr == b""
    assert rows(ended.stdout.decode())[0]["text"] == TEXT


# --- why a row exists ---------------------------------------------------------------------


@pytest.mark.model
def test_explain_shows_rule_spans_frame_and_lexicon_entry(run, report):
    code, out, _ = run("explain", report, "e0", *DAY)
    assert code == 0
    assert "lexicon.verb" in out
    assert "“demanded”" in out
    assert f"[{TEXT.index('demanded')}, {TEXT.index('demanded') + 8}]" in out
    assert "demand(subj=Norway" in out
    assert "request.yaml:" in out
    assert "- id: request.demand" in out


@pytest.mark.model
def test_explain_takes_an_events_id_and_every_kind_of_row(run, report, coder):
    record = coder.read(TEXT, published="2025-03-11")
    by_id = run("explain", report, record.events[0].id, *DAY)
    assert by_id == run("explain", report, "e0", *DAY)
    assert "We will not move" in run("explain", report, "q0", *DAY)[1]
    assert "demand" in run("explain", report, "p0", *DAY)[1]
    assert "name" in run("explain", report, "m0", *DAY)[1]


@pytest.mark.model
@pytest.mark.parametrize("row", ["e99", "x1", "e", "e-1", ""])
def test_a_row_that_is_not_there_is_a_wrong_argument(run, report, row):
    code, out, err = run("explain", report, row, *DAY)
    assert (code, out) == (2, "")
    assert err.startswith("standoff: ")


def test_nothing_to_explain_is_a_wrong_argument(run, tmp_path):
    code, _, err = run("explain", tmp_path / "none.txt", "e0")
    assert code == 2
    assert "none.txt" in err


# --- scores -------------------------------------------------------------------------------


@pytest.fixture
def gold(tmp_path, coder):
    """Gold of one report: what the coder finds, with one event more."""
    row = to_row(coder.read(TEXT, published="2025-03-11", id="boats"))
    missed = {**row["events"][0], "trigger": [0, 4], "type": "AID"}
    path = tmp_path / "gold" / "boats.json"
    path.parent.mkdir()
    path.write_text(json.dumps({**row, "events": [*row["events"], missed]}), "utf-8")
    (tmp_path / "records.jsonl").write_text(json.dumps(row), "utf-8")
    return path.parent


@pytest.mark.model
def test_score_reads_the_gold_reports_and_counts_what_is_missed(run, gold):
    code, out, _ = run("score", gold, "--json")
    figures = json.loads(out)["all"]
    assert code == 0
    assert figures["events found"]["precision"] == 1.0
    assert figures["events found"]["found"] == figures["events found"]["gold"] - 1
    assert figures["quotes found"]["f1"] == 1.0


@pytest.mark.model
def test_score_of_stored_records_is_the_score_of_reading_them(run, gold):
    stored = run("score", gold, "--records", gold.parent / "records.jsonl", "--json")
    assert stored == run("score", gold, "--json")
    assert "events found" in run("score", gold)[1]


@pytest.mark.parametrize("content", ["{", "[]", "{}", "null"])
def test_gold_that_is_none_is_told_by_its_file(run, tmp_path, content):
    path = tmp_path / "bad.json"
    path.write_text(content, "utf-8")
    code, out, err = run("score", path)
    assert (code, out) == (1, "")
    assert "bad.json" in err


def test_a_folder_without_gold_is_a_wrong_argument(run, tmp_path):
    assert run("score", tmp_path)[0] == 2


# --- the data files -----------------------------------------------------------------------


def test_our_data_files_have_no_fault(run):
    code, out, _ = run("check-data")
    assert code == 0
    assert "no faults" in out


def test_a_faulty_copy_of_the_data_is_told_line_by_line(run, tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    path = copy / "lexicon" / "en" / "request.yaml"
    lines = path.read_text("utf-8").splitlines()
    first = next(n for n, line in enumerate(lines, 1) if line.startswith("  pos: "))
    lines[first - 1] = "  pos: adverb"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    code, out, _ = run("check-data", copy)
    assert code == 3
    assert f"{path}:" in out
    assert "'adverb'" in out
    assert "1 faults" in out
