"""Predicate frames to coded events."""
