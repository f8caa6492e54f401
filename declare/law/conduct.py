"""Gifts, receptions, family occasions: the rules the disclosures rest on, local ones included."""

from datetime import date

from declare.law.citation import Instrument
from declare.law.text import Text

G93 = Instrument(
    "G93",
    Text(
        "国务院关于在对外公务活动中赠送和接受礼品的规定",
        "State Council Rules on Giving and Receiving Gifts in Official Dealings with Foreign Parties",
    ),
    date(1993, 12, 5),
)
G95 = Instrument(
    "G95",
    Text(
        "关于对党和国家机关工作人员在国内交往中收受礼品实行登记制度的规定",
        "Rules on Registering Gifts Received in Domestic Dealings",
    ),
    date(1995, 4, 30),
)
N158 = Instrument(
    "N158",
    Text("国管财字〔1995〕158号", "Notice 158 (1995) of the Government Offices Administration"),
    date(1995, 9, 2),
    note=Text(
        "二手资料，金额待核对原文；适用于中央国家机关。",
        "Known second-hand, the amounts have to be compared with the text; it applies to central organs.",
    ),
)
GJ13 = Instrument(
    "GJ13",
    Text("党政机关国内公务接待管理规定", "Rules on Official Receptions in China by Party and Government Bodies"),
    date(2013, 12, 1),
)
JY13 = Instrument(
    "JY13",
    Text("党政机关厉行节约反对浪费条例（2013年）", "Regulations on Practising Thrift and Opposing Waste (2013)"),
    date(2013, 11, 18),
    date(2025, 5, 17),
    note=Text(
        "施行日期待核实。",
        "The day it took effect has to be confirmed.",
    ),
)
JY25 = Instrument(
    "JY25",
    Text("党政机关厉行节约反对浪费条例", "Regulations on Practising Thrift and Opposing Waste (revised 2025)"),
    date(2025, 5, 18),
)
CUSTODY = Instrument(
    "CUSTODY",
    Text("因私出国（境）证件集中保管的规定", "Rules on Central Custody of Private Exit Documents"),
    date(2003, 1, 1),
    note=Text(
        "各地各单位规定，适用条款待核实。",
        "Set by places and units; the clause that applies has to be confirmed.",
    ),
)
HOUSING = Instrument(
    "HOUSING",
    Text("保障性住房政策", "Policies on Subsidised Housing"),
    date(1998, 7, 3),
    note=Text(
        "适用的文件和条款待核实。",
        "The document and clause that apply have to be confirmed.",
    ),
)
LOCAL = Instrument(
    "LOCAL",
    Text("本地婚丧喜庆管理规定", "Local Rules on Weddings, Funerals and Other Family Occasions"),
    date(2013, 1, 1),
    note=Text(
        "由单位选择所在地后适用。",
        "Applies once the organisation has chosen its place.",
    ),
)
HUNAN13 = Instrument(
    "HUNAN13",
    Text(
        "湖南省婚丧喜庆事宜规定（湘纪发〔2013〕17号）",
        "Hunan Rules on Weddings, Funerals and Other Family Occasions (2013)",
    ),
    date(2013, 1, 1),
)
HUNAN95 = Instrument(
    "HUNAN95",
    Text("湖南省收受礼品登记规定（湘办发〔1995〕37号）", "Hunan Rules on Registering Gifts (1995)"),
    date(1995, 1, 1),
    note=Text(
        "二手资料，施行日期和金额待核对原文。",
        "Known second-hand; the day it took effect and the amounts have to be compared with the text.",
    ),
)
