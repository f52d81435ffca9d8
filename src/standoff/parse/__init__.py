"""Sentences to parses."""
