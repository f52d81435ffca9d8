"""Third-person pronouns, by gender, number, syntax and salience.

Not handled: pronouns before what they stand for ("When he arrived, Minister X said").
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from standoff.actors.discourse import Seen
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.scene import Scene
from standoff.model import MentionKind, Parse

SINGULAR = frozenset(
    {Nature.STATE, Nature.ORGANISATION, Nature.GROUP, Nature.BODY, Nature.THING}
)
MANY = frozenset({Nature.PEOPLE, Nature.GROUP, Nature.FORCE})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL
REFLEXIVE = ("self", "selves")
WINDOW = 5


def pronoun(scene: Scene, head: int) -> Resolution | None:
    """Return whom a third-person pronoun takes up, with the reason; None leaves it open."""
    word = scene.parse.tokens[head].text.lower()
    if word not in PRONOUNS or (word == "it" and is_empty(scene, head)):
        return None
    fits = agreement(word)
    if word.endswith(REFLEXIVE):
        return _reflexive(scene, head, fits)
    beside = _named_beside(scene, head, fits)
    if beside:
        return _found(beside, "pronoun.coordinated", "the phrase it is coordinated with")
    speaker = _reported_subject(scene, head, fits)
    if speaker:
        return _found(speaker, "pronoun.reported-subject", "the subject of the clause above")
    return _by_salience(scene, head, word, fits)


def agreement(word: str) -> Callable[[Entity], bool]:
    """Return the test of gender and number a pronoun makes."""
    if word in MALE:
        return lambda e: e.nature is Nature.PERSON and e.gender != "f"
    if word in FEMALE:
        return lambda e: e.nature is Nature.PERSON and e.gender != "m"
    if word in NEUTER:
        return lambda e: e.nature in SINGULAR and not e.plural
    return lambda e: e.plural or e.nature in MANY


def is_empty(scene: Scene, head: int) -> bool:
    """Tell whether "it" stands for nothing ("it was clear that", "it looks like")."""
    parse = scene.parse
    token = parse.tokens[head]
    if token.dep == "expl":
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = token.head
    if scene.lemma(verb) not in scene.nouns.among("empty_it"):
        return token.dep == "nsubjpass" and parse.child(verb, "ccomp") is not None
    if parse.child(verb, "acomp", "attr") is None:
        return parse.child(verb, "ccomp", "advcl", "prep", "oprd") is not None
    predicate = parse.child(verb, "acomp", "attr")
    if predicate is not None and scene.lemma(predicate) in scene.nouns.among("wilful"):
        return False
    below = parse.childs(verb, "ccomp", "xcomp", "advcl", "csubj")
    inside = (
        parse.childs(predicate, "xcomp", "ccomp", "acl", "relcl")
        if predicate is not None
        else ()
    )
    return bool(below or inside)


def _reflexive(scene: Scene, head: int, fits: Callable[[Entity], bool]) -> Resolution | None:
    """Resolve "himself" to the subject of its clause and to nobody else."""
    verb = clause_of(scene.parse, head)
    subject = subject_of(scene.parse, verb) if verb is not None else None
    entity = scene.resolved.get(subject) if subject is not None else None
    seen = _seen_as(scene, entity) if entity and fits(entity) else None
    return _found(seen, "pronoun.reflexive", "the subject of its clause") if seen else None


def _named_beside(scene: Scene, head: int, fits: Callable[[Entity], bool]) -> Seen | None:
    """Return what a possessor's phrase is coordinated with ("Iran and its allies")."""
    parse = scene.parse
    noun = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].dep != "poss" or noun.dep != "conj" or noun.index < head:
        return None
    entity = scene.resolved.get(noun.head)
    return _seen_as(scene, entity) if entity and entity.actor and fits(entity) else None


def _reported_subject(scene: Scene, head: int, fits: Callable[[Entity], bool]) -> Seen | None:
    """Return the subject of a clause above the pronoun's own, where it agrees and speaks."""
    parse = scene.parse
    clause = clause_of(parse, head)
    if clause is None:
        return None
    dep = parse.tokens[head].dep
    for verb in (clause, *verbs_above(parse, clause)):
        if verb == clause and dep != "poss":
            continue
        subject = subject_of(parse, verb)
        if subject is None or subject == head or (subject > head and verb == clause):
            continue
        entity = scene.resolved.get(subject)
        joint = scene.joint.get(entity.key, entity) if entity else None
        for candidate in (joint, entity):
            if candidate and fits(candidate) and candidate.actor:
                return _seen_as(scene, candidate)
    return None


def clause_of(parse: Parse, index: int) -> int | None:
    """Return the verb whose clause a token stands in."""
    for above in parse.ancestors(index):
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            return above
    return None


def verbs_above(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the verbs of the clauses that hold a clause."""
    for above in parse.ancestors(verb):
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            yield above


def subject_of(parse: Parse, verb: int) -> int | None:
    """Return a verb's subject, that of the verb it is coordinated with where it has none."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    while subject is None and parse.tokens[verb].dep in {"conj", "xcomp", "advcl"}:
        verb = _coordinated_with(parse, verb)
        subject = parse.child(verb, "nsubj", "nsubjpass")
    return subject


def _coordinated_with(parse: Parse, verb: int) -> int:
    """Return the verb above; a past tense does not continue an "if" clause in the present."""
    token = parse.tokens[verb]
    above = parse.tokens[token.head]
    mixed = token.dep == "conj" and token.tag == "VBD" and above.tag in {"VBZ", "VBP", "VB"}
    if mixed and above.dep in {"advcl", "ccomp", "relcl"}:
        main = parse.tokens[above.head]
        return main.head if main.tag == "VB" and main.dep == "xcomp" else main.index
    return token.head


def _seen_as(scene: Scene, entity: Entity) -> Seen | None:
    return scene.report.discourse.last(lambda other: other.key == entity.key)


def _by_salience(
    scene: Scene, head: int, word: str, fits: Callable[[Entity], bool]
) -> Resolution | None:
    barred = _barred(scene, head)

    def agrees(seen: Seen) -> bool:
        return fits(seen.entity) and not (
            seen.sentence == scene.parse.sentence.index and seen.token in barred
        )

    index = scene.parse.sentence.index
    ranked = scene.report.discourse.ranked(agrees, index, WINDOW)
    if _acts(scene, head):
        ranked = [(s, seen) for s, seen in ranked if seen.entity.nature is not Nature.THING]
    if not ranked:
        return None
    _, best = max(ranked, key=lambda x: (_adjusted(scene, head, x), x[1].token))
    if not (best.entity.actor or best.entity.name):
        return None
    found = _found(best, "pronoun.salience", f"the most present that agrees with {word!r}")
    return _with_gender(scene, found, word)


def _with_gender(scene: Scene, found: Resolution, word: str) -> Resolution:
    """Learn from a pronoun the gender of a person of whom nothing else tells it."""
    entity = found.entity
    if entity.nature is not Nature.PERSON or entity.gender or word not in MALE | FEMALE:
        return found
    known = replace(entity, gender="m" if word in MALE else "f")
    scene.report.introduced.learn(known)
    return replace(found, entity=known)


def _adjusted(scene: Scene, head: int, ranked: tuple[float, Seen]) -> float:
    score, seen = ranked
    distance = scene.parse.sentence.index - seen.sentence
    dep = scene.parse.tokens[head].dep
    parallel = 3.0 if dep.startswith("nsubj") and seen.dep.startswith("nsubj") else 0.0
    return min(score, 25.0) + parallel - 4.0 * distance


def _acts(scene: Scene, head: int) -> bool:
    """Tell whether the pronoun does what only somebody does."""
    token = scene.parse.tokens[head]
    return token.dep == "nsubj" and scene.lemma(token.head) in scene.nouns.among("agent_verbs")


def _barred(scene: Scene, head: int) -> frozenset[int]:
    """Return the tokens a pronoun cannot stand for: the other arguments of its own verb."""
    parse = scene.parse
    token = parse.tokens[head]
    if token.dep == "poss":
        noun = parse.tokens[token.head]
        return frozenset({noun.index, *parse.conjuncts(noun.index)})
    verb = clause_of(parse, head)
    if verb is None or token.text.lower().endswith(REFLEXIVE):
        return frozenset()
    barred = set(parse.childs(verb, "nsubj", "nsubjpass", "dobj", "dative"))
    for preposition in parse.childs(verb, "prep", "agent"):
        barred.update(parse.childs(preposition, "pobj"))
    subject = subject_of(parse, verb)
    if subject is not None:
        barred.add(subject)
    return frozenset(barred - {head})


def _found(seen: Seen, rule: str, reason: str) -> Resolution:
    return Resolution(seen.entity, rule, MentionKind.PRONOUN, seen.span, reason)
