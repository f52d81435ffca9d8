"""Agreement beyond chance, against worked examples in print."""

from itertools import product

import pytest

from standoff.score.agreement import agreement_of, cohen_kappa, krippendorff_alpha

# Krippendorff (2011), sections A to C: two binary, two nominal, four with values missing.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# Cohen (1960): 200 cases placed by two judges.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))


@pytest.mark.parametrize(
    ("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR, 0.743)]
)
def test_alpha_is_that_of_krippendorffs_worked_examples(coders, alpha):
    units = [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(alpha, abs=0.0005)


def test_kappa_is_that_of_cohens_worked_example():
    pairs = [(i, j) for i, j in product(range(3), repeat=2) for _ in range(COHEN[i][j])]
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=0.0005)


def test_agreement_on_one_value_only_says_nothing():
    assert krippendorff_alpha([("a", "a"), ("a", "a")]) is None
    assert cohen_kappa([("a", "a")]) is None
    assert cohen_kappa([]) is None


def document(*events):
    return {"id": "d", "text": "Norway met Iceland.", "events": list(events)}


def event(type_="CONSULT", actor="NOR", span=(7, 10)):
    return {"type": type_, "actor": [actor], "recipient": ["ISL"], "mode": None,
            "status": "actual", "date": None, "trigger": list(span),
            "sentence": [0, 19]}  # fmt: skip


def test_shared_rows_are_compared_by_field_and_differences_listed():
    found = agreement_of({"d": document(event())}, {"d": document(event(actor="SWE"))})
    by_field = {f.field: (f.units, f.agreed) for f in found.fields if f.table == "events"}
    assert by_field["type"] == (1, 1)
    assert by_field["actor"] == (1, 0)
    (difference,) = found.disagreements
    assert (difference.field, difference.first, difference.second) == ("actor", "NOR", "SWE")
    assert difference.words == "met"


def test_a_row_that_one_coding_lacks_is_listed_as_found_by_the_other():
    found = agreement_of({"d": document()}, {"d": document(event())})
    (difference,) = found.disagreements
    assert (difference.field, difference.first) == ("found", None)
    assert difference.second == "CONSULT (none) NOR ISL actual (none)"


def test_documents_that_one_coding_lacks_are_left_out():
    assert agreement_of({"d": document(event())}, {}).documents == 0


def test_positions_are_paired_by_their_words_and_compared_by_stance():
    row = {"party": ["NOR"], "stance": "demand", "addressee": [], "content": [0, 6],
           "evidence": [0, 19]}  # fmt: skip
    codings = [
        {"d": {"id": "d", "text": "Norway met Iceland.", "positions": [{**row, "stance": s}]}}
        for s in ("demand", "offer")
    ]
    (difference,) = agreement_of(*codings).disagreements
    assert (difference.table, difference.field) == ("positions", "stance")


def test_a_split_quote_is_placed_by_its_first_and_last_characters():
    quote = {"quote": [[0, 6], [11, 18]], "kind": "direct", "speaker": None}
    mine = {"d": {"id": "d", "text": "Norway met Iceland.", "quotes": [quote]}}
    other = {"d": {**mine["d"], "quotes": [{**quote, "kind": "mixed"}]}}
    (difference,) = agreement_of(mine, other).disagreements
    assert difference.span == (0, 18)
