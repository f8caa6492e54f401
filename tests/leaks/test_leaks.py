"""A word of its own is planted in every field of a report; then every byte the system leaves behind is searched for them.

Nothing above `open` may stand in the database, its log, the server's log, a file, a receipt or another's page; in an
export only what the definitions keep. The same search finds every word in the owner's own copy, so it can find.
"""

import zipfile
from random import Random

import pytest

from declare.items import PROFILE, TABLES, table_by_key
from declare.items.spec import KEEP, OPEN, SECRET
from tests.leaks.planting import Garden
from tests.leaks.searching import broken, keep_plain, left_behind, person_of
from tests.leaks.visiting import Visitor
from tests.serving import PASSWORD, copied, environment, flask, new_tables, serving

ONE_ROW = {"marriage", "wages", "labour_income"}
SUMS = {
    "wages": ("salary", "bonus", "other"),
    "labour_income": ("lecturing", "writing", "consulting", "reviewing", "art", "other"),
}
TYPED = {"countries": "日本", "place": "香港", "code": "600000", "share": "73.91", "percent": "61.37"}
FIXED = {
    "family": {"relation": "child", "sex": "male", "cohabiting": "yes", "change": None, "spouse_of": None},
    "marriage": {"state": "married", "change": "none"},
    "permits": {"kind": "hk_macao"},
    "funds": {"code": "110022"},
}
pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def site(request, tmp_path):
    """The demo corps, served on either kind of database; jobs are run by hand."""
    instance, url = tmp_path / "instance", ""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
        new_tables(environment(instance, database_url=url))
        flask(environment(instance, database_url=url), "demo")
    else:
        copied(request.getfixturevalue("served_corps"), instance)
    with serving(instance, tmp_path / "log", database_url=url, DECLARE_WORKER="0") as served:
        yield served


def test_no_planted_word_is_left_anywhere(site, tmp_path):
    garden, owner = Garden(Random(20261123)), Visitor(site.url, "cadre40")
    owner.send("/declarations/", {})
    home = owner.pages[-1][1].removeprefix(site.url)
    plant_everywhere(garden, owner, home)
    assert left_behind(garden, site) == set()
    provoke(garden, site, owner, home)
    hand_in(owner, home)
    flask(site.environ, "worker", "--once")
    control(garden, owner, home)
    receipts_say_nothing(garden, owner, home)
    review(garden, site, home)
    export(garden, site, tmp_path / "export")
    assert left_behind(garden, site) == set()
    keep_plain(site, owner.get(f"{home}document.json") + owner.get(f"{home}answers"))
    assert left_behind(garden, site) == garden.fields(), "the search itself misses something"


def plant_everywhere(garden, owner, home):
    """A row in every table with a word in every field, through the forms; the self-check, the answers and the lists are looked at."""
    for table in (table_by_key("family"), *TABLES):
        values = typed(garden, table)
        owner.send(f"{home}{table.key}/add", values)
        assert owner.status == 200, (table.key, owner.refusals)
    for part, key in (("profile", "basic"), ("closing", "closing")):
        values = typed(garden, table_by_key(key))
        own = {"id_number", "promise"} & set(values)
        owner.send(f"{home}{part}", {name: value for name, value in values.items() if name not in own})
        assert owner.status == 200, (part, owner.refusals)
    garden.words = {
        word: said for word, said in garden.words.items() if (said[0].key, said[1].key) != ("basic", "id_number")
    }
    for page in ("", "answers", "real_estate/"):
        owner.get(home + page)
    above = {(one.key, field.key) for one in (*TABLES, *PROFILE) for field in one.fields if field.privacy > OPEN}
    assert len(garden.fields()) > 0.55 * len(above), "most fields can hold a word; the others are closed lists"


def typed(garden, table):
    """What is typed into a row of a table."""
    values = {}
    for field in table.fields:
        if field.key in FIXED.get(table.key, {}) or field.key in TYPED or field.key == "total":
            continue
        if table.key == "family" and field.key in ("key", "spouse_of"):
            continue
        word = garden.plant(table, field)
        if word is not None:
            values |= boxes(field, word)
    chosen = {name: text for name, text in TYPED.items() if name in table.keys}
    return values | chosen | FIXED.get(table.key, {}) | total(table, values)


def boxes(field, word):
    """A value as the boxes of its field send it."""
    if field.kind.widget in ("date", "month"):
        return {
            f"{field.key}-{part}": text for part, text in zip(("year", "month", "day"), word.split("-"), strict=False)
        }
    return {field.key: word}


def total(table, values):
    """The sum of the parts, where a table asks for it."""
    if table.key not in SUMS:
        return {}
    return {"total": f"{sum(round(float(values[part]) * 100) for part in SUMS[table.key]) / 100:.2f}"}


def provoke(garden, site, owner, home):
    """Refusals, conflicts and faults: pages of others and of faults show nothing, and nothing of it is logged."""
    for login in ("cadre41", "reviewer", "system-admin"):
        other = Visitor(site.url, login)
        for page in ("", "answers", "real_estate/0", "receipt"):
            other.get(home + page)
            assert other.status in (403, 404)
        assert [found for _, _, body in other.pages if (found := garden.found(body))] == []
    owner.send(f"{home}closing", {"other_matters": "植入zqnothing"}, revision="1")
    assert owner.status == 409
    owner.send(f"{home}real_estate/0", {"area": "许多", "address": next(iter(garden.words))})
    assert owner.status == 422
    with broken(site, home):
        owner.get(f"{home}closing")
        assert owner.status == 500
        assert garden.found(owner.pages[-1][2]) == set()


def hand_in(owner, home):
    """Answers what is still open, promises, and hands the report in."""
    for table in TABLES:
        page = owner.get(f"{home}{table.key}/").decode()
        if f'action="{home}{table.key}/' in page:
            state = "changed" if 'value="changed"' in page else "some"
            owner.send(f"{home}{table.key}/", {"state": state}, action=f"{home}{table.key}/")
    owner.send(f"{home}sign", {"promise": "y", "password": PASSWORD})
    assert owner.pages[-1][1].endswith("/receipt"), owner.refusals


def control(garden, owner, home):
    """The same search finds every word in the owner's own copy and on the owner's own page."""
    assert garden.found(owner.get(f"{home}document.json") + owner.get(f"{home}answers")) == garden.fields()


def receipts_say_nothing(garden, owner, home):
    """What is handed out to be shown around has no content."""
    for page in ("receipt", "receipt.json"):
        assert garden.found(owner.get(home + page)) == set()


def review(garden, site, home):
    """A reviewer sees the report with every secret masked; not one whole number, address or account reaches the page."""
    reviewer = Visitor(site.url, "reviewer")
    person = person_of(site, home)
    reviewer.send(
        f"/people/{person}/", {"purpose": "年度报告综合分析核实", "approval": "植入前的批文", "approver": "负责人"}
    )
    pages = {link for link in links(reviewer.get(f"/people/{person}/")) if link.startswith("/findings/")}
    assert reviewer.status == 200
    for page in pages:
        reviewer.get(page)
    shown = b"".join(body for _, _, body in reviewer.pages)
    assert garden.found(shown) & garden.fields(lambda one: one.privacy is SECRET) == set()


def links(body):
    """The addresses a page leads to."""
    return {part.split('"')[0].split("#")[0] for part in body.decode().split('href="')[1:]}


def export(garden, site, folder):
    """In an export, packed sheets included, a word stands only where the definitions keep it."""
    flask(site.environ, "export", "audit", "--out", str(folder))
    whole = [path.read_bytes() for path in folder.iterdir()]
    for path in folder.glob("*.xlsx"):
        with zipfile.ZipFile(path) as book:
            whole += [book.read(name) for name in book.namelist()]
    assert garden.found(b"\n".join(whole)) <= garden.fields(lambda one: one.redaction is KEEP)
    flask(site.environ, "export", "statistics", "--out", str(folder.with_name("statistics")))
    counts = b"\n".join(path.read_bytes() for path in folder.with_name("statistics").iterdir())
    assert garden.found(counts) == set()
