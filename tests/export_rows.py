"""Records made by hand, and made at random, for the exports."""

from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
MADE_BY = {"standoff": "1.0", "data_sha256": "0123456789abcdef", "model": "m",
           "model_version": "2"}  # fmt: skip
FISH = (
    "OSLO — Norway demanded on Monday that Iceland and the EU lower their catch.\r\n"
    "“We won’t wait 🐟,” the fisheries minister, Kari Vik, said.\r\n\r\n"
    "Iceland will ban Norwegian trawlers if talks fail.\r\n"
)
SUM = (
    "=SUM and @home were the words on the banner.\n\n"
    "Rebels in Chad shelled\ta post near N’Djame\u0301na, the army said. "
    "Cafe\u0301\u00a0talks: Chad met Niger.\n"
)


def cut(text: str, words: str) -> list[int]:
    """Return the span of words that stand in a text once."""
    assert text.count(words) == 1, words
    return [text.index(words), text.index(words) + len(words)]


def mention(span: list[int], *actor: str, **rest) -> Row:
    return {"span": span, "head": span, "kind": "name", "actor": list(actor), "name": None,
            "role": None, "sector": None, "antecedent": None, "rule": "name.country",
            "reason": None, **rest}  # fmt: skip


def event(id_: str, type_: str, sentence: list[int], trigger: list[int], **rest) -> Row:
    return {
        "id": id_, "sentence": sentence, "trigger": trigger, "type": type_, "mode": None,
        "context": [], "cameo": None, "actor": [], "actor_span": None, "recipient": [],
        "recipient_span": None, "status": "actual", "attributed_to": [], "condition": None,
        "content": None, "date": None, "date_basis": None, "date_precision": None,
        "date_earliest": None, "date_latest": None, "date_span": None, "place": None,
        "place_basis": None, "place_span": None, "place_country": None, "place_id": None,
        "latitude": None, "longitude": None, "rule": "lexicon.verb", "entry": None,
        "frame": None, "quote": None, "evidence": [sentence], "reciprocal": False, **rest,
    }  # fmt: skip


def quote(parts: list[list[int]], **rest) -> Row:
    return {"quote": parts, "kind": "direct", "cue": None, "cue_lemma": None,
            "speaker_span": None, "speaker": None, "speaker_actor": [], "attitude": "said",
            "force": None, "inside": None, "rule": "direct.verb", **rest}  # fmt: skip


def position(stance: str, evidence: list[int], **rest) -> Row:
    return {"party": [], "stance": stance, "addressee": [], "issue": None, "why_issue": None,
            "content": None, "evidence": evidence, "condition": None, "attributed_to": [],
            "rule": "position.demand", "from": [], **rest}  # fmt: skip


def record(id_: str, text: str, **rest) -> Row:
    return {"format": 1, "id": id_, "title": None, "published": None, "publisher": None,
            "url": None, "language": "en", "text": text, "sentences": [[0, len(text)]],
            "mentions": [], "events": [], "quotes": [], "attributions": [], "positions": [],
            "problems": [], "made_by": MADE_BY, **rest}  # fmt: skip


def fish() -> Row:
    """A demand on two, words, and a plan."""
    first = [0, FISH.index("\r\n")]
    plan = cut(FISH, "Iceland will ban Norwegian trawlers if talks fail.")
    words = cut(FISH, "We won’t wait 🐟,")
    demand = cut(FISH, "lower their catch")
    both = cut(FISH, "Iceland and the EU")
    iceland, eu = [both[0], both[0] + 7], [both[1] - 6, both[1]]
    kari = cut(FISH, "Kari Vik")
    second = [words[0] - 1, FISH.index(" said.") + 6]
    return record(
        "fish-1", FISH, title="Catch; “limits”", published="2025-03-11", publisher="Daily",
        url="https://example.org/fish?a=1&b=2", sentences=[first, second, plan],
        mentions=[
            mention([7, 13], "NOR", name="Norway"),
            mention(iceland, "ISL", name="Iceland"),
            mention(eu, "EU", name="European Union", rule="name.organisation"),
            mention(kari, "NOR", name="Kari Vik", role="fisheries minister", sector="GOV",
                    rule="person.name"),
        ],
        events=[
            event("e1", "REQUEST", first, cut(FISH, "demanded"), mode="change", actor=["NOR"],
                  actor_span=[7, 13], recipient=["ISL", "EU", "NOR"], recipient_span=both,
                  content=demand, date="2025-03-10", place="Oslo", place_country="NOR",
                  place_id="3143244", latitude=59.9, longitude=10.7, place_span=[0, 4],
                  place_basis="dateline", date_earliest="2025-03-10", date_basis="relative",
                  date_latest="2025-03-10", date_precision="day",
                  date_span=cut(FISH, "Monday")),
            event("e2", "COERCE", plan, cut(FISH, "ban"), actor=["ISL"], status="future",
                  actor_span=[plan[0], plan[0] + 7], recipient=["NOR"], mode="ban",
                  recipient_span=cut(FISH, "Norwegian trawlers"), cameo="172",
                  condition=cut(FISH, "if talks fail"), context=["economic", "resource"]),
        ],
        quotes=[quote([words], cue=cut(FISH, "said"), cue_lemma="say", speaker="Kari Vik",
                      speaker_span=kari, speaker_actor=["NOR"], force="assertive")],
        positions=[
            position("demand", first, party=["NOR"], addressee=["ISL", "EU"], content=demand,
                     issue="fishing limits", why_issue="thesaurus", **{"from": ["e1"]}),
            position("refuse", second, party=["NOR"], content=words, issue="fishing limits"),
            position("threaten", plan, party=["ISL"], addressee=["NOR"], issue="trawlers",
                     **{"from": ["e2"]}),
            position("offer", plan, party=["ISL"]),
        ],
    )  # fmt: skip


def banner() -> Row:
    """Words a spreadsheet would run, a group without a name, a mutual act, a belief."""
    first, shelled = [0, SUM.index("\n")], [SUM.index("Rebels"), SUM.index("said.") + 5]
    met = [SUM.index("Cafe"), len(SUM) - 1]
    army = cut(SUM, "the army")
    place = [SUM.index("N’Dj"), SUM.index(", the army")]
    chad = [SUM.index("Chad met"), SUM.index("Chad met") + 4]
    report = shelled[0]
    return record(
        "ba/../n", SUM, sentences=[first, shelled, met],
        mentions=[mention([0, 4], "TCD REB", name="=SUM", kind="group", rule="nominal.group")],
        events=[
            event("e3", "ASSAULT", shelled, cut(SUM, "shelled\ta post"), actor=["TCD REB"],
                  actor_span=[0, 14], mode="heavy-weapons", attributed_to=["TCD"],
                  place="N’Djame\u0301na", place_span=place, latitude=-1.5, longitude=15.0),
            event("e4", "CONSULT", met, cut(SUM, "met"), actor=["TCD"], actor_span=chad,
                  recipient=["NER"], recipient_span=cut(SUM, "Niger"), reciprocal=True),
            event("e5", "CONSULT", met, cut(SUM, "talks"), actor=["TCD"], recipient=["TCD"]),
            event("e6", "AID", first, cut(SUM, "were"), actor=["UNK"], status="negated"),
        ],
        quotes=[quote([[report, army[0] - 2]], kind="indirect", cue=cut(SUM, "said"),
                      speaker_span=army, speaker="the army", speaker_actor=["TCD"]),
                quote([[report + 10, report + 14], [report + 15, report + 22]],
                      cue=[report, report + 6], attitude="believed")],
        attributions=[quote([[0, 14]], kind="indirect", attitude="felt",
                            cue=cut(SUM, "banner"))],
        positions=[position("accept", first, party=["TCD"], issue="@home", content=[0, 14])],
    )  # fmt: skip


SAMPLE = (fish(), banner())
ODD = (
    "a", "B", "é", "e\u0301", "🐟", "👩‍🚀", "\r\n", "\n\n", "\t", "\u00a0", "\u00ad", "\u200f",
    "\u202b", "\u2066", "\u2069", "=", "+", "-", "@", "'", '"', ";", ",", "“", "”", " ", "1",
    "\x0b", "\x85", "\u2028", "<&>", "]]>", "\\", "\ufeff", "None",
)  # fmt: skip


CODES = st.lists(st.sampled_from(["NOR", "ISL", "EU", "TCD REB", "UNK", "NOBODY"]), max_size=3)
STATUSES = st.sampled_from(["actual", "past", "future", "negated"])
TYPES = st.sampled_from(["REQUEST", "AID", "CONSULT"])
STANCES = st.sampled_from(["demand", "accept", "refuse"])


@st.composite
def records(draw) -> Row:
    """A record whose text is full of odd characters and whose spans lie anywhere in it."""
    # Each place where a span may begin is visible: no span is all line breaks.
    visible = st.sampled_from(("x", "🐟", "=", "@", "-", "'", '"'))
    odd = st.lists(st.sampled_from(ODD), max_size=4).map("".join)
    words = draw(st.lists(st.builds(str.__add__, visible, odd), min_size=3, max_size=9))
    text = "".join(words)
    starts = [len("".join(words[:n])) for n in range(len(words))]
    sentences = [list(pair) for pair in zip(starts, [*starts[1:], len(text)], strict=True)]
    span = st.builds(
        lambda start, more: [start, min(len(text), start + 1 + more)],
        st.sampled_from(starts),
        st.integers(0, 12),
    )
    maybe = st.none() | span
    sides = {"actor": CODES, "actor_span": maybe, "recipient": CODES, "recipient_span": maybe,
             "status": STATUSES, "content": maybe, "condition": maybe, "place_span": maybe,
             "date_span": maybe, "reciprocal": st.booleans()}  # fmt: skip
    events = st.builds(event, st.just("e"), TYPES, st.sampled_from(sentences), span, **sides)
    quotes = st.builds(quote, st.lists(span, min_size=1, max_size=3), cue=maybe,
                       speaker_span=maybe, speaker_actor=CODES)  # fmt: skip
    positions = st.builds(position, STANCES, span, content=maybe, party=CODES, addressee=CODES,
                          condition=maybe, issue=st.sampled_from(ODD))  # fmt: skip
    mentions = st.builds(lambda s, codes, name: mention(s, *codes, name=name), span, CODES,
                         st.none() | st.sampled_from(ODD))  # fmt: skip
    found = [{**e, "id": f"e{n}"} for n, e in enumerate(draw(st.lists(events, max_size=3)))]
    return record(
        draw(st.sampled_from(["d1", "a/b", "../é"])), text, sentences=sentences, events=found,
        quotes=draw(st.lists(quotes, max_size=3)),
        mentions=draw(st.lists(mentions, max_size=3)),
        positions=draw(st.lists(positions, max_size=2)),
        url=draw(st.sampled_from([None, "https://x.org/a"])),
        published=draw(st.sampled_from([None, "2025-03-11"])),
    )  # fmt: skip
