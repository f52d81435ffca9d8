"""Who is speaking, and which characters are theirs."""

from standoff.quotes.find import find_quotes
from standoff.quotes.guide import is_quote

__all__ = ["find_quotes", "is_quote"]
