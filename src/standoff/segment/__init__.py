"""A report into its sentences."""

from standoff.segment.split import sentences

__all__ = ["sentences"]
