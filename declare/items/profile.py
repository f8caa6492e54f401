"""What a report says beside its tables: the declarant, the family, other matters and the promise."""

from typing import Annotated

from declare.items.choices import FamilyChange, Relation, Sex
from declare.items.kinds import Address, Country, Day, Flag, IdNumber, Line, OneOf, Prose, Region, RelativeNumber
from declare.items.spec import (
    DROP,
    INTERNAL,
    KEEP,
    OPEN,
    PERSONAL,
    PSEUDONYM,
    REGION,
    SECRET,
    YEAR,
    Covers,
    Entry,
    Mode,
    say,
    table,
)
from declare.law import FORM, Text


@table(
    "basic",
    number="T0",
    title=Text("报告人基本情况", "The declarant"),
    basis=FORM.whole("T0"),
    mode=Mode.STATUS,
    covers=Covers.SELF,
    note=Text(
        "按填报当日的情况填写；有多个职务的逐行填写。",
        "As things stand on the day you file. Where you hold several posts, give one a line.",
    ),
)
class Basic(Entry, frozen=True):
    """Who reports, as of the filing day."""

    name: Annotated[Line, say("姓名", "Name", PERSONAL, PSEUDONYM)] = ""
    sex: Annotated[OneOf[Sex], say("性别", "Sex", INTERNAL, KEEP)] = None
    ethnicity: Annotated[Line, say("民族", "Ethnic group", PERSONAL, DROP, optional=True)] = ""
    political_status: Annotated[Line, say("政治面貌", "Political status", PERSONAL, DROP, optional=True)] = ""
    id_number: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP)] = ""
    unit: Annotated[Line, say("工作单位", "Unit", OPEN, KEEP)] = ""
    post: Annotated[Line, say("现任职务", "Post", INTERNAL, KEEP)] = ""
    grade: Annotated[Line, say("职级或消防救援衔", "Grade or fire-and-rescue rank", INTERNAL, KEEP)] = ""
    portfolio: Annotated[
        Prose,
        say(
            "分工或主管业务",
            "Portfolio",
            INTERNAL,
            DROP,
            optional=True,
            hint=Text(
                "写明分管的部门和业务，用来核对亲属经商是否相关。",
                "The departments and fields you are in charge of; relatives’ businesses are compared with it.",
            ),
        ),
    ] = ""
    jurisdiction: Annotated[
        Region,
        say(
            "任职地区",
            "Jurisdiction",
            INTERNAL,
            REGION,
            hint=Text("任职单位管辖的行政区划。", "The division your unit is responsible for."),
        ),
    ] = ""
    home_address: Annotated[
        Address,
        say("家庭住址", "Home address", SECRET, REGION, hint=Text("家庭常住地址。", "Where the household lives.")),
    ] = ""
    in_post_since: Annotated[Day, say("任现职时间", "In post since", INTERNAL, YEAR)] = None


@table(
    "family",
    number="T0",
    title=Text("家庭成员及主要社会关系", "Family and close relatives"),
    basis=FORM.whole("T0"),
    mode=Mode.STATUS,
    covers=Covers.SELF,
    note=Text(
        "填写配偶、子女及其配偶，以及父母、兄弟姐妹、配偶的兄弟姐妹；离开家庭的成员保留一次并写明原因和时间。",
        "The spouse, the children and their spouses, parents, brothers and sisters, and those of the spouse. Keep a member who left for one report, with the reason and the day.",
    ),
)
class Member(Entry, frozen=True):
    """One member of the family, known by a key that stays the same across the years."""

    key: Annotated[
        Line,
        say(
            "编号",
            "Key",
            OPEN,
            PSEUDONYM,
            hint=Text("系统给出的编号，各年不变。", "Given by the system; it stays the same across the years."),
        ),
    ] = ""
    relation: Annotated[OneOf[Relation], say("称谓", "Relation", INTERNAL, KEEP)] = None
    name: Annotated[Line, say("姓名", "Name", PERSONAL, PSEUDONYM)] = ""
    sex: Annotated[OneOf[Sex], say("性别", "Sex", INTERNAL, KEEP)] = None
    born: Annotated[Day, say("出生日期", "Born", PERSONAL, YEAR, optional=True)] = None
    id_number: Annotated[
        RelativeNumber,
        say(
            "身份证件号码",
            "Identity number",
            SECRET,
            DROP,
            optional=True,
            hint=Text(
                "有公民身份号码的填18位号码；没有的填外国或者港澳台证件号码。",
                "The 18-digit identity number; where there is none, that of the foreign, Hong Kong, Macao or Taiwan document.",
            ),
        ),
    ] = ""
    document_kind: Annotated[
        Line,
        say(
            "证件名称",
            "Document",
            INTERNAL,
            DROP,
            optional=True,
            hint=Text(
                "不是居民身份证的，写明证件名称。", "The name of the document if it is no resident identity card."
            ),
        ),
    ] = ""
    nationality: Annotated[
        Country,
        say(
            "国籍(地区)",
            "Nationality",
            PERSONAL,
            KEEP,
            optional=True,
            hint=Text("中国国籍的可以不填。", "Leave empty for Chinese nationals."),
        ),
    ] = ""
    cohabiting: Annotated[
        Flag,
        say(
            "是否共同生活",
            "Living together",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text(
                "子女未满18周岁，或者成年但不能独立生活、由本人抚养的选“是”。",
                "For a child: yes if under 18, or an adult you support who cannot live independently.",
            ),
        ),
    ] = None
    spouse_of: Annotated[
        Line,
        say(
            "其配偶编号",
            "Spouse of",
            OPEN,
            PSEUDONYM,
            optional=True,
            hint=Text("子女的配偶：填其配偶（即子女）的编号。", "For a child’s spouse: the key of the child."),
        ),
    ] = ""
    change: Annotated[
        OneOf[FamilyChange],
        say(
            "增减原因",
            "Why added or gone",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text(
                "去年以来家庭成员增加或者离开的原因；没有变化的选“无”。",
                "Why a member joined or left since last year; “No change” if nothing did.",
            ),
        ),
    ] = None
    change_date: Annotated[Day, say("增减时间", "When", PERSONAL, YEAR, optional=True)] = None


@table(
    "closing",
    number="T22",
    title=Text("其他事项与承诺", "Other matters and promise"),
    basis=FORM.whole("T22"),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("其他需要向组织说明的情况，以及本人承诺。", "Anything else to tell the organisation, and your promise."),
)
class Closing(Entry, frozen=True):
    """What stands at the end of a report."""

    other_matters: Annotated[Prose, say("其他需要报告的事项", "Other matters", PERSONAL, DROP, optional=True)] = ""
    promise: Annotated[
        Flag,
        say(
            "本人承诺",
            "Promise: studied the rules, checked with the family, answers for truth and completeness",
            INTERNAL,
            KEEP,
            hint=Text(
                "已学习有关规定，并与配偶、子女及其配偶核对；对报告的真实性、完整性负责。",
                "I have studied the rules, checked this report with my spouse, my children and their spouses, and answer for its truth and completeness.",
            ),
        ),
    ] = None
