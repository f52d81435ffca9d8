"""Invented press reports in any number, the same ones from the same seed.

usage: python bench/corpus.py COUNT [--seed S] [--sentences MIN MAX] [--out FILE]

One JSON object a line: ``id title published publisher url text``. Every sentence is ours, every
person and dispute invented. Report N is the same however many are asked for.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SENTENCES = (10, 20)
# The press never runs out of names and figures: no memory may be kept of each.
_FIRST = [
    "Al", "Bra", "Cor", "Dah", "Es", "Fon", "Gar", "Hol", "Iv", "Jan", "Kes", "Lin", "Mar",
    "Nor", "Oka", "Pel", "Quis", "Ras", "Sol", "Ter", "Ul", "Va",
]  # fmt: skip
_MIDDLE = [
    "an", "be", "cor", "de", "el", "fi", "ga", "hu", "il", "ka", "lo", "mi", "ne", "or", "pa",
    "ri", "su", "ta", "un", "ve",
]  # fmt: skip
_LAST = [
    "ad", "berg", "dal", "en", "fors", "gren", "holm", "ic", "land", "mark", "ner", "ov",
    "quist", "rud", "son", "strom", "ting", "ura", "vik",
]  # fmt: skip
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[AIO]|E(?!u))")

# Name, adjective and capital of each.
_STATES = """
Norway|Norwegian|Oslo
Iceland|Icelandic|Reykjavik
Denmark|Danish|Copenhagen
Sweden|Swedish|Stockholm
Finland|Finnish|Helsinki
Estonia|Estonian|Tallinn
Latvia|Latvian|Riga
Poland|Polish|Warsaw
Ireland|Irish|Dublin
Spain|Spanish|Madrid
Portugal|Portuguese|Lisbon
Morocco|Moroccan|Rabat
Tunisia|Tunisian|Tunis
Kenya|Kenyan|Nairobi
Ghana|Ghanaian|Accra
Senegal|Senegalese|Dakar
Namibia|Namibian|Windhoek
Chile|Chilean|Santiago
Peru|Peruvian|Lima
Uruguay|Uruguayan|Montevideo
Canada|Canadian|Ottawa
Mexico|Mexican|Mexico City
Japan|Japanese|Tokyo
Vietnam|Vietnamese|Hanoi
Indonesia|Indonesian|Jakarta
Malaysia|Malaysian|Kuala Lumpur
Australia|Australian|Canberra
Romania|Romanian|Bucharest
Bulgaria|Bulgarian|Sofia
Greece|Greek|Athens
"""

WORDS: dict[str, list[str]] = {name: text.split("|") for name, text in {
    "given": "Ada|Boris|Clara|Dmitar|Elin|Farid|Greta|Hamid|Ines|Jonas|Katrin|Leo|Marta|Nils|"
             "Olga|Pablo|Rosa|Selim|Tarik|Ulla|Vera|Wim|Yara|Zeno",
    "office": "Foreign Minister|Prime Minister|President|Defence Minister|Trade Minister|"
              "Interior Minister|Finance Minister",
    "envoy": "officials|diplomats|negotiators|envoys|ministers",
    "body": "the European Union|the United Nations|NATO|the African Union|"
            "the World Trade Organization|the Security Council|the European Commission",
    "force": "navy|army|air force|coast guard|border police|armed forces",
    "unit": "three frigates|two patrol boats|a company of engineers|four helicopters|"
            "a battalion of infantry|five drones|a minesweeper|two squadrons of jets",
    "matter": "the fishing quotas|the gas pipeline|the border crossing|the tariff on steel|"
              "the river dam|the disputed reef|the prisoner exchange|the transit of grain|"
              "the missile tests|the visa rules|the seabed cable|the air corridor|"
              "the refugee camp|the copper mine|the customs union",
    "demand": "withdraw its troops from the border|open the crossing to lorries|"
              "lift the embargo on grain|release the crew of the trawler|"
              "stop the construction of the dam|recall its ambassador|"
              "publish the results of the inquiry|end the flights over the islands|"
              "let inspectors into the plant|remove the buoys from the channel|"
              "return the seized cargo|reduce the tariff to its former level",
    "deed": "halt the exports of ore|close the port to its ships|send observers to the area|"
            "suspend the treaty of cooperation|take the matter to the court|"
            "impose sanctions on its banks|expel two diplomats|double the patrols|"
            "reopen the consulate|cancel the joint exercise|raise the duty on timber|"
            "sign the protocol on rescue at sea",
    "gain": "a lasting settlement|a truce of sixty days|a joint commission|free passage|"
            "a new line of demarcation|an exchange of observers|a share of the catch|"
            "guarantees in writing|a timetable for withdrawal",
    "wrong": "violating its airspace|cutting the nets of two trawlers|arming the rebels|"
             "jamming its radars|moving the border posts at night|breaking the agreement|"
             "holding the cargo without cause|spying on the delegation|"
             "diverting the water of the river",
    "place": "the northern strait|the valley of the three rivers|the eastern plain|"
             "the old harbour|the demilitarised strip|the outer islands|the mountain pass|"
             "the southern shelf|the free port|the salt lake",
    "crowd": "Protesters|Fishermen|Students|Dockers|Farmers|Lorry drivers|Residents|Miners",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "when": "this week|next month|by the end of the year|within ten days|before the summit|"
            "after the elections|in the spring|on the first of the month",
    "number": "two|three|five|seven|nine|twelve|fourteen|eighteen|twenty|thirty|forty",
    "money": "$12 million|$40 million|$75 million|$120 million|$300 million|$2 billion",
    "paper": "the Morning Ledger|the Harbour Post|the Evening Register|Channel Nine|"
             "the state news agency|the weekly Compass",
    "expert": "who teaches law at the naval college|of the Institute for Border Studies|"
              "who led the earlier talks|of the Centre for Trade and Peace|"
              "a former judge of the maritime court",
    "mood": "tense|quiet|hopeful|uncertain|bitter|unchanged|calmer than in the summer",
    "agency": "Nordpress|Meridian|Capital Wire|Unity News",
}.items()}  # fmt: skip

LEADS = """
{A} on {day} demanded that {B} {demand} {when}, and warned that it would {deed} if it did not.
{A} on {day} rejected a proposal by {B} to share {matter}, and said it would {deed}.
{aA} {envoy} met their {aB} counterparts in {cC} on {day} for talks on {matter}.
{A} on {day} accused {B} of {wrong} near {place} and recalled its ambassador from {cB}.
{A} said on {day} that it had agreed with {B} on {gain} for {place}.
{A} deployed {unit} near {place} on {day} after {B} refused to {demand}.
{A} offered on {day} to {deed} if {B} agreed to {demand} {when}.
{A} and {B} signed an agreement on {matter} in {cC} on {day}, ending {number} weeks of talks.
"""
BODY = """
“We will not accept this, and we will not wait,” {aA} {office} {pA} told reporters in {cA}.
“{B} must {demand},” {pA} said, adding that {cA} was ready to {deed}.
“Nobody wants a quarrel over {matter},” said {aB} {office} {pB}. “But {place} is ours.”
{aB} {envoy} rejected the demand and said that {cB} would not {demand} unless {A} did so first.
{cB} said it was prepared to discuss {matter} with {cA} {when}.
{B} denied {wrong} and called on {A} to {demand}.
{aA} {office} {pA} warned that {cA} would {deed} if the incident near {place} was repeated.
{aB} {office} {pB} urged both sides to return to the table {when}.
{C}, which has offered to mediate, invited the two governments to a meeting in {cC} on {day}.
{A} accepted the invitation; {B} said that it needed more time to decide.
{aC} {office} {pC} said that {cC} would host the meeting and pay {money} towards {gain}.
A spokesman for {body} called the decision of {cA} a step in the wrong direction.
“{capbody} is following {matter} with concern,” a spokeswoman said in {cC}.
According to the {aA} {force}, {unit} were sent to {place} on {day}.
The {aB} {force} detained {number} sailors near {place} on {day}, {paper} reported.
{aA} soldiers opened fire near {place}, killing {number} people, {aB} officials said.
{crowd} in {cB} demonstrated against {matter} on {day} and burned a flag.
{crowd} blocked the road to {place} for {number} hours, police in {cA} said.
The parliament in {cA} voted on {day} to {deed}, by {number} votes.
{A} imposed sanctions on {number} {aB} companies over {matter} last month.
{B} responded by closing {place} to {aA} ships, and threatened to {deed}.
{pB} said that the talks had failed because {A} refused to {demand}.
{pA} denied that {cA} had promised {gain}.
“If {B} does not {demand}, we shall {deed},” {pA} told {paper}.
“They have promised us {gain} before,” {pB} said. “We are still waiting.”
{cA} and {cB} have agreed to exchange {number} prisoners {when}.
{A} praised the decision of {C} to {deed} and thanked {pC}.
{C} promised {money} in aid to the families of {place}.
{A} asked {body} to send observers to {place}.
{capbody} has not decided whether to {deed}, a diplomat said on condition of anonymity.
{A} and {B} have quarrelled over {matter} since a treaty lapsed {number} years ago.
The two countries traded {money} worth of goods last year, the chamber of commerce in {cA} said.
The dispute over {matter} has cost the port of {cB} {money}, according to {paper}.
The mood in {cB} was {mood} on {day}, and the shops near {place} stayed open.
Little was known about the route of the convoy, which left {cA} before dawn.
“Both have more to lose than to win,” said {pX}, {expert}.
{pX}, {expert}, said that {gain} was still possible {when}.
Analysts doubt that {B} will {demand} {when}.
{aB} {envoy} told their {aA} counterparts that they would neither {deed} nor {demand}.
{A} withdrew its offer to {deed} after {B} accused it of {wrong}.
{aA} {envoy} said they hoped to reach {gain} {when}.
{A} called {number} reservists to arms and moved {unit} closer to {place}.
{pC} telephoned {pA} and {pB} on {day} and asked them to {deed}.
A court in {cC} ordered {B} to return the ship and to pay {money}.
{A} said it would comply with the ruling; {B} has appealed against it.
{aB} customs officers seized {figure} tonnes of cargo at {place}, said harbour master {pY}.
Rain and wind kept most boats in the harbour, and the market near {place} closed early.
"""
HEADS = """
{A} presses {B} over {matter}
{B} rejects {aA} demand on {matter}
{A} and {B} to meet in {cC} over {matter}
{aA} warning to {B} raises fears for {place}
{C} offers to host talks between {A} and {B}
"""


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


STATES = [line.split("|") for line in _lines(_STATES)]
_LEADS, _BODY, _HEADS = _lines(LEADS), _lines(BODY), _lines(HEADS)


class _Report:
    """One report's parties and people; each slot of another kind is drawn anew."""

    def __init__(self, seed: int, number: int) -> None:
        self.draw = random.Random(f"{seed}:{number}")
        self._fixed: dict[str, str] = {}
        for letter, state in zip("ABC", self.draw.sample(STATES, 3), strict=True):
            name, adjective, capital = state
            self._fixed |= {letter: name, f"a{letter}": adjective, f"c{letter}": capital}
        for letter in "ABCXY":
            self._fixed[f"p{letter}"] = f"{self._word('given')} {self._family()}"
        # A report keeps to one quarrel in one place, as the press does.
        self._fixed |= {name: self._word(name) for name in ("matter", "place")}

    def _word(self, name: str) -> str:
        return self.draw.choice(WORDS[name])

    def _family(self) -> str:
        between = "".join(self.draw.choices(_MIDDLE, k=self.draw.randint(1, 3)))
        return self.draw.choice(_FIRST) + between + self.draw.choice(_LAST)

    def _slot(self, match: re.Match[str]) -> str:
        name = match[1]
        if name == "capbody":
            body = self._word("body")
            return body[0].upper() + body[1:]
        if name == "figure":
            return f"{self.draw.randint(1000, 99999):,}"
        return self._fixed.get(name) or self._word(name)

    def fill(self, template: str) -> str:
        return _BEFORE_VOWEL.sub(r"\1n ", _SLOT.sub(self._slot, template))

    def text(self, shortest: int, longest: int) -> str:
        count = self.draw.randint(shortest, longest)
        body = iter([self.fill(t) for t in self.draw.sample(_BODY, count - 1)])
        dateline = f"{self._fixed['cA'].upper()} ({self._word('agency')}) – "
        paragraphs = [dateline + self.fill(self.draw.choice(_LEADS))]
        for sentence in body:
            more = [sentence, *(s for s in (next(body, ""),) if s and self.draw.random() < 0.6)]
            paragraphs.append(" ".join(more))
        return "\n\n".join(paragraphs) + "\n"


def report(
    number: int, seed: int = 1, sentences: tuple[int, int] = SENTENCES
) -> dict[str, Any]:
    """Return one report as the readers of JSON lines take it."""
    made = _Report(seed, number)
    title = made.fill(made.draw.choice(_HEADS))
    day = FIRST_DAY + timedelta(days=made.draw.randrange(DAYS))
    return {
        "id": f"r{seed}-{number:06}",
        "title": title,
        "published": day.isoformat(),
        "publisher": made.draw.choice(WORDS["agency"]),
        "url": f"https://news.example/{seed}/{number}",
        "text": made.text(*sentences),
    }


def reports(
    count: int, seed: int = 1, sentences: tuple[int, int] = SENTENCES
) -> Iterator[dict[str, Any]]:
    """Yield so many reports."""
    for number in range(count):
        yield report(number, seed, sentences)


def write(
    path: Path, count: int, seed: int = 1, sentences: tuple[int, int] = SENTENCES
) -> None:
    """Write so many reports as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for row in reports(count, seed, sentences):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> int:
    """Write the reports asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sentences", type=int, nargs=2, default=SENTENCES)
    parser.add_argument("--out", type=Path, default=Path("/dev/stdout"))
    options = parser.parse_args()
    write(options.out, options.count, options.seed, tuple(options.sentences))
    return 0


if __name__ == "__main__":
    sys.exit(main())
