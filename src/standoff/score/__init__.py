"""How well records agree with gold: matching, counts, figures."""

from standoff.score.figures import Figure, figures
from standoff.score.tally import tally

__all__ = ["Figure", "figures", "tally"]
