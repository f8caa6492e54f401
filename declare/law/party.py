"""The party's own rules, and the report form."""

from datetime import date

from declare.law.citation import Instrument
from declare.law.text import Text

R10 = Instrument(
    "R10",
    Text("关于领导干部报告个人有关事项的规定", "Rules on Reporting of Personal Matters by Leading Cadres (2010)"),
    date(2010, 5, 26),
    date(2017, 2, 7),
)
R17 = Instrument(
    "R17",
    Text("领导干部报告个人有关事项规定", "Rules on Reporting of Personal Matters by Leading Cadres"),
    date(2017, 2, 8),
    note=Text(
        "2023年4月修订，修订文本未公开；公布前仍按2017年文本引用。",
        "Revised in April 2023; the revised text is unpublished, so the 2017 text stays cited until it is entered.",
    ),
)
M17 = Instrument(
    "M17",
    Text(
        "领导干部个人有关事项报告查核结果处理办法",
        "Measures on Handling the Results of Checking Personal-Matters Reports",
    ),
    date(2017, 2, 8),
    note=Text(
        "2023年以后是否修订待核实。",
        "Whether the measures were replaced after 2023 has still to be confirmed.",
    ),
)
FORM = Instrument(
    "FORM",
    Text("领导干部个人有关事项报告表", "Personal-Matters Report Form for Leading Cadres"),
    date(2017, 2, 8),
    note=Text(
        "2017年以后使用的表样；各年度以组织部门印发的表样为准。",
        "The form used since 2017; the one the organisation department issues for the year prevails.",
    ),
)
JS22 = Instrument(
    "JS22",
    Text(
        "领导干部配偶、子女及其配偶经商办企业管理规定",
        "Provisions on Businesses Run by the Spouses, Children and Children’s Spouses of Leading Cadres",
    ),
    date(2022, 6, 19),
    note=Text(
        "全文未公开。",
        "The full text is unpublished.",
    ),
)
D15 = Instrument(
    "D15",
    Text(
        "中国共产党纪律处分条例（2015年）", "Regulations on Disciplinary Action of the Communist Party of China (2015)"
    ),
    date(2016, 1, 1),
    date(2018, 9, 30),
)
D18 = Instrument(
    "D18",
    Text(
        "中国共产党纪律处分条例（2018年）", "Regulations on Disciplinary Action of the Communist Party of China (2018)"
    ),
    date(2018, 10, 1),
    date(2023, 12, 31),
)
D23 = Instrument(
    "D23",
    Text("中国共产党纪律处分条例", "Regulations on Disciplinary Action of the Communist Party of China (2023)"),
    date(2024, 1, 1),
)
LZ10 = Instrument(
    "LZ10",
    Text("中国共产党党员领导干部廉洁从政若干准则", "Code of Integrity for Party Members in Leading Positions"),
    date(2010, 1, 18),
    date(2015, 12, 31),
)
LJ16 = Instrument(
    "LJ16",
    Text("中国共产党廉洁自律准则", "Code of Integrity and Self-Discipline of the Communist Party of China"),
    date(2016, 1, 1),
)
JDZJ = Instrument(
    "JDZJ",
    Text(
        "中国共产党纪律检查机关监督执纪工作规则",
        "Rules on Supervision and Discipline Work of Discipline Inspection Organs",
    ),
    date(2019, 1, 1),
)
ZZCL = Instrument(
    "ZZCL",
    Text("中国共产党组织处理规定（试行）", "Provisions on Organisational Handling (Trial)"),
    date(2021, 3, 19),
)
ZRZ = Instrument(
    "ZRZ",
    Text("关于实行党风廉政建设责任制的规定", "Provisions on the Responsibility System for Clean Governance"),
    date(2010, 11, 10),
)
