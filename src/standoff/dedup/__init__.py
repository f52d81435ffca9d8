"""Across reports: which are reprints of each other, and which tell the same event."""

from standoff.dedup.reprints import bands, likeness, reprint_groups, signature
from standoff.dedup.same_event import Told, same_events

__all__ = ["Told", "bands", "likeness", "reprint_groups", "same_events", "signature"]
