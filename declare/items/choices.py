"""Every closed list of the report form, with both labels."""

from declare.items.spec import Choice


class Sex(Choice):
    """男女 · Sex as the identity document states it."""

    MALE = "male", "男", "Male"
    FEMALE = "female", "女", "Female"


class FamilyChange(Choice):
    """增减原因 · Why a member of the family was added or left."""

    NONE = "none", "无", "No change"
    MARRIAGE = "marriage", "结婚", "Marriage"
    DIVORCE = "divorce", "离婚", "Divorce"
    BIRTH = "birth", "出生", "Birth"
    ADOPTION = "adoption", "收养", "Adoption"
    DEATH = "death", "去世", "Death"
    MAJORITY = "majority", "成年独立", "Grown up and independent"
    OTHER = "other", "其他", "Other"


class Relation(Choice):
    """称谓 · How a person is related to the declarant."""

    SPOUSE = "spouse", "配偶", "Spouse"
    CHILD = "child", "子女", "Child"
    CHILD_SPOUSE = "child_spouse", "子女的配偶", "Child's spouse"
    PARENT = "parent", "父母", "Parent"
    SIBLING = "sibling", "兄弟姐妹", "Brother or sister"
    SPOUSE_SIBLING = "spouse_sibling", "配偶的兄弟姐妹", "Spouse's brother or sister"
    OTHER = "other", "其他", "Other"


class MaritalState(Choice):
    """婚姻状况 · Marital status on the filing day."""

    SINGLE = "single", "未婚", "Never married"
    MARRIED = "married", "已婚", "Married"
    DIVORCED = "divorced", "离异", "Divorced"
    WIDOWED = "widowed", "丧偶", "Widowed"


class MaritalChange(Choice):
    """变化情况 · What changed in the marriage during the period."""

    NONE = "none", "无变化", "No change"
    MARRIED = "married", "结婚", "Got married"
    DIVORCED = "divorced", "离婚", "Got divorced"
    REMARRIED = "remarried", "再婚", "Remarried"
    WIDOWED = "widowed", "丧偶", "Was widowed"


class PermitKind(Choice):
    """通行证种类 · Which travel permit."""

    HK_MACAO = "hk_macao", "往来港澳通行证", "Exit-entry permit for Hong Kong and Macao"
    TAIWAN = "taiwan", "大陆居民往来台湾通行证", "Mainland residents’ travel permit to Taiwan"


class TripPurpose(Choice):
    """事由 · What a private trip was for."""

    FAMILY = "family", "探亲", "Visiting family"
    FRIENDS = "friends", "访友", "Visiting friends"
    ACADEMIC = "academic", "学术交流", "Academic exchange"
    MEDICAL = "medical", "就医", "Medical treatment"
    TOURISM = "tourism", "旅游", "Tourism"
    ESTATE = "estate", "继承、接受或处理财产", "Inheriting, receiving or settling property"
    OTHER = "other", "其他", "Other"


class EmigrationKind(Choice):
    """移居类别 · By which right a person lives abroad."""

    NATIONALITY = "nationality", "外国国籍", "Foreign nationality"
    PERMANENT = "permanent", "永久居留资格", "Permanent residence"
    LONG_TERM = "long_term", "长期居留许可", "Long-term residence permit"


class EmployerKind(Choice):
    """单位性质 · What kind of employer, or what a person without one does."""

    PARTY_STATE = "party_state", "党政机关", "Party or government body"
    INSTITUTION = "institution", "事业单位", "Public institution"
    SOE = "soe", "国有企业", "State-owned enterprise"
    MILITARY = "military", "军队", "Armed forces"
    SOLE_TRADER = "sole_trader", "个体工商户", "Sole trader"
    PRIVATE = "private", "私营企业", "Private company"
    FOREIGN = "foreign", "外资企业", "Foreign-invested company"
    NGO_OFFICE = "ngo_office", "境外非政府组织代表机构", "Office of an overseas NGO"
    ABROAD = "abroad", "国（境）外机构", "Organisation outside mainland China"
    STUDENT = "student", "学生", "In education"
    PRESCHOOL = "preschool", "学龄前", "Below school age"
    UNEMPLOYED = "unemployed", "待业", "Not employed"
    RETIRED = "retired", "退休", "Retired"
    OTHER = "other", "其他", "Other"


class ProsecutionStage(Choice):
    """处理阶段 · How far criminal proceedings have come."""

    FILED = "filed", "立案侦查", "Under criminal investigation"
    REVIEW = "review", "审查起诉", "Under review for prosecution"
    TRIAL = "trial", "刑事审判", "On trial"
    SERVING = "serving", "刑罚执行", "Serving the sentence"
    SERVED = "served", "执行完毕", "Sentence served"
    OTHER = "other", "其他", "Other"


class EstateKind(Choice):
    """房产性质和功能类型 · What kind of property."""

    COMMODITY = "commodity", "商品房", "Market housing"
    WELFARE = "welfare", "福利房(含房改房)", "Welfare housing (incl. privatised public housing)"
    AFFORDABLE = "affordable", "经济适用房", "Affordable housing"
    CAPPED = "capped", "限价房", "Price-capped housing"
    SELF_BUILT = "self_built", "自建房", "Self-built house"
    PARKING = "parking", "车库/车位", "Garage or parking space"
    STORAGE = "storage", "储藏间", "Storeroom"
    SHOP = "shop", "商铺", "Shop"
    FACTORY = "factory", "厂房", "Factory building"
    HOTEL_FLAT = "hotel_flat", "酒店式公寓", "Serviced apartment"
    OTHER = "other", "其他", "Other"


class EstateSource(Choice):
    """来源 · How a property was acquired."""

    BOUGHT = "bought", "购买", "Bought"
    INHERITED = "inherited", "继承", "Inherited"
    GIFT = "gift", "接受赠与", "Received as a gift"
    OTHER = "other", "其他", "Other"


class EstateExit(Choice):
    """去向 · How a property was disposed of."""

    NONE = "none", "未处置", "Still held"
    SOLD = "sold", "出售", "Sold"
    GIVEN = "given", "赠与他人", "Given away"
    OTHER = "other", "其他", "Other"


class Ownership(Choice):
    """共有方式 · How several owners hold a property."""

    SOLE = "sole", "单独所有", "Sole ownership"
    JOINT = "joint", "共同共有", "Joint ownership"
    SHARES = "shares", "按份共有", "Ownership by shares"


class CompanyKind(Choice):
    """企业类型 · The legal form of a business."""

    JOINT_STOCK = "joint_stock", "股份有限公司", "Company limited by shares"
    LIMITED = "limited", "有限责任公司", "Limited liability company"
    SOLE_TRADER = "sole_trader", "个体工商户", "Sole trader"
    SOLE_PROP = "sole_prop", "个人独资企业", "Sole proprietorship"
    PARTNERSHIP = "partnership", "合伙企业", "Partnership"
    OVERSEAS = "overseas", "国（境）外注册公司或投资入股", "Company or shareholding outside mainland China"
    OTHER = "other", "其他", "Other"


class CompanyState(Choice):
    """状态 · Where a business stands in the register."""

    OPEN = "open", "存续", "Operating"
    DORMANT = "dormant", "停业", "Dormant"
    REVOKED = "revoked", "吊销未注销", "Licence revoked, not deregistered"
    CANCELLED = "cancelled", "注销", "Deregistered"
    TRANSFERRED = "transferred", "已转让", "Transferred"


class OverseasKind(Choice):
    """投资类别 · What was invested in abroad."""

    COMPANY = "company", "公司或股权", "Company or shareholding"
    ESTATE = "estate", "房产", "Real estate"
    STOCKS = "stocks", "股票", "Stocks"
    FUNDS = "funds", "基金", "Funds"
    INSURANCE = "insurance", "保险", "Insurance"
    OTHER = "other", "其他", "Other"


class LendingSide(Choice):
    """借入或借出 · Which side of a loan."""

    BORROWED = "borrowed", "借入", "Borrowed"
    LENT = "lent", "借出", "Lent"


class FilingKind(Choice):
    """报告类别 · Why a report is filed."""

    FIRST = "first", "首次报告", "First report"
    ANNUAL = "annual", "年度集中报告", "Annual report"
    CHANGE = "change", "即时补充报告", "Report of a change"
    PROMOTION = "promotion", "拟提拔报告", "Report before promotion"
    RESIGNATION = "resignation", "辞职报告", "Report on resignation"
    CORRECTION = "correction", "更正报告", "Correction"
