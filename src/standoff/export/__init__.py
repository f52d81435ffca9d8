"""The record in the formats of others: one file a format, one line a format here."""

from standoff.export import brat, graphml, parc, plover, webannotation
from standoff.export.dna import DNA
from standoff.export.exporter import Exporter
from standoff.export.frames import to_arrow, to_pandas, to_polars
from standoff.export.gdelt import GDELT
from standoff.export.icews import ICEWS
from standoff.export.polecat import POLECAT
from standoff.export.records import read_records
from standoff.export.tidy_files import CSV, JSONL, PARQUET

EXPORTERS: dict[str, Exporter] = {
    "polecat": Exporter("events as POLECAT has them", POLECAT),
    "plover": Exporter("events with PLOVER's actor codes", plover.write),
    "gdelt": Exporter("events and mentions as GDELT 2.0 has them", GDELT),
    "icews": Exporter("events as ICEWS had them", ICEWS),
    "dna": Exporter("statements for the Discourse Network Analyzer", DNA),
    "graphml": Exporter("a network of actors", graphml.write),
    "webannotation": Exporter("W3C Web Annotations", webannotation.write),
    "brat": Exporter("brat stand-off files", brat.write),
    "parc": Exporter("attributions as spans of source, cue and content", parc.write),
    "parquet": Exporter("tidy tables, typed", PARQUET),
    "csv": Exporter("tidy tables for a spreadsheet", CSV),
    "jsonl": Exporter("tidy tables as JSON lines", JSONL),
}

__all__ = ["EXPORTERS", "Exporter", "read_records", "to_arrow", "to_pandas", "to_polars"]
