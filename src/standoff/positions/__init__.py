"""Who stands where: events and quotations read as stances on matters."""

from standoff.positions.take import take_positions

__all__ = ["take_positions"]
