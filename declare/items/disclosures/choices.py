"""Every closed list of the disclosures, with both labels."""

from declare.items.spec import Choice


class GiftDirection(Choice):
    """收受或赠送 · Received or given."""

    RECEIVED = "received", "收受", "Received"
    GIVEN = "given", "赠送", "Given"


class GiverRelation(Choice):
    """与本人关系 · How the giver or host stands to the declarant."""

    MANAGED = "managed", "管理服务对象", "Managed or served party"
    SUBORDINATE = "subordinate", "下属", "Subordinate"
    SUPERIOR = "superior", "上级", "Superior"
    PARTNER = "partner", "业务往来单位", "Business counterpart"
    COLLEAGUE = "colleague", "同事", "Colleague"
    FRIEND = "friend", "朋友", "Friend"
    RELATIVE = "relative", "亲属", "Relative"
    FOREIGN = "foreign", "外方", "Foreign party"
    OTHER = "other", "其他", "Other"


class GiftKind(Choice):
    """礼品类别 · What was given."""

    GOODS = "goods", "礼品", "Goods"
    CASH = "cash", "礼金", "Cash"
    CARD = "card", "消费卡/购物卡", "Prepaid or shopping card"
    SECURITY = "security", "有价证券", "Securities"
    EQUITY = "equity", "股权", "Equity"
    METAL = "metal", "贵金属/首饰", "Precious metal or jewellery"
    PAYMENT_CODE = "payment_code", "电子红包/支付凭证", "Electronic red packet or payment voucher"
    OTHER = "other", "其他", "Other"


class GiftOutcome(Choice):
    """处理方式 · What the recipient did with a gift."""

    REFUSED = "refused", "当场拒收", "Refused on the spot"
    RETURNED = "returned", "已退还", "Returned"
    HANDED_OVER = "handed_over", "已上交", "Handed over"
    KEPT = "kept", "按规定留存", "Kept as the rules allow"
    PENDING = "pending", "待处理", "Not settled yet"


class Disposal(Choice):
    """处置 · What became of a gift after it was handed over."""

    STORED = "stored", "保管", "In storage"
    TREASURY = "treasury", "上缴国库", "Paid into the treasury"
    AUCTIONED = "auctioned", "拍卖", "Auctioned"
    DONATED = "donated", "捐赠", "Donated"
    OFFICE_USE = "office_use", "公用", "Put to office use"
    RETURNED = "returned", "退还", "Returned"
    DESTROYED = "destroyed", "销毁", "Destroyed"


class InvitationKind(Choice):
    """活动类别 · What one was invited to."""

    BANQUET = "banquet", "宴请", "Banquet"
    TRAVEL = "travel", "旅游", "Travel"
    FITNESS = "fitness", "健身", "Fitness"
    ENTERTAINMENT = "entertainment", "娱乐", "Entertainment"
    CLUB = "club", "私人会所", "Private club"
    TICKETS = "tickets", "演出/赛事票券", "Tickets to shows or matches"
    OTHER = "other", "其他", "Other"


class Payer(Choice):
    """费用承担 · Who paid."""

    SELF = "self", "自费", "Paid by oneself"
    HOST = "host", "对方支付", "Paid by the host"
    PUBLIC = "public", "公款", "Public money"
    THIRD_PARTY = "third_party", "第三方支付", "Paid by a third party"


class ReceptionGuestKind(Choice):
    """来访层级 · From which level official guests come."""

    SUPERIOR = "superior", "上级", "From a higher body"
    PEER = "peer", "同级", "From a body of the same level"
    SUBORDINATE = "subordinate", "下级", "From a lower body"
    OTHER = "other", "其他", "Other"


class CeremonyKind(Choice):
    """事宜 · The family occasion."""

    WEDDING = "wedding", "婚礼", "Wedding"
    FUNERAL = "funeral", "丧葬", "Funeral"
    BIRTH = "birth", "满月/百日", "First month or hundred days of a child"
    BIRTHDAY = "birthday", "生日/寿宴", "Birthday"
    SCHOOLING = "schooling", "升学", "Admission to school or university"
    HOUSEWARMING = "housewarming", "乔迁", "Housewarming"
    OTHER = "other", "其他", "Other"


class InterferenceKind(Choice):
    """方式 · How somebody interfered in a case."""

    INQUIRY = "inquiry", "打听案情", "Asked about a case"
    PLEA = "plea", "说情", "Pleaded for someone"
    PRESSURE = "pressure", "施压", "Put on pressure"
    MEDDLING = "meddling", "插手干预", "Meddled in a case"
    CONTACT = "contact", "未经批准接触", "Made contact without approval"
