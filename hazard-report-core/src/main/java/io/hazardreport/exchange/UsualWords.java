package io.hazardreport.exchange;

/** The words found in ledgers in use, with the codes they stand for. */
final class UsualWords {

    private UsualWords() {}

    static LedgerVocabulary.Builder addTo(LedgerVocabulary.Builder words) {
        return words.add(LedgerColumn.KIND, "HAZARD", "隐患", "事故隐患")
                .add(LedgerColumn.KIND, "UNSAFE_ACT", "不安全行为", "违章", "违章行为", "unsafe act")
                .add(LedgerColumn.KIND, "NEAR_MISS", "未遂事件", "未遂", "险肇事件", "near miss")
                .add(LedgerColumn.KIND, "SUGGESTION", "合理化建议", "建议")
                .add(
                        LedgerColumn.SOURCE,
                        "SELF_REPORT",
                        "自报",
                        "自主报告",
                        "员工报告",
                        "职工报告",
                        "随手拍",
                        "self report",
                        "self-report")
                .add(LedgerColumn.SOURCE, "SHIFT_CHECK", "班组检查", "交接班检查", "班前检查", "岗位巡检", "shift check")
                .add(
                        LedgerColumn.SOURCE,
                        "ORGANISED_INSPECTION",
                        "组织检查",
                        "公司检查",
                        "日常检查",
                        "专项检查",
                        "综合检查",
                        "季节性检查",
                        "节假日检查",
                        "organised inspection")
                .add(LedgerColumn.SOURCE, "AUTHORITY", "主管部门", "主管部门检查", "执法检查", "政府检查", "上级检查")
                .add(LedgerColumn.SOURCE, "MONITORING", "监测", "监测报警", "在线监测", "监控")
                .add(LedgerColumn.SOURCE, "IMPORT", "导入", "历史台账")
                .add(LedgerColumn.IDENTITY, "OPEN", "公开", "实名公开", "实名")
                .add(LedgerColumn.IDENTITY, "RECEIVER_ONLY", "仅受理人知悉", "仅受理人可见", "保密", "实名保密")
                .add(LedgerColumn.IDENTITY, "ANONYMOUS", "匿名")
                .add(LedgerColumn.EMPLOYMENT, "REGULAR", "正式", "正式工", "正式员工", "合同工", "劳动合同", "合同制")
                .add(LedgerColumn.EMPLOYMENT, "TEMPORARY", "临时", "临时工", "临时用工", "短期用工")
                .add(LedgerColumn.EMPLOYMENT, "DISPATCHED", "派遣", "派遣工", "劳务派遣", "被派遣劳动者", "劳务工")
                .add(LedgerColumn.EMPLOYMENT, "INTERN", "实习", "实习生", "实习学生")
                .add(LedgerColumn.EMPLOYMENT, "CONTRACTOR", "承包商", "外包", "外包人员", "承包商人员", "外委")
                .add(LedgerColumn.JOB_ROLE, "MANAGER", "管理人员", "管理", "管理岗")
                .add(LedgerColumn.JOB_ROLE, "TECHNICIAN", "技术人员", "技术", "技术岗", "专业技术人员")
                .add(LedgerColumn.JOB_ROLE, "OPERATIVE", "岗位人员", "岗位操作人员", "操作人员", "操作工", "一线员工", "一线岗位人员", "操作岗")
                .add(LedgerColumn.JOB_ROLE, "SAFETY_OFFICER", "专职安全员", "安全员", "专职安全生产管理人员", "安全管理人员")
                .add(LedgerColumn.GRADE, "GENERAL", "一般", "一般隐患", "一般事故隐患")
                .add(LedgerColumn.GRADE, "MAJOR", "重大", "重大隐患", "重大事故隐患")
                .add(LedgerColumn.EFFORT, "FIX_NOW", "当场", "当场整改", "立即整改", "立查立改", "立行立改", "易")
                .add(LedgerColumn.EFFORT, "PLANNED", "计划", "计划整改", "限期整改", "难")
                .add(LedgerColumn.STATUS, "SUBMITTED", "待受理", "已报告", "未受理")
                .add(LedgerColumn.STATUS, "ADMITTED", "已受理", "待核查")
                .add(LedgerColumn.STATUS, "VERIFYING", "核查中")
                .add(LedgerColumn.STATUS, "CONFIRMED", "属实", "待整改", "未整改", "未整改完成")
                .add(LedgerColumn.STATUS, "RECTIFYING", "整改中", "正在整改", "治理中", "未闭环")
                .add(LedgerColumn.STATUS, "AWAITING_RECHECK", "待复查", "待验收", "待销号")
                .add(
                        LedgerColumn.STATUS,
                        "CLOSED",
                        "已销号",
                        "销号",
                        "已整改",
                        "己整改",
                        "已经整改",
                        "整改完成",
                        "已整改完成",
                        "整改完毕",
                        "已完成",
                        "已完成整改",
                        "已整改销号",
                        "已闭环",
                        "现场处置",
                        "现场整改",
                        "当场整改",
                        "已现场整改")
                .add(LedgerColumn.STATUS, "NOT_ADMITTED", "不予受理")
                .add(LedgerColumn.STATUS, "UNFOUNDED", "不属实", "查无此事")
                .add(LedgerColumn.STATUS, "UNVERIFIABLE", "无法核实")
                .add(LedgerColumn.STATUS, "DUPLICATE", "重复", "重复报告")
                .add(LedgerColumn.STATUS, "TRANSFERRED", "已移交", "移交");
    }
}
