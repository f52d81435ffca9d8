"""Each format as programs of others read it."""

import csv
import json
from pathlib import Path

import networkx as nx
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import rdflib

from export_rows import FISH, SAMPLE, SUM, event, fish, record
from standoff.export import EXPORTERS, to_arrow, to_pandas, to_polars
from standoff.export.gdelt import EVENTS, MENTIONS
from standoff.export.tidy import TABLES

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
# What the published context says of the terms that the export uses.
ANNO = {
    "oa": str(OA), "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@vocab"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
    "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "generator": {"@id": "as:generator", "@type": "@id"}, "name": "as:name",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "classifying": "oa:classifying", "identifying": "oa:identifying", "tagging": "oa:tagging",
    "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": "oa:start", "end": "oa:end",
}  # fmt: skip


def write(name: str, out: Path, **options) -> Path:
    EXPORTERS[name].write(SAMPLE, out, **options)
    return out


def test_pandas_reads_polecat(tmp_path):
    frame = pd.read_csv(write("polecat", tmp_path / "p.tsv"), sep="\t", keep_default_na=False)
    assert frame.shape == (5, 40)
    assert list(frame["Event ID"]) == ["e1", "e1.2", "e3", "e4", "e4.2"]
    assert list(frame["Recipient Name"]) == [
        "Iceland",
        "European Union",
        "None",
        "Niger",
        "Chad",
    ]
    assert frame["Intensity"].tolist() == [-5.0, -5.0, -10.0, 3.0, 3.0]
    assert frame["Event Date"].tolist() == ["2025-03-10"] * 2 + ["None"] * 3


def test_pandas_reads_gdelt(tmp_path):
    write("gdelt", tmp_path / "g")
    options = {
        "sep": "\t",
        "header": None,
        "quoting": csv.QUOTE_NONE,
        "dtype": {26: str, 28: str},
    }
    events = pd.read_csv(tmp_path / "g.export.CSV", names=range(61), **options)
    mentions = pd.read_csv(tmp_path / "g.mentions.CSV", names=range(16), **options)
    events.columns, mentions.columns = ([c.name for c in cs] for cs in (EVENTS, MENTIONS))
    assert events.shape == (5, 61)
    joined = mentions.merge(events, on="GLOBALEVENTID")
    assert len(joined) == 5
    first = joined.iloc[0]
    assert FISH[first["ActionCharOffset"] :].startswith("demanded")
    assert FISH[int(first["Actor2CharOffset"]) :].startswith("Iceland")
    assert first["Actor1CountryCode"] == "NOR"
    assert first["EventRootCode"] == "10"
    assert first["GoldsteinScale"] == -5.0
    assert events[["AvgTone", "ActionGeo_CountryCode"]].isna().all(axis=None)


def test_pandas_reads_icews(tmp_path):
    frame = pd.read_csv(write("icews", tmp_path / "i.tsv"), sep="\t", dtype={"CAMEO Code": str})
    assert frame.shape == (4, 20)
    assert frame["CAMEO Code"].tolist() == ["100", "100", "040", "040"]
    assert not frame[["Event ID", "Event Date"]].duplicated().any()


def test_pandas_reads_dna(tmp_path):
    frame = pd.read_csv(write("dna", tmp_path / "d.csv"), sep=";")
    assert frame["concept"].tolist() == ["fishing limits", "fishing limits", "'@home"]
    assert frame["agreement"].fillna(-1).tolist() == [-1, 0, 1]
    row = frame.iloc[1]
    assert FISH[row["start_position"] : row["stop_position"]] == row["text"]
    assert pd.to_datetime(frame["time"]).notna().sum() == 2


def test_networkx_reads_graphml(tmp_path):
    graph = nx.read_graphml(write("graphml", tmp_path / "n.graphml"), force_multigraph=True)
    assert set(graph) == {"NOR", "ISL", "EU", "TCD", "NER"}
    assert graph.nodes["EU"] == {"name": "European Union", "sector": "IGO", "kind": "body"}
    pairs = {(a, b, data["status"]) for a, b, data in graph.edges(data=True)}
    assert ("ISL", "NOR", "future") in pairs
    assert ("TCD", "NER", "actual") in pairs
    assert ("NER", "TCD", "actual") in pairs


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_rdflib_reads_web_annotations(tmp_path):
    page = json.loads(write("webannotation", tmp_path / "a.jsonld").read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps({**page, "@context": ANNO}), format="json-ld")
    assert len(set(graph.subjects(rdflib.RDF.type, OA.Annotation))) == 15
    sources = sorted(set(map(str, graph.objects(None, OA.hasSource))))
    texts = dict(zip(sources, (FISH, SUM), strict=True))
    for target in set(graph.objects(None, OA.hasTarget)):
        text = texts[str(graph.value(target, OA.hasSource))]
        found = {
            graph.value(s, rdflib.RDF.type): s for s in graph.objects(target, OA.hasSelector)
        }
        place, words = found[OA.TextPositionSelector], found[OA.TextQuoteSelector]
        start, end = (int(str(graph.value(place, name))) for name in (OA.start, OA.end))
        assert str(graph.value(words, OA.exact)) == text[start:end]


@pytest.mark.parametrize("name", TABLES)
def test_csv_jsonl_and_parquet_hold_the_same(name, tmp_path):
    for form in ("csv", "jsonl", "parquet"):
        write(form, tmp_path / form)
    rows = pq.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pandas()
    lines = pd.read_json(tmp_path / "jsonl" / f"{name}.jsonl", lines=True, dtype=False)
    cells = pd.read_csv(tmp_path / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
    assert list(rows) == list(lines) == list(cells)
    assert len(rows) == len(lines) == len(cells) > 0


def test_the_codebook_tells_of_every_column(tmp_path):
    folder = write("csv", tmp_path / "csv")
    book = pd.read_csv(folder / "codebook.csv")
    assert set(zip(book["table"], book["column"], strict=True)) == {
        (name, column.name) for name, table in TABLES.items() for column in table.columns
    }
    assert book["holds"].notna().all()


def test_a_spreadsheet_runs_no_cell_and_numbers_stay(tmp_path):
    with (write("csv", tmp_path / "csv") / "events.csv").open(newline="") as file:
        rows = {row["event_id"]: row for row in csv.DictReader(file)}
    assert rows["e3"]["latitude"] == "-1.5"
    assert rows["e6"]["sentence_text"].startswith("'=SUM")
    parquet = write("parquet", tmp_path / "p") / "events.parquet"
    texts = pq.read_table(parquet)["sentence_text"].to_pylist()
    assert any(text.startswith("=SUM") for text in texts)


def test_one_table_is_one_file(tmp_path):
    out = write("jsonl", tmp_path / "e.jsonl", table="events")
    assert len(pd.read_json(out, lines=True)) == 6


def test_arrow_pandas_and_polars_have_the_rows_of_the_record():
    arrow, pandas = to_arrow(SAMPLE, "events"), to_pandas(SAMPLE, "events")
    polars = to_polars(SAMPLE, "events")
    assert arrow.num_rows == len(pandas) == polars.height == 6
    assert arrow.schema.field("actor").type == pa.list_(pa.string())
    assert arrow.schema.field("date").type == pa.date32()
    assert str(pandas["actor_start"].dtype) == "Int64"
    assert polars.filter(pl.col("status") == "future")["event_id"].to_list() == ["e2"]
    assert polars["date"].drop_nulls().dt.to_string().to_list() == ["2025-03-10"]


def test_frames_of_no_records_have_the_columns():
    assert to_pandas([], "quotes").columns.tolist() == [
        c.name for c in TABLES["quotes"].columns
    ]


def test_brat_reads_its_own_configuration(tmp_path):
    folder = write("brat", tmp_path / "b")
    conf = (folder / "annotation.conf").read_text("utf-8").split("\n")
    known = {line.split("\t")[0] for line in conf}
    lines = (folder / "fish-1.ann").read_text("utf-8").split("\n")
    used = {line.split("\t")[1].split()[0].split(":")[0] for line in lines if line}
    assert used - {"AnnotatorNotes"} <= known
    assert {"Status", "Said", "REQUEST", "Quote"} <= used
    assert fish()["text"] == (folder / "fish-1.txt").read_bytes().decode()


def test_graphml_keeps_returns_and_replaces_what_xml_has_not(tmp_path):
    text = "met\r\n\x0bthe \x00envoy"
    met = event("e1", "CONSULT", [0, 15], [0, 15], actor=["NOR"], recipient=["ISL"])
    out = tmp_path / "n.graphml"
    EXPORTERS["graphml"].write([record("d\x01", text, events=[met])], out)
    ((_, _, edge),) = nx.read_graphml(out, force_multigraph=True).edges(data=True)
    assert edge["trigger_text"] == "met\r\n�the �envoy"[:15]
    assert edge["document_id"] == "d�"
