"""Bytes in any format into documents."""

from standoff.ingest.options import ReadOptions
from standoff.ingest.readers import READERS
from standoff.ingest.sources import read_path, read_paths

__all__ = ["READERS", "ReadOptions", "read_path", "read_paths"]
