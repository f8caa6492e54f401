"""不得出入私人会所，公务接待不得安排在私人会所和高消费场所。"""

from collections.abc import Iterator

from declare.items.disclosures import Invitation, Reception
from declare.items.folding import folded
from declare.items.registries import Venue
from declare.law import D15, D23, GJ13, Text
from declare.rules.around import SHORTEST_NAME, Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, extract, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject

Event = Invitation | Reception


@rule(
    "E16",
    Text("私人会所/高消费场所", "Private club or high-consumption venue"),
    severity=4,
    basis=(D23.article(102), D15.article(87), GJ13.article(10)),
    audience=REVIEWER,
    says=Text(
        "活动场所在私人会所和高消费场所名单中，请核对并说明。",
        "The venue is on the list of private clubs and high-consumption venues. Please check and explain.",
    ),
    reads=(Invitation, Reception),
    scope=PERSON,
)
def club_venue(subject: Subject) -> Iterator[Found]:
    """Invitations accepted and receptions held at a place on the list."""
    venues = [(folded(venue.name), venue) for venue in subject.around.venues if venue.name.strip()]
    if not venues:
        return
    events: list[Event] = [one for one in subject.each(Invitation) if not one.declined]
    for event in (*events, *subject.each(Reception)):
        listed = _listed(event, venues)
        if listed:
            yield finding(event, "venue", also=((listed, "name"),), on=day_of(event, subject))


def _listed(event: Event, venues: list[tuple[str, Venue]]) -> Venue | None:
    """The place on the list that an event was held at."""
    where = folded(event.venue)
    for name, venue in venues:
        named = where == name or (len(name) >= SHORTEST_NAME and name in where)
        if named and (venue.since is None or event.happened is None or event.happened >= venue.since):
            return venue
    return None


_WHEN = "2025-08-20"


def _venue(name: str = "云顶会所", since: str = "") -> Kept:
    return extract(Venue(name=name, since=day(since) if since else None), received="2025-01-01")


def _banquet(venue: str = "云顶会所", *, declined: bool | None = None, happened: str = "2025-08-10") -> Kept:
    banquet = Invitation(happened=day(happened) if happened else None, venue=venue, declined=declined)
    return told(banquet, filed_on=_WHEN)


def _meal(venue: str) -> Kept:
    return told(Reception(happened=day("2025-08-10"), venue=venue), filed_on=_WHEN)


club_venue.cases(
    flagged("宴请在名单中的场所", _banquet(), _venue(), at=("venue", "name")),
    flagged("公务接待在名单中的场所", _meal("云顶会所"), _venue()),
    flagged("写法不同", _banquet("云顶 会所"), _venue()),
    flagged("场所名称前后另有文字", _banquet("江东市云顶会所三楼"), _venue()),
    silent("名单中的名称太短，不按部分比对", _banquet("江东云顶路食堂"), _venue("云顶路")),
    flagged("名称虽短，全称相同", _banquet("云顶"), _venue("云顶")),
    silent("谢绝的", _banquet(declined=True), _venue()),
    flagged("明确填写没有谢绝", _banquet(declined=False), _venue()),
    silent("不在名单中", _banquet("支队食堂"), _venue()),
    silent("没有名单", _banquet()),
    silent("场所未填", _banquet(""), _venue()),
    silent("名单中有空行", _banquet(""), _venue("")),
    flagged("列入名单当日", _banquet(), _venue(since="2025-08-10")),
    silent("列入名单以前", _banquet(), _venue(since="2025-08-11")),
    flagged("列入名单以前的另有一行没有日期", _banquet(), _venue(since="2025-08-11"), _venue("云顶会所")),
    flagged("时间未填", _banquet(happened=""), _venue(since="2025-08-11")),
    flagged("宴请和接待，各一条", _banquet(), _meal("云顶会所"), _venue(), times=2),
)
