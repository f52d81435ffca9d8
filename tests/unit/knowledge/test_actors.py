"""The tables of actors: read, checked, and looked up by day."""

import random
import shutil
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

import standoff
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.actors_forms import FormKind, Referent, fold
from standoff.knowledge.actors_people import surnames_of
from standoff.knowledge.faults import Faults

DATA = Path(standoff.__file__).parent / "data"
COUNTRIES = "id,name,kind,start,end,source\nRUR,Ruritania,state,,,https://example.org/r\n"
FORMS = (
    "id,form,kind,start,end,source\n"
    "RUR,Ruritanian,adjective,,,https://example.org/r\n"
    "RUR,Strelsau,capital,,1990,https://example.org/r\n"
)
ORGANISATIONS = (
    "id,name,forms,kind,sector,parent,seat,definite_forms,start,end,source\n"
    "LEAGUE,League of Crowns,The League,alliance,IGO,,,the alliance,,,https://example.org/l\n"
    "LEAGUE_COUNCIL,Crown Council,,body,IGO,LEAGUE,,,,,https://example.org/l\n"
)
GROUPS = (
    "id,name,forms,kind,sector,country,parent,definite_forms,start,end,source\n"
    "BLUES,Blue Band,Blues,armed_group,REB,RUR,,the rebels,,,https://example.org/b\n"
)
INSTITUTIONS = (
    "id,name,forms,kind,sector,country,start,end,source\n"
    "castle,Zenda Castle,,palace,GOV,RUR,,,https://example.org/z\n"
)
MEMBERSHIPS = (
    "organisation,member,start,end,source\nLEAGUE,RUR,1950,1999-06,https://example.org/l\n"
)
PEOPLE = (
    "id,name,forms,title,office,body,country,sector,gender,start,end,source\n"
    "rolf,Rolf van Hentz,,foreign minister,foreign_minister,,RUR,GOV,m,1990,1995-03,"
    "https://example.org/h\n"
    "rolf,Rolf van Hentz,,president,head_of_state,,RUR,GOV,m,1995-04-01,,"
    "https://example.org/h\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    actors = tmp_path / "actors"
    (actors / "people").mkdir(parents=True)
    for name, text in (
        ("countries", COUNTRIES),
        ("country_forms", FORMS),
        ("organisations", ORGANISATIONS),
        ("groups", GROUPS),
        ("institutions", INSTITUTIONS),
        ("memberships", MEMBERSHIPS),
        ("people/all", PEOPLE),
    ):
        (actors / f"{name}.csv").write_text(text, "utf-8")
    for name in ("role_nouns", "words", "contexts"):
        shutil.copy(DATA / "actors" / f"{name}.yaml", actors / f"{name}.yaml")
    return tmp_path


def load(folder: Path) -> tuple[ActorTables, list[str]]:
    faults = Faults()
    tables = load_actors(folder, faults)
    return tables, [str(fault) for fault in faults.found]


@pytest.fixture(scope="module")
def shipped() -> ActorTables:
    return load(DATA)[0]


def test_tables_without_a_fault_load_without_one(folder: Path) -> None:
    assert load(folder)[1] == []


def test_the_shipped_tables_have_no_fault() -> None:
    assert load(DATA)[1] == []


@pytest.mark.parametrize(
    ("table", "row", "why"),
    [
        ("countries", "RUR,Other,state,,,https://example.org/x", "given twice"),
        ("countries", "XXX,Other,planet,,,https://example.org/x", "kind 'planet'"),
        ("countries", "XXX,Other,state,,,", "no source"),
        ("country_forms", "ZZZ,Zed,name,,,https://example.org/x", "not in countries.csv"),
        ("country_forms", "RUR,Zed,nickname,,,https://example.org/x", "kind 'nickname'"),
        ("organisations", "A,A,,igo,IGO,NONE,,,,,https://example.org/x", "no parent 'NONE'"),
        ("groups", "G,G,,party,PTY,ZZZ,,,,,https://example.org/x", "no country 'ZZZ'"),
        ("institutions", "i,I,,court,JUD,ZZZ,,,https://example.org/x", "no country 'ZZZ'"),
        ("memberships", "NONE,RUR,,,https://example.org/x", "no organisation 'NONE'"),
        ("memberships", "LEAGUE,ZZZ,,,https://example.org/x", "no country or organisation"),
        ("memberships", "LEAGUE,RUR,2001,2000,https://example.org/x", "after its end"),
        ("memberships", "LEAGUE,RUR,last May,,https://example.org/x", "not an ISO date"),
        (
            "people/all",
            "uma,Uma Ilk,,envoy,butler,,RUR,GOV,f,,,https://example.org/x",
            "office 'butler'",
        ),
        (
            "people/all",
            "uma,Uma Ilk,,envoy,envoy,,ZZZ,GOV,f,,,https://example.org/x",
            "no country 'ZZZ'",
        ),
        (
            "people/all",
            "uma,Uma Ilk,,envoy,envoy,,,GOV,f,,,https://example.org/x",
            "neither country nor body",
        ),
        (
            "people/all",
            "rolf,Rolf Hentz,,envoy,envoy,,RUR,GOV,m,,,https://example.org/x",
            "is 'Rolf van Hentz' in another row",
        ),
        (
            "people/all",
            "uma,Uma Ilk,,foreign minister,foreign_minister,,RUR,GOV,f,1991-05-01,1991-09-01,"
            "https://example.org/x",
            "rolf holds it at that time",
        ),
        ("people/all", "uma,Uma Ilk,envoy", "3 cells, not 12"),
    ],
)
def test_a_faulty_row_is_refused_with_its_line(
    folder: Path, table: str, row: str, why: str
) -> None:
    path = folder / "actors" / f"{table}.csv"
    lines = path.read_text("utf-8").count("\n")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    (fault,) = load(folder)[1]
    assert fault.startswith(f"{path}:{lines + 1}: ")
    assert why in fault


def test_an_organ_has_its_organisations_code(folder: Path) -> None:
    assert load(folder)[0].organisations["LEAGUE_COUNCIL"].code == "LEAGUE"


def test_an_alliance_may_be_taken_up_without_its_article(folder: Path) -> None:
    assert load(folder)[0].organisations["LEAGUE"].descriptions == ("alliance",)


def test_a_member_belongs_through_the_last_month_named(folder: Path) -> None:
    tables = load(folder)[0]
    assert tables.members("LEAGUE", date(1999, 6, 30)) == {"RUR"}
    assert tables.members("LEAGUE", date(1999, 7, 1)) == frozenset()


def test_a_form_stands_for_its_country_while_its_row_says(folder: Path) -> None:
    (capital,) = load(folder)[0].forms["Strelsau"]
    assert capital.kind is FormKind.CAPITAL
    assert capital.holds(date(1990, 12, 31))
    assert not capital.holds(date(1991, 1, 1))


def test_office_is_looked_up_by_day(folder: Path) -> None:
    tables = load(folder)[0]
    (held,) = tables.holders("RUR", "foreign_minister", date(1995, 3, 31))
    assert held.title == "foreign minister"
    assert tables.holders("RUR", "foreign_minister", date(1995, 4, 1)) == ()


def test_looking_up_300_roles_by_day_agrees_with_brute_force(shipped: ActorTables) -> None:
    chance = random.Random(4)
    roles = [role for person in shipped.people.values() for role in person.roles]
    for role in chance.sample(roles, 300):
        day = date(1998, 1, 1) + timedelta(days=chance.randrange(28 * 365))
        if chance.random() < 0.5 and role.period.start:
            day = role.period.start + timedelta(days=chance.randrange(-2, 3))
        owner = role.country or role.body
        found = shipped.holders(owner, role.office, day)
        expected = {
            other
            for other in roles
            if owner in {other.country, other.body}
            and other.office == role.office
            and (other.period.start is None or other.period.start <= day)
            and (other.period.end is None or other.period.end >= day)
        }
        assert set(found) == expected


def test_the_tables_load_fast_enough_to_start_with() -> None:
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        load(DATA)
        best = min(best, time.process_time() - start)
    assert best < 0.8


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "Erdoğan’s\nŁódź – Ærø"
    assert len(fold(text)) == len(text)
    assert fold("Erdoğan’s") == "Erdogan's"


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Rolf van Hentz", "van Hentz"),
        ("Rolf van Hentz", "Hentz"),
        ("Omar bin Tariq", "bin Tariq"),
        ("Samir al-Qadi", "Qadi"),
    ],
)
def test_a_surname_is_found_with_and_without_what_joins_it(name: str, surname: str) -> None:
    assert surname in surnames_of(name)


def test_a_fathers_name_alone_is_no_surname() -> None:
    assert "Tariq" not in surnames_of("Omar bin Tariq")


def test_a_referent_without_dates_always_holds() -> None:
    assert Referent(FormKind.NAME, "RUR").holds(date(1800, 1, 1))
