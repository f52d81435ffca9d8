"""Standoff: the record of a dispute, from its press reports."""
