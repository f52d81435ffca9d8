"""When and where an act was, with basis and precision."""

from standoff.timeplace.attach import date_events

__all__ = ["date_events"]
