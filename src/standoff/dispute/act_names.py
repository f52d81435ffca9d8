"""The act that words tell, as an option is named: a verb, what it is done to, nothing else.

"Beland to withdraw its troops, which came in May", "the withdrawal of its troops" and "its
troops are withdrawn" are all the act "withdraw its troops". Not handled: what one does by
another; verbs that no table knows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standoff.knowledge.dispute_words import DisputeWords

LONGEST = 9
LONG = 6  # words; a longer name ends before its first preposition
BEFORE_MODAL = 8  # words within which a modal ends what is no part of the act
NOT = frozenset({"not", "never", "neither", "nor", "nobody", "none"})
BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "who"})
LINKS = frozenset({"of", "on", "to", "from", "in"})
MARKERS = frozenset({"if", "when", "once", "should", "after", "provided", "that", "only", "as"})
REVERSED = frozenset({"unless", "until"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "any", "all"})
ASIDES = re.compile(r",? (?:such as|including|as well as) [^,;]*")

Words = list[str]


@dataclass(frozen=True, slots=True)
class Act:
    """An act by name; ``is_act``: it has a verb; ``is_negated``: it is not done."""

    name: str
    full: str
    is_negated: bool
    is_act: bool

    @property
    def verb(self) -> str:
        """The word that the name begins with."""
        return self.name.split()[0].lower()


def name_act(words: str, owner: frozenset[str], lists: DisputeWords) -> Act | None:
    """Return the act that words tell, None where they tell nothing.

    ``owner`` are lower-case words that name who acts; they are left out before the act.
    """
    found = [act for c in _clauses(words, lists) if (act := _named(c.split(), owner, lists))]
    deeds = [a for a in found if a.is_act and a.verb not in lists.lists["no_deeds"]]
    return next(iter(deeds or found), None)


def name_condition(
    words: str, owner: frozenset[str], lists: DisputeWords
) -> tuple[Act, bool] | None:
    """Return the act that a condition turns on, and whether the condition is that it is done.

    None where it names no act.
    """
    tokens = words.strip("'\"“” ").split()
    turned = False
    while tokens and tokens[0].lower() in MARKERS | REVERSED:
        turned ^= tokens.pop(0).lower() in REVERSED
    act = name_act(" ".join(tokens), owner, lists)
    if act is None or not act.is_act or act.verb in lists.lists["no_deeds"]:
        return None
    return act, not act.is_negated ^ turned


def things(name: str, lists: DisputeWords) -> frozenset[str]:
    """Return the words of a name but its verb and the small ones, in the singular."""
    names = ("cut_before", "lead_ins", "quantities")
    small = LINKS.union(DETERMINERS, *(lists.lists[name] for name in names))
    words = (w.strip(",.'’").lower() for w in name.split()[1:])
    return frozenset(w.removesuffix("s") for w in words if w and w not in small)


def same_thing(one: str, other: str, lists: DisputeWords) -> bool:
    """Tell whether what one act is done to is all among what the other is done to."""
    a, b = things(one, lists), things(other, lists)
    verbs = [name.split()[0].lower() for name in (one, other)]
    if frozenset(verbs) in lists.opposites:
        return False
    if not a or not b:
        return verbs[0] == verbs[1] and (a == b or len(verbs) > len(a | b))
    return a <= b or b <= a


def _clauses(words: str, lists: DisputeWords) -> Iterator[str]:
    """Yield the clauses of some words, those that are no aside first."""
    bare = ASIDES.sub("", re.sub(r"[\"“”‘]|(?<!\w)'|'(?!\w)", "", words))
    clauses = [c.strip() for c in re.split(r"[;:(]|,(?!\d)", bare) if c.strip()]
    asides = [c for c in clauses if c.split()[0].lower() in lists.lists["opens_aside"]]
    yield from (c for c in clauses if c not in asides)
    yield from asides


def _named(tokens: Words, owner: frozenset[str], lists: DisputeWords) -> Act | None:
    after = _after_modal(tokens, lists)
    is_verb = len(after) < len(tokens) or tokens[0].lower() == "to"
    tokens, negated = _led(list(after), owner, lists)
    has_subject = any(t.lower() in owner | PRONOUNS for t in after[: len(after) - len(tokens)])
    if has_subject and tokens and tokens[0] in lists.verbs and not _is_verb(tokens, 1, lists):
        tokens[0] = lists.verbs[tokens[0]]
    for number, token in enumerate(tokens):
        if number and token.lower() in lists.lists["ends_before"]:
            if token.lower() == "by" and tokens[number - 1].lower() in BE:
                continue
            del tokens[number:]
            break
    if not tokens:
        return None
    turned, is_negated = _from_passive(tokens, lists)
    act = turned or _as_act(tokens, lists, is_verb) or _after_subject(tokens, lists)
    if act is not None and act[0] in lists.lists["not_doing"] and act[1:2] == ["to"]:
        act, is_negated = _as_act(act[2:], lists) or act[2:], not is_negated
    full = " ".join(_ended(act or tokens, lists)[:LONGEST])
    name = " ".join(_ended(_cut(act or tokens, lists), lists))
    if not name:
        return None
    return Act(name, full, negated ^ is_negated, act is not None)


def _after_modal(tokens: Words, lists: DisputeWords) -> Words:
    """Return what follows the first modal, with what says "not" before it."""
    for number, token in enumerate(tokens[:BEFORE_MODAL]):
        low = token.lower()
        if low in lists.lists["modals"]:
            keeps = low in lists.lists["negations"]
            if tokens[number + 1 : number + 2] == ["be"]:  # a passive keeps its subject
                return tokens[:number] + tokens[number + 1 :]
            keeps |= any(t.lower() in NOT for t in tokens[:number])
            return (["not"] if keeps else []) + tokens[number + 1 :]
    return list(tokens)


def _led(tokens: Words, owner: frozenset[str], lists: DisputeWords) -> tuple[Words, bool]:
    """Return tokens from the act on, and whether a word before it says "not"."""
    negated = False
    while tokens:
        passed, turns = _passed(tokens, owner, lists)
        if not passed:
            break
        negated ^= turns
        del tokens[:passed]
    return tokens, negated


def _passed(tokens: Words, owner: frozenset[str], lists: DisputeWords) -> tuple[int, bool]:
    """Return how many of the first words are no part of the act, and if they say "not"."""
    low = tokens[0].lower().strip("'’,.")
    near = [t.lower() for t in tokens[1:3]]
    if low in NOT or low in lists.lists["negations"]:
        return 1, True
    if low in lists.lists["readiness"] and "to" in near:
        return near.index("to") + 2, low == "unable"
    if near[:1] == ["to"] and (verb := lists.verbs.get(low)) is not None:
        if verb in lists.lists["not_doing"]:
            return 2, True
        if verb in lists.lists["carriers"]:
            rest = _led(tokens[2:], frozenset(), lists)[0]
            is_more = _light(rest, lists) is not None or _nominal(rest, lists) is not None
            return 2 * is_more, False
    if proposed := _proposed(tokens, lists):
        return proposed, False
    bare = low.removesuffix("'s").removesuffix("’s")
    return int(bare in owner or _is_lead(low, lists)), False


def _proposed(tokens: Words, lists: DisputeWords) -> int:
    """Return how many words but one only say that the rest is proposed: "its plan for"."""
    for number, token in enumerate(tokens[:4]):
        after = tokens[number + 1 : number + 2]
        if token.lower() in lists.lists["proposals"] and after in (["of"], ["for"]):
            return number + 2
    return 0


def _is_lead(low: str, lists: DisputeWords) -> bool:
    if low in lists.lists["lead_ins"] or low in lists.lists["auxiliaries"]:
        return True
    return low.endswith("ly") and len(low) > 4 and low not in lists.verbs


def _from_passive(tokens: Words, lists: DisputeWords) -> tuple[Words | None, bool]:
    """Return "lift the ban" from "the ban is lifted", and whether it says "not"."""
    for number, token in enumerate(tokens[:BEFORE_MODAL]):
        if not number or token.lower() not in BE:
            continue
        rest = [t for t in tokens[number + 1 :] if t.lower() not in BE]
        negated = bool(rest) and rest[0].lower() in NOT
        rest = [t for t in rest[int(negated) :] if not t.lower().endswith("ly")]
        form = rest[0].lower() if rest else ""
        verb = lists.verbs.get(form)
        if verb is not None and form != verb and not form.endswith(("ing", "s")):
            thing = [t for t in tokens[:number] if t.lower() not in lists.lists["auxiliaries"]]
            return [verb, *thing], negated
    return None, False


def _as_act(tokens: Words, lists: DisputeWords, is_verb: bool = False) -> Words | None:
    """Return tokens with their verb first, None where they have none.

    ``is_verb``: the first is one unless it is a noun that is said with a verb.
    """
    if not tokens or (len(tokens) > 1 and tokens[1].lower() in BE):
        return None
    first = tokens[0].lower()
    named = _nominal(tokens, lists)
    if named is not None and not (is_verb and first not in lists.nominals):
        return named
    if first in lists.lists["suffered"] and (light := _light(tokens[1:], lists)):
        return light
    return _with_verb(tokens, lists, is_verb) or _light(tokens, lists)


def _with_verb(tokens: Words, lists: DisputeWords, is_verb: bool) -> Words | None:
    """Return tokens with the base of their first word, where that is a verb."""
    first = tokens[0].lower()
    is_thing = first in lists.light_verbs and _light(tokens, lists) is not None
    if is_thing and _head(tokens) == 1:
        return None
    endings = ("ed",) if len(tokens) == 1 else ("ing", "ed")
    verb = lists.verbs.get(first, first)
    is_form = first in lists.verbs and (verb == first or first.endswith(endings))
    is_after = is_verb and first.isalpha() and not is_thing
    return [verb, *tokens[1:]] if is_form or is_after else None


def _nominal(tokens: Words, lists: DisputeWords) -> Words | None:
    """Return "release four sailors" from "the release of four sailors"."""
    for number, token in enumerate(tokens[:4]):
        low = token.lower()
        if number and _is_verb(tokens, number - 1, lists):
            return None
        after = tokens[number + 1].lower() if number + 1 < len(tokens) else ""
        if low in lists.nominals and after in LINKS:
            rest = tokens[number + 2 :]
            if after in {"to", "from"} and lists.nominals[low] == low == "return":
                return None
            while rest and rest[0].lower() in {"the", "a", "an"}:
                del rest[0]
            return [*lists.nominals[low].split(), *rest] if rest else None
    return None


def _light(tokens: Words, lists: DisputeWords) -> Words | None:
    """Return "impose new sanctions" from "new sanctions"."""
    head = _head(tokens)
    if any(_is_verb(tokens, n, lists) for n in range(len(tokens)) if n != head - 1):
        return None
    verb = lists.light_verbs.get(tokens[head - 1].lower()) if head else None
    return [verb, *tokens] if verb is not None else None


def _is_verb(tokens: Words, number: int, lists: DisputeWords) -> bool:
    """Tell whether a word has the form of a verb of its clause, or an object after it."""
    token = tokens[number] if number < len(tokens) else ""
    after = tokens[number + 1].lower() if number + 1 < len(tokens) else ""
    verb = lists.verbs.get(token)
    if verb is None or after in LINKS:
        return False
    if verb == token:
        return (number == 0 and len(tokens) > 1) or after in DETERMINERS
    goes_on = verb in lists.lists["no_deeds"] or after in DETERMINERS
    return goes_on or (bool(after) and token not in lists.light_verbs)


def _head(tokens: Words) -> int:
    """Return how many words stand before the first that opens a further phrase."""
    opens = LINKS | {"with", "for", "about", "against", "between", "near", "over"}
    return next((n for n, t in enumerate(tokens) if t.lower() in opens), len(tokens))


def _after_subject(tokens: Words, lists: DisputeWords) -> Words | None:
    """Return tokens from their first verb on, where a subject stands before it."""
    for number, token in enumerate(tokens[:BEFORE_MODAL]):
        verb = lists.verbs.get(token)
        before = tokens[number - 1].lower() if number else ""
        if not number or verb is None or before in DETERMINERS | LINKS:
            continue
        if verb in lists.lists["no_deeds"]:
            return None
        rest = tokens[number + 1 :]
        if rest and lists.verbs.get(rest[0]) is not None and not rest[0].endswith("s"):
            continue
        return [verb, *rest]
    return None


def _cut(tokens: Words, lists: DisputeWords) -> Words:
    """Return a long name up to where it goes on to say where, when or what for."""
    if len(tokens) <= LONG:
        return tokens
    for number, token in enumerate(tokens):
        low = token.lower()
        if number < 2 or low not in lists.lists["cut_before"]:
            continue
        if low == "to" and tokens[0] in lists.lists["causatives"]:
            continue
        return tokens[:number]
    return tokens[:LONGEST]


def _ended(tokens: Words, lists: DisputeWords) -> Words:
    kept = [token for token in tokens if token not in {"-", "–", "—"}]
    last = kept[-1] if len(kept) > 2 and tokens[0] in lists.verbs else ""
    if lists.verbs.get(last, last) != last and not last.endswith(("s", "ing")):
        del kept[-1]  # "the drivers held" somewhere
    while kept and kept[-1].lower().strip(".’'") in lists.lists["never_last"]:
        del kept[-1]
    if kept and kept[-1].count(".") == 1:  # a stop, not an abbreviation's
        kept[-1] = kept[-1].rstrip(".")
    return kept
