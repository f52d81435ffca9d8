"""The command line: arguments in, calls of the library out. The only place that prints."""

from standoff.cli.app import app

__all__ = ["app"]
