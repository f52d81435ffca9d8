"""Every span that a format shows cuts exactly the text beside it, whatever the characters."""

import csv
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
import pyarrow.parquet as pq
from hypothesis import given, settings

from export_rows import records
from standoff.export import EXPORTERS
from standoff.export.brat import file_name
from standoff.export.dyad import one_sided, two_sided
from standoff.export.gdelt import EVENTS, MENTIONS
from standoff.export.report import Report
from standoff.export.sheet import original
from standoff.export.tidy import TABLES

BREAKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
FLAT = str.maketrans(dict.fromkeys(BREAKS, " "))
odd_records = given(records())
quick = settings(max_examples=30, deadline=None)


def written(name, record, **options):
    """Return the files an export writes, by the end of their names."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        EXPORTERS[name].write([record], out, **options)
        files = [out] if out.is_file() else sorted(Path(folder).rglob("*.*"))
        return {f.name.removeprefix("out"): f.read_bytes() for f in files}


def table(data, delimiter, *, quoted=True):
    text = data.decode()
    if not quoted:
        return [line.split(delimiter) for line in text.split("\n") if line]
    lines = re.split("(?<=\n)", text)
    return [row for row in csv.reader(lines, delimiter=delimiter) if row]


def spans_of(record):
    rows = [*record["events"], *record["mentions"]]
    fields = ("actor_span", "recipient_span", "span")
    return [row[field] for row in rows for field in fields if row.get(field)]


@odd_records
@quick
def test_polecat_shows_the_words_of_its_spans(record):
    text = record["text"]
    head, *rows = table(written("polecat", record)[""], "\t")
    shown = [dict(zip(head, row, strict=True)) for row in rows]
    dyads = [d for unit in one_sided(Report(record)) if unit.happened for d in unit.rows]
    assert len(shown) == len(dyads)
    for row, dyad in zip(shown, dyads, strict=True):
        for side, party in (("Actor", dyad.actor), ("Recipient", dyad.recipient)):
            span = party.span if party else None
            assert span is None or span in spans_of(record)
            expected = text[span[0] : span[1]].translate(FLAT) if span else "None"
            assert original(row[f"{side} Name Raw"]) == expected


@odd_records
@quick
def test_gdelt_gives_the_offsets_of_its_words(record):
    files = written("gdelt", record)
    mentions = table(files[".mentions.CSV"], "\t", quoted=False)
    events = table(files[".export.CSV"], "\t", quoted=False)
    assert [row[0] for row in mentions] == [row[0] for row in events]
    names = [column.name for column in MENTIONS]
    starts = {str(span[0]) for span in spans_of(record)} | {""}
    triggers = {str(e["trigger"][0]) for e in record["events"]}
    assert all(len(row) == len(EVENTS) for row in events)
    for row in (dict(zip(names, cells, strict=True)) for cells in mentions):
        assert row["ActionCharOffset"] in triggers
        assert {row["Actor1CharOffset"], row["Actor2CharOffset"]} <= starts
        start, _ = record["sentences"][int(row["SentenceID"]) - 1]
        assert any(e["sentence"][0] == start for e in record["events"])


@odd_records
@quick
def test_icews_numbers_the_sentence_of_the_act(record):
    head, *rows = table(written("icews", record)[""], "\t")
    dyads = [d for unit in two_sided(Report(record)) if unit.happened for d in unit.rows]
    assert len(rows) == len(dyads)
    for row, dyad in zip(rows, dyads, strict=True):
        number = int(dict(zip(head, row, strict=True))["Sentence Number"])
        assert record["sentences"][number - 1] == dyad.event["sentence"]


@odd_records
@quick
def test_dna_shows_the_words_of_its_positions(record):
    head, *rows = table(written("dna", record)[""], ";")
    for row in (dict(zip(head, cells, strict=True)) for cells in rows):
        cut = record["text"][int(row["start_position"]) : int(row["stop_position"])]
        assert original(row["text"]) == cut


@odd_records
@quick
def test_graphml_shows_the_words_of_its_triggers(record):
    graph = nx.parse_graphml(written("graphml", record)[""].decode(), force_multigraph=True)
    edges = list(graph.edges(data=True))
    assert len(edges) == sum(len(unit.rows) for unit in two_sided(Report(record)))
    for _, _, edge in edges:
        cut = record["text"][edge["trigger_start"] : edge["trigger_end"]]
        assert edge["trigger_text"] == cut.replace("\x0b", "�")


@odd_records
@quick
def test_web_annotations_quote_what_they_point_at(record):
    text = record["text"]
    page = json.loads(written("webannotation", record)[""])
    count = sum(len(record[name]) for name in ("events", "quotes", "positions"))
    assert len(page["items"]) == count
    for target in (t for item in page["items"] for t in item["target"]):
        place, words = target["selector"]
        start, end = place["start"], place["end"]
        assert words["exact"] == text[start:end]
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])


@odd_records
@quick
def test_brat_shows_the_words_of_its_stretches(record):
    files = written("brat", record)
    name = file_name(record["id"])
    text = files[f"{name}.txt"].decode()
    assert text == record["text"]
    lines = files[f"{name}.ann"].decode().splitlines()
    stretches = [line.split("\t") for line in lines if line.startswith("T")]
    for _, where, words in stretches:
        places = [place.split() for place in where.split(" ", 1)[1].split(";")]
        assert words == " ".join(text[int(start) : int(end)] for start, end in places)


@odd_records
@quick
def test_parc_has_the_spans_of_the_record(record):
    found = json.loads(written("parc", record)[""])
    quotes = [q["quote"] for q in record["quotes"]]
    assert found["id"] == record["id"]
    assert all(row["content"] in quotes for row in found["attributions"])


def assert_words(rows, text, read=lambda cell: cell):
    """Check that in each row every text stands at its start and end."""
    for row in rows:
        for name in (key.removesuffix("_start") for key in row if key.endswith("_start")):
            if f"{name}_text" not in row:
                continue
            start, end, words = (row[f"{name}_{part}"] for part in ("start", "end", "text"))
            if start in (None, ""):
                assert not words
            else:
                assert read(words) == text[int(start) : int(end)]


@odd_records
@quick
def test_csv_shows_the_words_of_every_span(record):
    files = written("csv", record)
    for name in TABLES:
        head, *rows = table(files[f"{name}.csv"], ",")
        shown = [dict(zip(head, row, strict=True)) for row in rows]
        assert_words(shown, record["text"], original)


@odd_records
@quick
def test_jsonl_shows_the_words_of_every_span_unaltered(record):
    files = written("jsonl", record)
    for name in TABLES:
        rows = [
            json.loads(line) for line in files[f"{name}.jsonl"].decode().split("\n") if line
        ]
        assert_words(rows, record["text"])
    (document,) = files["documents.jsonl"].decode().removesuffix("\n").split("\n")
    assert json.loads(document)["text"] == record["text"]


@odd_records
@settings(max_examples=25, deadline=None)
def test_parquet_shows_the_words_of_every_span_unaltered(record):
    with TemporaryDirectory() as folder:
        out = Path(folder)
        EXPORTERS["parquet"].write([record], out)
        for name in TABLES:
            assert_words(pq.read_table(out / f"{name}.parquet").to_pylist(), record["text"])
        (document,) = pq.read_table(out / "documents.parquet").to_pylist()
        assert document["text"] == record["text"]
