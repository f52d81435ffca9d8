"""Which characters an act's words are: trigger, content, sentence."""

from standoff.events.frames import Frame
from standoff.model import Parse, Span

LEADING = frozenset({"that", ",", "–", "-", "—", ":", "“", '"', "‘", "„", "«", "'"})
TRAILING = frozenset({",", ".", ";", ":", "–", "—", "!", "?", "and", "but", "or", "-",
                      "”", '"', "’", "»", "'"})  # fmt: skip


def trigger_span(frame: Frame) -> Span:
    """Return the predicate's word, with its particle where that follows at once."""
    particle = frame.particle()
    last = frame.predicate
    if particle and particle[0] == frame.predicate + 1:
        last = particle[0]
    return frame.parse.span(frame.predicate, last)


def phrase_span(parse: Parse, head: int, without: frozenset[int] = frozenset()) -> Span:
    """Return the words below a head: no coordinated sister, no linking word at the ends.

    ``without`` are heads whose subtrees are left out (a condition).
    """
    cut = set(without) | {c for c in parse.children[head] if parse.tokens[c].dep == "conj"}
    dropped = {i for c in cut for i in parse.subtree(c)}
    kept = [i for i in parse.subtree(head) if i not in dropped]
    kept = _run_through(kept, head)
    while len(kept) > 1 and parse.tokens[kept[-1]].text.lower() in TRAILING:
        kept.pop()
    while len(kept) > 1 and parse.tokens[kept[0]].text.lower() in LEADING:
        kept.pop(0)
    return parse.span(kept[0], kept[-1])


def _run_through(indexes: list[int], head: int) -> list[int]:
    """Return the longest run around the head whose gaps are at most a comma wide."""
    place = indexes.index(head)
    first = last = place
    while first > 0 and indexes[first] - indexes[first - 1] <= 2:
        first -= 1
    while last + 1 < len(indexes) and indexes[last + 1] - indexes[last] <= 2:
        last += 1
    return indexes[first : last + 1]


def clause_trigger(parse: Parse, verb: int) -> Span:
    """Return a clause's verb with the modal and negation before it ("will not open")."""
    first = verb
    for child in parse.childs(verb, "aux", "auxpass", "neg", "advmod"):
        token = parse.tokens[child]
        if child < verb and (token.dep != "advmod" or token.lemma in {"never", "neither"}):
            first = min(first, child)
    return parse.span(first, verb)
