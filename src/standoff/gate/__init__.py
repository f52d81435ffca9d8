"""Is a sentence worth parsing, and why."""

from standoff.gate.gate import reason_to_parse

__all__ = ["reason_to_parse"]
