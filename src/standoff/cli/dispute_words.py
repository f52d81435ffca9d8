"""How stances are worded in the terminal."""

from rich.text import Text

from standoff.dispute.stances import Taken
from standoff.model import Stance

STANCE_STYLES = {
    Stance.DEMAND: "bold yellow",
    Stance.OFFER: "bold green",
    Stance.ACCEPT: "green",
    Stance.REFUSE: "bold red",
    Stance.DEFER: "dim",
    Stance.THREATEN: "red",
    Stance.ASSURE: "cyan",
    Stance.CONDITION: "magenta",
}


def stance_line(taken: Taken) -> Text:
    """Return a stance in one line: what, to whom, since when, and who tells it if another."""
    line = Text(taken.stance.value, style=STANCE_STYLES[taken.stance])
    if taken.addressee:
        line.append(f" → {' + '.join(taken.addressee)}", style="default")
    line.append(f" {taken.day or 'undated'}", style="dim")
    if taken.attributed_to and not set(taken.attributed_to) & set(taken.party):
        line.append(f" (as {' + '.join(taken.attributed_to)} says)", style="dim italic")
    return line


def said(taken: Taken, width: int = 160) -> Text:
    """Return the words of a stance, shortened, and its condition."""
    words = taken.content or taken.evidence.words
    text = Text(f"“{words if len(words) <= width else words[: width - 1] + '…'}”")
    if taken.condition:
        text.append(f" — {taken.condition}", style="magenta")
    return text


def proof(taken: Taken) -> Text:
    """Return the sentence that states it, with its report and row."""
    where = f"[{taken.evidence.report} {taken.evidence.span[0]}–{taken.evidence.span[1]}] "
    return Text.assemble((where, "dim"), taken.evidence.words)
