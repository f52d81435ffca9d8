"""Offset-safe work on strings."""
