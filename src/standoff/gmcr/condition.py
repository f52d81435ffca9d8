"""Conditions on the options of a state: *and, or, not, if, iff*.

Preference statements and infeasible patterns are such conditions (option prioritising: Fang,
Hipel, Kilgour and Peng 2003, IEEE Trans. SMC C 33(1), 42-55).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

States = NDArray[np.int64]
Holds = NDArray[np.bool_]

TOKEN = re.compile(
    r"""\s*(?:(?P<open>[(])|(?P<close>[)])|(?P<sign>->|<->|&|\||!|~)
    |"(?P<double>(?:[^"\\]|\\.)+)"|'(?P<single>[^']+)'|(?P<word>[^\s()&|!~"'<>=?]+))""",
    re.VERBOSE,
)
SIGNS = {"&": "and", "|": "or", "!": "not", "~": "not", "->": "implies", "<->": "iff"}
KEYWORDS = frozenset({"and", "or", "not", "if", "iff", "implies"})


class ConditionError(ValueError):
    """A condition that cannot be read, with the column where it goes wrong."""

    def __init__(self, why: str, column: int) -> None:
        super().__init__(why)
        self.column = column


@dataclass(frozen=True, slots=True)
class Taken:
    """The option of this bit is taken."""

    bit: int


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """All the conditions hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the conditions holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Iff:
    """Both conditions hold, or neither."""

    left: "Condition"
    right: "Condition"


Condition = Taken | Not | And | Or | Iff


def holds(condition: Condition, states: States) -> Holds:
    """Return for each state, a bit mask of taken options, whether the condition holds there.

    >>> holds(Not(Taken(1)), np.array([0, 1, 2, 3])).tolist()
    [True, True, False, False]
    """
    match condition:
        case Taken(bit):
            return np.asarray(states >> bit & 1, np.bool_)
        case Not(part):
            return ~holds(part, states)
        case And(parts):
            return np.asarray(np.all([holds(part, states) for part in parts], axis=0))
        case Or(parts):
            return np.asarray(np.any([holds(part, states) for part in parts], axis=0))
        case Iff(left, right):
            return np.equal(holds(left, states), holds(right, states))


def bits_of(condition: Condition) -> int:
    """Return the mask of the options that the condition speaks of."""
    match condition:
        case Taken(bit):
            return 1 << bit
        case Not(part):
            return bits_of(part)
        case And(parts) | Or(parts):
            return _union(parts)
        case Iff(left, right):
            return bits_of(left) | bits_of(right)


def _union(parts: tuple[Condition, ...]) -> int:
    mask = 0
    for part in parts:
        mask |= bits_of(part)
    return mask


def say(condition: Condition, names: tuple[str, ...]) -> str:
    """Return the condition in words that `parse_condition` reads back.

    >>> say(And((Taken(0), Not(Taken(1)))), ("invade", "talk"))
    'invade and not talk'
    """
    match condition:
        case Taken(bit):
            name = names[bit]
            return name if _is_plain(name) else _quoted(name)
        case Not(part):
            return f"not {_within(part, names)}"
        case And(parts):
            return " and ".join(_within(part, names) for part in parts)
        case Or(parts):
            return " or ".join(_within(part, names) for part in parts)
        case Iff(left, right):
            return f"{_within(left, names)} iff {_within(right, names)}"


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _within(part: Condition, names: tuple[str, ...]) -> str:
    words = say(part, names)
    return words if isinstance(part, Taken | Not) else f"({words})"


def _is_plain(name: str) -> bool:
    tokens = [match.group("word") for match in TOKEN.finditer(name)]
    return None not in tokens and not KEYWORDS & set(tokens) and " ".join(tokens) == name


def parse_condition(text: str, bit_of: Callable[[str], int]) -> Condition:
    """Read a condition; ``bit_of`` finds an option by its name or raises `KeyError`.

    *not* binds tightest, then *and*, *or*, *if*, *iff*: ``a if b`` is ``not b or a``. A name of
    several words needs quotes only where it holds a keyword.

    >>> parse_condition("talk if not invade", {"talk": 0, "invade": 1}.__getitem__)
    Or(parts=(Not(part=Not(part=Taken(bit=1))), Taken(bit=0)))
    """
    return _Reader(text, bit_of).read()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


class _Reader:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str, bit_of: Callable[[str], int]) -> None:
        self.tokens = _tokens(text)
        self.bit_of = bit_of
        self.at = 0
        self.end = len(text)

    def read(self) -> Condition:
        """Return the whole text as one condition."""
        found = self.iff()
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            raise ConditionError(f"{token.text!r} is not expected here", token.column)
        return found

    def accepts(self, kind: str) -> bool:
        """Step over the next token where it is of that kind."""
        if self.at < len(self.tokens) and self.tokens[self.at].kind == kind:
            self.at += 1
            return True
        return False

    def iff(self) -> Condition:
        left = self.conditional()
        while self.accepts("iff"):
            left = Iff(left, self.conditional())
        return left

    def conditional(self) -> Condition:
        left = self.either()
        if self.accepts("if"):
            return Or((Not(self.either()), left))
        if self.accepts("implies"):
            return Or((Not(left), self.either()))
        return left

    def either(self) -> Condition:
        parts = [self.both()]
        while self.accepts("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Condition:
        parts = [self.negated()]
        while self.accepts("and"):
            parts.append(self.negated())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def negated(self) -> Condition:
        if self.accepts("not"):
            return Not(self.negated())
        if self.accepts("open"):
            inner = self.iff()
            if not self.accepts("close"):
                raise ConditionError("a bracket is not closed", self.end)
            return inner
        return self.option()

    def option(self) -> Condition:
        if self.at == len(self.tokens):
            raise ConditionError("an option is missing at the end", self.end)
        token = self.tokens[self.at]
        if token.kind != "name":
            raise ConditionError(f"an option is missing before {token.text!r}", token.column)
        self.at += 1
        try:
            return Taken(self.bit_of(token.text))
        except KeyError as error:
            why = str(error.args[0])
            raise ConditionError(why, token.column) from error


def _tokens(text: str) -> tuple[_Token, ...]:
    found: list[_Token] = []
    at = 0
    bare = False  # whether the token before is a word without quotes, to be joined
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if match is None:
            met = text[at:].lstrip()
            raise ConditionError(f"cannot read {met.rstrip()!r}", len(text) - len(met))
        token = _token(match)
        if bare and match.group("word") and token.kind == "name":
            found[-1] = _Token("name", f"{found[-1].text} {token.text}", found[-1].column)
        elif (
            bare and found[-1].text.endswith(".") and token.kind == "name"
        ):  # owner."its option"
            found[-1] = _Token("name", found[-1].text + token.text, found[-1].column)
        else:
            found.append(token)
        bare = bool(match.group("word")) and token.kind == "name"
        at = match.end()
    return tuple(found)


def _token(match: re.Match[str]) -> _Token:
    kind = str(match.lastgroup)
    text = match.group(kind)
    if kind == "double":
        text = re.sub(r"\\(.)", r"\1", text)
    column = match.end() - len(match.group().lstrip())
    if kind == "sign":
        return _Token(SIGNS[text], text, column)
    if kind == "word" and text.lower() in KEYWORDS:
        return _Token(text.lower(), text, column)
    return _Token("name" if kind in {"double", "single", "word"} else kind, text, column)
