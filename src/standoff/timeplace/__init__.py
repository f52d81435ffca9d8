"""When and where an act was, with basis and precision."""

from standoff.timeplace.attach import date_events
from standoff.timeplace.place import locate_events

__all__ = ["date_events", "locate_events"]
