"""Laws of the state, and the standards the system checks numbers and safeguards by."""

from datetime import date

from declare.law.citation import Instrument
from declare.law.text import Text

XF = Instrument(
    "XF",
    Text("中华人民共和国刑法", "Criminal Law"),
    date(1997, 10, 1),
)
GWY = Instrument(
    "GWY",
    Text("中华人民共和国公务员法", "Civil Servants Law"),
    date(2019, 6, 1),
)
ZWCF = Instrument(
    "ZWCF",
    Text("中华人民共和国公职人员政务处分法", "Law on Administrative Sanctions for Public Officials"),
    date(2020, 7, 1),
)
JC18 = Instrument(
    "JC18",
    Text("中华人民共和国监察法（2018年）", "Supervision Law (2018)"),
    date(2018, 3, 20),
    date(2025, 5, 31),
)
JC24 = Instrument(
    "JC24",
    Text("中华人民共和国监察法", "Supervision Law (amended 2024)"),
    date(2025, 6, 1),
)
JCG = Instrument(
    "JCG",
    Text("中华人民共和国监察官法", "Supervisors Law"),
    date(2022, 1, 1),
)
PIPL = Instrument(
    "PIPL",
    Text("中华人民共和国个人信息保护法", "Personal Information Protection Law"),
    date(2021, 11, 1),
)
DSL = Instrument(
    "DSL",
    Text("中华人民共和国数据安全法", "Data Security Law"),
    date(2021, 9, 1),
)
CSL17 = Instrument(
    "CSL17",
    Text("中华人民共和国网络安全法（2016年）", "Cybersecurity Law (2016)"),
    date(2017, 6, 1),
    date(2025, 12, 31),
)
CSL = Instrument(
    "CSL",
    Text("中华人民共和国网络安全法", "Cybersecurity Law (amended 2025)"),
    date(2026, 1, 1),
)
PASSPORT = Instrument(
    "PASSPORT",
    Text("中华人民共和国护照法", "Passport Law"),
    date(2007, 1, 1),
)
XF19 = Instrument(
    "XF19",
    Text(
        "国家综合性消防救援队伍人员及其近亲属从业规定（厅字〔2019〕34号）",
        "Rules on Occupations of Fire and Rescue Staff and Their Near Relatives (2019)",
    ),
    date(2019, 5, 30),
)
GB11643 = Instrument(
    "GB11643",
    Text("GB 11643 公民身份号码", "GB 11643 Citizen identification number"),
    date(1999, 7, 1),
)
GB32100 = Instrument(
    "GB32100",
    Text("GB 32100 法人和其他组织统一社会信用代码编码规则", "GB 32100 Unified social credit identifier"),
    date(2015, 10, 1),
)
GBT22239 = Instrument(
    "GBT22239",
    Text(
        "GB/T 22239-2019 网络安全等级保护基本要求",
        "GB/T 22239-2019 Baseline for classified protection of cybersecurity",
    ),
    date(2019, 12, 1),
)
GBT39786 = Instrument(
    "GBT39786",
    Text("GB/T 39786-2021 信息系统密码应用基本要求", "GB/T 39786-2021 Baseline for cryptography applications"),
    date(2021, 10, 1),
)
