"""An option's name from the words that demand, offer or threaten it."""

import re

from standoff.dispute.stances import Taken
from standoff.knowledge.dispute_words import DisputeWords

LONGEST = 9
NOT = frozenset({"not", "never"})
QUOTED = re.compile(r"“([^”]+)”")


def option_name(words: str, owner_names: frozenset[str], lists: DisputeWords) -> str | None:
    """Return the short name of what is done, None where its words name nothing.

    ``owner_names`` are lower-case words that name the owner and are left out at the start.
    """
    tokens = _clause(words, lists).split()
    is_negated = False
    while tokens and _is_lead(tokens[0], owner_names, lists):
        is_negated |= tokens.pop(0).lower() in NOT
    for number, token in enumerate(tokens):
        if number and token.lower() in lists.lists["ends_before"]:
            del tokens[number:]
            break
    del tokens[LONGEST:]
    while tokens and tokens[-1].lower().strip(".’'") in lists.lists["never_last"]:
        del tokens[-1]
    if tokens and tokens[-1].count(".") == 1:  # a stop, not an abbreviation's
        tokens[-1] = tokens[-1].rstrip(".")
    name = " ".join(tokens)
    return f"not to {name}" if name and is_negated else name or None


def _clause(words: str, lists: DisputeWords) -> str:
    """Return the first clause that is no aside, without quote marks."""
    bare = re.sub(r'["“”]', "", words)
    clauses = [c.strip() for c in re.split(r"[,;:(]| such as | as well as ", bare) if c.strip()]
    mains = [c for c in clauses if c.split()[0].lower() not in lists.lists["opens_aside"]]
    return next(iter(mains or clauses), "")


def _is_lead(token: str, owner_names: frozenset[str], lists: DisputeWords) -> bool:
    bare = token.lower().removesuffix("'s").removesuffix("’s")
    return bare in NOT or bare in lists.lists["lead_ins"] or bare in owner_names


def threat_name(
    threat: Taken, victim: str | None, names: frozenset[str], lists: DisputeWords
) -> str | None:
    """Return the name of what is threatened, None where the words name no act.

    What the other suffers it is made to suffer.
    """
    name = option_name(threat.content or "", names, lists)
    if name is None or name.split()[-1].lower() in lists.lists["no_acts"]:
        return None
    if victim and name.split()[0].lower() in lists.lists["suffered"]:
        return f"make {victim} {name}"
    return name


def named_by(taken: Taken) -> str | None:
    """Return the words that named a stance's matter, where a thesaurus did."""
    found = (
        QUOTED.search(taken.why or "") if (taken.why or "").startswith("thesaurus") else None
    )
    return found[1] if found else None
