"""Everything that is written into the audit has one of these names; the list is closed."""

from enum import Enum
from typing import Self

from declare.law import Text


class Act(Enum):
    """What was done: the name that is stored, then what it is called in both languages."""

    label: Text

    def __new__(cls, name: str, zh: str, en: str) -> Self:
        """An act is found by its name alone."""
        act = object.__new__(cls)
        act._value_ = name
        act.label = Text(zh, en)
        return act

    SIGN_IN = ("session.sign_in", "登录", "Signed in")
    SIGN_IN_REFUSED = ("session.sign_in_refused", "登录未成功", "Sign-in refused")
    SIGN_OUT = ("session.sign_out", "退出", "Signed out")
    SESSION_REVOKE = ("session.revoke", "撤销会话", "Session revoked")
    STEP_UP = ("session.step_up", "再次验证身份", "Identity confirmed again")
    STEP_UP_REFUSED = ("session.step_up_refused", "再次验证未通过", "Identity not confirmed")

    ACCOUNT_CREATE = ("account.create", "建立账号", "Account created")
    ACCOUNT_DISABLE = ("account.disable", "停用账号", "Account disabled")
    ACCOUNT_ENABLE = ("account.enable", "恢复账号", "Account enabled")
    ACCOUNT_CHANGE = ("account.change", "修改账号", "Account changed")
    PASSWORD_CHANGE = ("account.password_change", "修改密码", "Password changed")
    PASSWORD_RESET = ("account.password_reset", "重置密码", "Password reset")
    FACTOR_ADD = ("account.factor_add", "登记第二验证方式", "Second factor added")
    FACTOR_REMOVE = ("account.factor_remove", "移除第二验证方式", "Second factor removed")
    FACTOR_SUSPECT = (
        "account.factor_suspect",
        "通行密钥计数倒退，可能被复制",
        "A passkey counted backwards, perhaps copied",
    )
    FACTOR_RESET_ASK = ("account.factor_reset_ask", "申请重置第二验证方式", "Reset of second factors requested")
    FACTOR_RESET_REFUSE = ("account.factor_reset_refuse", "不同意重置第二验证方式", "Reset of second factors refused")

    GRANT_REQUEST = ("grant.request", "申请授权", "Role requested")
    GRANT_GIVE = ("grant.give", "授予角色", "Role granted")
    GRANT_WITHDRAW = ("grant.withdraw", "收回角色", "Role withdrawn")

    ACCESS_REVIEW = ("access.review", "权限复核", "Accounts and rights reviewed")
    ACCESS_REFUSED = ("access.refused", "拒绝访问", "Access refused")
    CONTENT_OPEN = ("content.open", "打开内容", "Content opened")
    CONTENT_REFUSED = ("content.refused", "数据校验失败", "Content failed its check")
    CONTENT_UNMASK = ("content.unmask", "显示遮蔽内容", "Masked content shown")

    UNIT_CREATE = ("unit.create", "建立单位", "Unit created")
    UNIT_CHANGE = ("unit.change", "修改单位", "Unit changed")
    PERSON_CREATE = ("person.create", "登记人员", "Person entered")
    PERSON_CHANGE = ("person.change", "修改人员信息", "Person changed")
    PERSON_MOVE = ("person.move", "人员调动", "Person moved")

    CAMPAIGN_OPEN = ("campaign.open", "开始年度报告", "Campaign opened")
    CAMPAIGN_CHANGE = ("campaign.change", "调整年度报告", "Campaign changed")
    CAMPAIGN_CLOSE = ("campaign.close", "结束年度报告", "Campaign closed")
    DECLARATION_CREATE = ("declaration.create", "建立报告", "Declaration started")
    DECLARATION_SAVE = ("declaration.save", "保存报告内容", "Declaration saved")
    DECLARATION_SUBMIT = ("declaration.submit", "提交报告", "Declaration submitted")
    DECLARATION_REOPEN = ("declaration.reopen", "退回更正", "Declaration reopened")
    DECLARATION_SIGN_OFF = ("declaration.sign_off", "负责人签署", "Declaration signed off")
    DECLARATION_REMOVE = ("declaration.remove", "删除草稿", "Draft removed")
    DECLARATION_REMIND = ("declaration.remind", "催报", "Declarant reminded")
    RECEIPT_ISSUE = ("receipt.issue", "出具回执", "Receipt issued")

    DISCLOSURE_CREATE = ("disclosure.create", "登记廉政事项", "Disclosure started")
    DISCLOSURE_SAVE = ("disclosure.save", "保存廉政事项", "Disclosure saved")
    DISCLOSURE_SUBMIT = ("disclosure.submit", "提交廉政事项", "Disclosure submitted")
    DISCLOSURE_WITHDRAW = ("disclosure.withdraw", "撤回廉政事项", "Disclosure withdrawn")
    CUSTODY_RECORD = ("custody.record", "记录上交物品去向", "Custody recorded")

    REGISTRY_LOAD = ("registry.load", "载入登记信息", "Registry extract loaded")
    REGISTRY_UPLOAD = ("registry.upload", "上传核查数据文件", "Extract file handed over")
    REGISTRY_DISCARD = ("registry.discard", "放弃核查数据文件", "Extract file discarded")
    REGISTRY_DELETE = ("registry.delete", "删除核查数据", "Registry extract deleted")
    REGISTRY_MATCH = ("registry.match", "比对登记信息", "Registry extract matched")
    CHECK_RUN = ("check.run", "运行核对规则", "Rules run")
    FINDING_OPEN = ("finding.open", "记录疑点", "Finding recorded")
    FINDING_CURE = ("finding.cure", "疑点已消除", "Finding cured")
    FINDING_DECIDE = ("finding.decide", "处理疑点", "Finding decided")
    FINDING_PROPOSE = ("finding.propose", "提请处理疑点", "Decision on a finding proposed")
    FINDING_EXPLAIN = ("finding.explain", "说明疑点", "Finding explained")
    MATCH_JUDGE = ("match.judge", "判断是否同一项", "Match judged")
    FINDING_LAPSE = ("finding.lapse", "提请处理逾期作废", "Proposal on a finding lapsed")
    UNMASK_ASK = ("unmasking.ask", "申请查看遮蔽内容", "Sight of masked content requested")
    UNMASK_GRANT = ("unmasking.grant", "同意查看遮蔽内容", "Sight of masked content granted")
    UNMASK_REFUSE = ("unmasking.refuse", "不同意查看遮蔽内容", "Sight of masked content refused")
    UNMASK_WITHDRAW = ("unmasking.withdraw", "收回查看遮蔽内容", "Sight of masked content withdrawn")
    CONSULTATION_RETURN = ("consultation.return", "归还查阅材料", "Consulted material returned")
    CONSULTATION_EXPORT = ("consultation.export", "导出查阅登记", "Register of consultations exported")
    CASE_OPEN = ("case.open", "建立核查事项", "Case opened")
    CASE_ASSIGN = ("case.assign", "分派核查事项", "Case assigned")
    CASE_RECUSE = ("case.recuse", "回避", "Reviewer recused")
    CASE_CHANGE = ("case.change", "更新核查事项", "Case changed")
    CASE_CLOSE = ("case.close", "办结核查事项", "Case closed")
    INQUIRY_SEND = ("inquiry.send", "发出函询", "Inquiry sent")
    INQUIRY_REPLY = ("inquiry.reply", "回复函询", "Inquiry answered")
    DRAW_HOLD = ("draw.hold", "随机抽取", "Draw held")
    VERIFICATION_RECORD = ("verification.record", "记录核实结果", "Verification recorded")

    RELEASE_REQUEST = ("release.request", "申请导出", "Export requested")
    RELEASE_APPROVE = ("release.approve", "批准导出", "Export approved")
    RELEASE_REFUSE = ("release.refuse", "不批准导出", "Export refused")
    RELEASE_BUILD = ("release.build", "生成导出文件", "Export built")
    RELEASE_DOWNLOAD = ("release.download", "下载导出文件", "Export downloaded")

    IMPORT_RUN = ("import.run", "载入文件", "File loaded")
    IMPORT_REFUSED = ("import.refused", "拒绝载入文件", "File refused")
    WORK_RECORD = ("work.record", "记录工作事项", "Work recorded")
    DEMO_LOAD = ("demo.load", "载入演示数据", "Demonstration data loaded")
    PARAMETER_PROPOSE = ("parameter.propose", "提请调整规则参数", "Rule parameter proposed")
    PARAMETER_TEST = ("parameter.test", "试算规则参数", "Rule parameter tried on past years")
    PARAMETER_PUBLISH = ("parameter.publish", "发布规则参数", "Rule parameter published")
    PARAMETER_REFUSE = ("parameter.refuse", "不同意调整规则参数", "Rule parameter refused")
    PARAMETER_WITHDRAW = ("parameter.withdraw", "撤回规则参数调整", "Rule parameter withdrawn")
    PARAMETER_LAPSE = ("parameter.lapse", "规则参数调整逾期作废", "Rule parameter lapsed")

    LEARNING_RECORD = ("learning.record", "记录学习测试", "Learning recorded")
    INSPECTION_RECORD = ("inspection.record", "记录检查", "Inspection recorded")
    DUTY_RECORD = ("duty.record", "记录责任落实", "Duty recorded")
    STATISTICS_READ = ("statistics.read", "查看统计", "Statistics read")

    JOB_RUN = ("job.run", "运行后台任务", "Job run")
    JOB_FAIL = ("job.fail", "后台任务失败", "Job failed")
    KEY_ROTATE = ("key.rotate", "轮换主密钥", "Master key rotated")
    KEY_REWRAP = ("key.rewrap", "重新包装数据密钥", "Data keys wrapped anew")
    KEY_RETIRE = ("key.retire", "停用旧的主密钥", "Old master key retired")
    KEY_SHRED = ("key.shred", "销毁密钥", "Key destroyed")
    AUDIT_READ = ("audit.read", "查看审计", "Audit read")
    AUDIT_VERIFY = ("audit.verify", "校验审计", "Audit verified")
    AUDIT_EXPORT = ("audit.export", "导出审计日志", "Audit extract handed over")
    WITNESS_REFUSED = ("audit.witness_refused", "见证人拒绝见证", "Witness refused a head")
    RETENTION_DESTROY = ("retention.destroy", "到期销毁", "Destroyed at the end of its time")
    BACKUP_MAKE = ("backup.make", "备份", "Backup made")
    BACKUP_RESTORE = ("backup.restore", "恢复备份", "Backup restored")


ACTS = {act.value: act for act in Act}


def act(name: str) -> Act:
    """The act of that name; ValueError for one the vocabulary does not know."""
    if name not in ACTS:
        raise ValueError(f"the audit knows no action {name}")
    return ACTS[name]
