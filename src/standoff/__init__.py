"""Standoff: the record of a dispute, from its press reports.

>>> import standoff
>>> record = standoff.read("Chad urged Sudan to open the border.", published="2024-05-02")
>>> [(event.type, event.actor, event.recipient) for event in record.events]
[('REQUEST', ('TCD',), ('SDN',))]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.coder import Coder, read

__all__ = ["Coder", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load the coder when it is first asked for: the command line starts without it."""
    if name in __all__:
        return getattr(import_module("standoff.coder"), name)
    raise AttributeError(name)
