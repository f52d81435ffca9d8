"""The record in the formats of others: one file a format, one line a format here."""

from standoff.export import parc
from standoff.export.exporter import Exporter
from standoff.export.records import read_records

EXPORTERS: dict[str, Exporter] = {
    "parc": Exporter("attributions as spans of source, cue and content", parc.write),
}

__all__ = ["EXPORTERS", "Exporter", "read_records"]
