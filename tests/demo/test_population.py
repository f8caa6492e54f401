"""The demo command makes a population of any size: out as files, or into the database; nothing without a number."""

from sqlalchemy import func, select

from declare.accounts.models import Person
from declare.demo.numbers import Counted, company_code, identity_number
from declare.demo.population.schedule import LEAST, cells
from declare.demo.population.streaming import Population
from declare.items.choices import Sex
from declare.items.filing import Filing
from declare.items.kinds import identity


def demo(app, *arguments):
    """The command."""
    return app.test_cli_runner().invoke(args=["demo", *map(str, arguments)])


def test_files_of_a_population_and_its_key(app, tmp_path):
    result = demo(app, "--people", 40, "--faults", "--out", tmp_path)
    assert result.exit_code == 0
    assert "F20 H06 H09 H10" in result.output
    assert len((tmp_path / "persons.jsonl").read_text(encoding="utf-8").splitlines()) == 40
    assert (tmp_path / "answers.jsonl").read_text(encoding="utf-8")


def test_an_honest_population_has_no_key(app, tmp_path):
    assert demo(app, "--people", 3, "--out", tmp_path).exit_code == 0
    assert not (tmp_path / "answers.jsonl").exists()


def test_a_population_goes_into_the_database(app, session):
    result = demo(app, "--people", 4)
    assert result.exit_code == 0
    assert session.scalar(select(func.count(Person.id))) == 4


def test_faults_need_a_number_of_people(app):
    result = demo(app, "--faults")
    assert result.exit_code == 2
    assert "--people" in result.output


def test_no_two_declarants_share_a_number():
    many = [Counted.of(1, owner) for owner in range(500)]
    numbers = [identity_number(chance, birthday(), Sex.MALE) for chance in many for _ in range(4)]
    codes = [company_code(chance) for chance in many for _ in range(4)]
    assert len(set(numbers)) == len(set(codes)) == 2000
    assert all(number[17] == identity.check_character(number[:17]) for number in numbers)


def test_everybody_has_two_or_three_years_of_reports():
    lives = [life for life, _ in Population(60, 2025, 1).lives()]
    assert {len(life.reports) for life in lives} == {2, 3}
    assert all(isinstance(filing, Filing) for life in lives for filing in life.filings())


def test_a_large_population_holds_every_rule_often_enough_and_is_as_large_as_asked():
    chosen = list(cells(4000))
    faults = [one.rule for one in chosen if one and not one.honest]
    assert min(faults.count(rule) for rule in set(faults)) == LEAST
    assert sum(one.lives if one else 1 for one in chosen) == 4000


def birthday():
    """A birthday everybody shares."""
    from datetime import date

    return date(1980, 5, 1)
