"""Closed lists that only the registries use."""

from declare.items.spec import Choice


class ExitDocumentKind(Choice):
    """出入境证件种类 · Which travel document."""

    PASSPORT = "passport", "普通护照", "Ordinary passport"
    HK_MACAO = "hk_macao", "往来港澳通行证", "Exit-entry permit for Hong Kong and Macao"
    TAIWAN = "taiwan", "大陆居民往来台湾通行证", "Mainland residents’ travel permit to Taiwan"


class OverseasStatusKind(Choice):
    """境外身份 · By which right a person is abroad, or that they stay there."""

    NATIONALITY = "nationality", "外国国籍", "Foreign nationality"
    PERMANENT = "permanent", "永久居留资格", "Permanent residence"
    LONG_TERM = "long_term", "长期居留许可", "Long-term residence permit"
    STAY = "stay", "停留", "Stay"


class TitleState(Choice):
    """登记状态 · Whether a home is still held."""

    HELD = "held", "持有", "Held"
    SOLD = "sold", "已转让", "Sold"


class PolicyState(Choice):
    """保单状态 · Whether a policy is in force."""

    IN_FORCE = "in_force", "有效", "In force"
    LAPSED = "lapsed", "失效", "Lapsed"


class CompanyRole(Choice):
    """身份 · What a person is in a firm."""

    SHAREHOLDER = "shareholder", "股东", "Shareholder"
    SENIOR = "senior", "高级管理人员", "Senior post"
    OWNER = "owner", "经营者", "Owner"


class PromotionKind(Choice):
    """事项 · What a person is proposed for."""

    PROMOTION = "promotion", "拟提拔", "Promotion"
    RESERVE = "reserve", "列入后备人选", "Reserve list"
    FURTHER_USE = "further_use", "进一步使用", "Further use"
    RESIGNATION = "resignation", "辞去公职", "Resignation"


class SanctionKind(Choice):
    """处理种类 · Which sanction."""

    TALK_WARNING = "talk_warning", "诫勉", "Admonition"
    PARTY_WARNING = "party_warning", "党内警告", "Party warning"
    PARTY_SERIOUS_WARNING = "party_serious_warning", "党内严重警告", "Serious party warning"
    REMOVED_PARTY_POST = "removed_party_post", "撤销党内职务", "Removal from party post"
    WARNING = "warning", "政务警告", "Administrative warning"
    DEMERIT = "demerit", "政务记过", "Demerit"
    SERIOUS_DEMERIT = "serious_demerit", "政务记大过", "Serious demerit"
    DEMOTION = "demotion", "政务降级", "Demotion"
    REMOVAL = "removal", "政务撤职", "Removal from office"
