"""Predicate frames to coded events."""

from standoff.events.code import code_events

__all__ = ["code_events"]
