"""Mentions, and who each is, in what role, on that date."""

from standoff.actors.first_person import resolve_first_person
from standoff.actors.link import link_mentions

__all__ = ["link_mentions", "resolve_first_person"]
