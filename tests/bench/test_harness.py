"""The bench harness judges ratios the right way round, tidies up after itself, and prints a table that lines up."""

import pytest

from tests.bench import harness
from tests.bench.harness import Goal, Measured, Pair, calls_for, goal, measure
from tests.bench.table import duration, lines, width


def nothing():
    yield Pair(floor=lambda: None, ours=lambda: None)


def at_most(bound, bench=nothing):
    return Goal("T1", "测试 · test", bench, at_most=bound)


def at_least(bound):
    return Goal("T2", "测试 · test", nothing, at_least=bound)


def test_a_time_goal_compares_times_and_a_speed_goal_compares_speeds():
    assert at_most(2).ratio(1.0, 1.5) == 1.5
    assert at_least(2).ratio(4.0, 1.0) == 4.0


@pytest.mark.parametrize(
    ("one", "ratio", "held"),
    [(at_most(2), 2.0, True), (at_most(2), 2.1, False), (at_least(2), 2.0, True), (at_least(2), 1.9, False)],
)
def test_a_goal_is_held_up_to_its_bound(one, ratio, held):
    assert one.holds(ratio) is held


@pytest.mark.parametrize("bounds", [{}, {"at_most": 1, "at_least": 1}])
def test_a_goal_needs_exactly_one_bound(bounds):
    with pytest.raises(ValueError, match="exactly one bound"):
        goal("T3", "测试 · test", **bounds)


def test_both_are_called_by_turns_and_the_bench_tidies_up():
    seen = []

    def bench():
        yield Pair(floor=lambda: seen.append("floor"), ours=lambda: seen.append("ours"))
        seen.append("tidy")

    measured = measure(at_most(1000, bench), rounds=3, seconds=0)
    assert seen[-1] == "tidy"
    assert seen[-7:-1] == ["floor", "ours"] * 3
    assert measured.held


class Clock:
    """A clock that only work moves forward."""

    def __init__(self):
        self.time = 0.0

    def __call__(self):
        return self.time

    def work(self, seconds):
        def done():
            self.time += seconds

        return done


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(harness, "perf_counter", clock)
    return clock


def test_the_ratio_is_of_one_unit_of_work(clock):
    def bench():
        yield Pair(floor=clock.work(0.5), ours=clock.work(100.0), times=(1, 100))

    measured = measure(at_most(2, bench), rounds=3, seconds=1)
    assert measured.ratio == pytest.approx(2.0)
    assert (measured.floor, measured.ours) == pytest.approx((0.5, 1.0))


def test_short_work_is_called_as_often_as_fills_the_time(clock):
    assert calls_for(clock.work(0.01), seconds=1) == 100
    assert calls_for(clock.work(10.0), seconds=1) == 1


def test_the_table_lines_up_whatever_the_language():
    results = [Measured(at_most(1.4), 2e-6, 2.5e-6, 1.25), Measured(at_least(40), 1e-3, 1e-3, 1.0)]
    head, rule, *rows = lines(results)
    assert "达到 · held" in rows[0]
    assert "未达 · NOT HELD" in rows[1]
    assert width(rule) >= max(width(line) for line in (head, *rows))


@pytest.mark.parametrize(
    ("seconds", "shown"), [(1.5, "1.5 s"), (0.0123, "12.3 ms"), (2.2e-6, "2.2 µs"), (3.4e-8, "34 ns")]
)
def test_a_duration_is_shown_in_the_unit_that_fits(seconds, shown):
    assert duration(seconds) == shown
