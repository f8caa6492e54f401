"""职级 · Ranks and grades in their order, as far as one can be compared with another."""

from declare.items.folding import folded

LADDERS: tuple[tuple[str, ...], ...] = (
    (
        "四级指挥员",
        "三级指挥员",
        "二级指挥员",
        "一级指挥员",
        "三级指挥长",
        "二级指挥长",
        "一级指挥长",
        "高级指挥长",
        "助理总监",
        "副总监",
        "总监",
    ),
    (
        "二级科员",
        "一级科员",
        "四级主任科员",
        "三级主任科员",
        "二级主任科员",
        "一级主任科员",
        "四级调研员",
        "三级调研员",
        "二级调研员",
        "一级调研员",
        "二级巡视员",
        "一级巡视员",
    ),
)
"""消防救援衔 and 综合管理类公务员职级, each from the lowest to the highest."""

PREFIX = "专业技术"
"""What the ranks of specialists begin with; they climb the same ladder."""


def climbed(before: str, now: str) -> int | None:
    """By how many steps a rank rose, negative where it fell, 0 where it is the same; None where the two cannot be compared."""
    one, other = folded(before), folded(now)
    if not one or not other:
        return None
    if one == other:
        return 0
    for ladder in LADDERS:
        steps = _step(ladder, one), _step(ladder, other)
        if steps[0] is not None and steps[1] is not None:
            return steps[1] - steps[0]
    return None


def _step(ladder: tuple[str, ...], rank: str) -> int | None:
    """Where a rank stands on a ladder."""
    bare = rank.removeprefix(PREFIX)
    return ladder.index(bare) if bare in ladder else None
