"""同一次宴请，一人报告了参加人员，其中其他报告人没有记录或者报告为已谢绝的，请核对。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.disclosures import Invitation, Reception
from declare.items.disclosures.choices import InvitationKind
from declare.law import D18, D23, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, THIRD_ID, day, flagged, person, silent, told, unit
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.mentions import participants
from declare.rules.spelling import plain
from declare.rules.subject import Subject


@rule(
    "D09",
    Text("宴请参与者不一致", "Those named at a banquet tell otherwise"),
    severity=3,
    basis=(D23.article(101), D18.article(92)),
    audience=REVIEWER,
    says=Text(
        "{happened}的宴请，参加人员中有{missing}人没有记录、{declined}人报告为已谢绝，请核对。",
        "Of those named at the banquet of {happened}, some have no record of it ({missing}) and some reported it as declined "
        "({declined}). Please check.",
    ),
    reads=(Invitation,),
    scope=PERSON,
)
def one_sided(subject: Subject) -> Iterator[Found]:
    """Banquets whose participants of the corps have no record of that day, or one that says declined."""
    for meal in subject.each(Invitation):
        if meal.kind is not InvitationKind.BANQUET or meal.declined or meal.happened is None:
            continue
        missing, declined = 0, []
        for number in _named(subject, meal):
            same_day = _invitations(subject, number, meal)
            if not same_day and not _received(subject, number, meal):
                missing += 1
            elif same_day and all(other.declined for other in same_day):
                declined.append(same_day[0])
        if missing or declined:
            also = tuple((other, "declined") for other in declined)
            yield finding(
                meal,
                "participants",
                also=also,
                on=meal.happened,
                happened=meal.happened,
                missing=missing,
                declined=len(declined),
            )


def _named(subject: Subject, meal: Invitation) -> list[str]:
    """The identity numbers of the others who took part, as far as they are of the corps."""
    who = {plain(subject.around.who(*one)) for one in participants(meal)}
    return sorted(who - {"", plain(subject.declarant)})


def _invitations(subject: Subject, number: str, meal: Invitation) -> list[Invitation]:
    """The invitations another declarant reported for that day."""
    known = (other for other in subject.others if plain(other.declarant) == number)
    return [one for other in known for one in other.each(Invitation) if one.happened == meal.happened]


def _received(subject: Subject, number: str, meal: Invitation) -> bool:
    """Whether the meal stands in another declarant's list of official receptions."""
    known = (other for other in subject.others if plain(other.declarant) == number)
    return any(one.happened == meal.happened for other in known for one in other.each(Reception))


_SCENE = (
    unit("JD", "江东市消防救援支队"),
    person(DECLARANT_ID, name="甲", unit="JD"),
    person(OTHER_ID, name="乙", unit="JD"),
    person(THIRD_ID, name="丙", unit="JD"),
)
_MEAL = Invitation(
    happened=day("2025-06-10"),
    kind=InvitationKind.BANQUET,
    participants="甲，江东市消防救援支队，副支队长\n乙，江东市消防救援支队，参谋",
)


def _mine(**changes: object) -> Kept:
    return told(structs.replace(_MEAL, **changes), filed_on="2025-06-12")


def _theirs(on: str = "2025-06-10", *, declined: bool | None = None, by: str = OTHER_ID) -> Kept:
    return told(Invitation(happened=day(on), declined=declined), filed_on="2025-06-13", declarant=by)


one_sided.cases(
    flagged("参加人员没有记录", _mine(), *_SCENE, at=("participants",), says="参加人员中有1人没有记录"),
    silent("参加人员也有报告", _mine(), _theirs(), *_SCENE),
    silent("参加人员填明没有谢绝", _mine(), _theirs(declined=False), *_SCENE),
    flagged("参加人员报告为已谢绝", _mine(), _theirs(declined=True), *_SCENE, at=("participants", "declined")),
    silent("谢绝了一场，参加了一场", _mine(), _theirs(declined=True), _theirs(), *_SCENE),
    flagged("报告的是另一天", _mine(), _theirs("2025-06-11"), *_SCENE),
    flagged("报告的是另一人", _mine(), _theirs(by=THIRD_ID), *_SCENE),
    silent(
        "参加人员填写的是公务接待",
        _mine(),
        told(Reception(happened=day("2025-06-10")), filed_on="2025-06-10", declarant=OTHER_ID),
        *_SCENE,
    ),
    flagged(
        "公务接待在另一天",
        _mine(),
        told(Reception(happened=day("2025-06-11")), filed_on="2025-06-11", declarant=OTHER_ID),
        *_SCENE,
    ),
    silent("本人已谢绝", _mine(declined=True), *_SCENE),
    flagged("本人填明没有谢绝", _mine(declined=False), *_SCENE),
    silent("不是宴请", _mine(kind=InvitationKind.FITNESS), *_SCENE),
    silent("日期没有填", _mine(happened=None), *_SCENE),
    silent("参加人员只有本人", _mine(participants="甲，江东市消防救援支队"), *_SCENE),
    silent("参加人员不在名册", _mine(participants="丁，江东市消防救援支队"), *_SCENE),
    silent("参加人员没有填", _mine(participants=""), *_SCENE),
    flagged("两人都没有记录，合为一条", _mine(participants="乙,JD\n丙,JD"), *_SCENE),
    flagged("两次宴请", _mine(), _mine(happened=day("2025-07-10")), *_SCENE, times=2),
)
