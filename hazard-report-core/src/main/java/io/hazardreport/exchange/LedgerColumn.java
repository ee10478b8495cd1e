package io.hazardreport.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Text;
import java.util.List;

/**
 * What a column of a hazard ledger may hold, with the headers by which it is known; earlier headers go before later ones
 * where a ledger has several.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Text cannot change
public enum LedgerColumn {
    /** The row's own number in the ledger. */
    @JsonProperty("ID")
    ID("编号", "Number", "编号", "报告编号", "隐患编号", "台账编号", "登记编号", "id", "report id", "no", "number", "序号"),
    /** When it was reported, else found. */
    @JsonProperty("REPORTED_AT")
    REPORTED_AT(
            "报告时间",
            "Reported at",
            "报告时间",
            "报告日期",
            "上报时间",
            "上报日期",
            "提交时间",
            "登记时间",
            "发现时间",
            "发现日期",
            "排查时间",
            "排查日期",
            "检查时间",
            "检查日期",
            "时间",
            "日期",
            "reported at",
            "report date",
            "report time",
            "date reported",
            "date",
            "time"),
    /** What was found; the one column a ledger must have. */
    @JsonProperty("TEXT")
    TEXT(
            "隐患描述",
            "Description",
            "隐患描述",
            "隐患问题描述",
            "重大隐患描述",
            "问题描述",
            "不合格项描述",
            "描述",
            "隐患内容",
            "报告内容",
            "问题内容",
            "存在问题",
            "存在的问题",
            "描述/照片",
            "内容",
            "隐患情况",
            "隐患名称",
            "description",
            "hazard description",
            "text",
            "content",
            "narrative",
            "hazard"),
    /** What the reporter proposes. */
    @JsonProperty("SUGGESTION")
    SUGGESTION("合理化建议", "Suggestion", "合理化建议", "整改建议", "措施建议", "建议措施", "建议", "suggestion", "proposal"),
    /** Where it was found. */
    @JsonProperty("PLACE")
    PLACE(
            "地点",
            "Place",
            "地点",
            "隐患地点",
            "隐患部位",
            "隐患位置",
            "隐患所在区域/部门",
            "隐患所在区域",
            "检查区域",
            "检查工点",
            "部位",
            "位置",
            "区域",
            "隐患地址",
            "排查地点",
            "place",
            "location",
            "area",
            "site"),
    /** The item of the catalogue. */
    @JsonProperty("CATEGORY")
    CATEGORY(
            "隐患类别",
            "Category",
            "隐患类别",
            "类别代码",
            "隐患子项",
            "子项",
            "隐患分类",
            "类别",
            "category",
            "category code",
            "class",
            "item"),
    /** Hazard, unsafe act, near miss or suggestion. */
    @JsonProperty("KIND")
    KIND("报告类型", "Kind", "报告类型", "报告种类", "种类", "类型", "kind", "report type", "type"),
    /** How it came to light. */
    @JsonProperty("SOURCE")
    SOURCE("来源", "Source", "来源", "隐患来源", "报告来源", "检查类型", "检查方式", "排查类型", "排查方式", "source", "origin"),
    /** By which way it was handed in. */
    @JsonProperty("CHANNEL")
    CHANNEL("渠道", "Channel", "渠道", "报告渠道", "上报渠道", "报告方式", "channel"),
    /** Who found it; several people may stand in one cell. */
    @JsonProperty("REPORTER_NAME")
    REPORTER_NAME(
            "报告人",
            "Reporter",
            "报告人",
            "报告人姓名",
            "上报人",
            "发现人",
            "排查人",
            "检查人",
            "姓名",
            "报告人(可匿名码)",
            "reporter",
            "reporter name",
            "reported by",
            "name"),
    /** The reporter's staff number, or several. */
    @JsonProperty("REPORTER_ID")
    REPORTER_ID("工号", "Staff number", "工号", "员工编号", "职工编号", "报告人工号", "人员编号", "staff number", "staff id", "employee id"),
    /** The reporter's department. */
    @JsonProperty("DEPARTMENT")
    DEPARTMENT("部门", "Department", "部门", "所属部门", "报告部门", "报告人部门", "车间", "单位部门", "department", "workshop"),
    /** The reporter's post. */
    @JsonProperty("POST")
    POST("岗位", "Post", "岗位", "岗位名称", "职务", "工种", "post", "position", "job title"),
    /** The reporter's kind of work: manager, technician, operative. */
    @JsonProperty("JOB_ROLE")
    JOB_ROLE("人员类别", "Job role", "人员类别", "人员类型", "岗位类别", "job role", "role"),
    /** How the reporter is employed. */
    @JsonProperty("EMPLOYMENT")
    EMPLOYMENT("用工形式", "Employment", "用工形式", "用工类型", "用工性质", "用工方式", "employment", "employment type"),
    /** The agency that sent a dispatched worker. */
    @JsonProperty("AGENCY")
    AGENCY("派遣单位", "Agency", "派遣单位", "劳务派遣单位", "劳务公司", "用人单位", "agency"),
    /** Whether the name may be known. */
    @JsonProperty("IDENTITY")
    IDENTITY("署名方式", "Identity", "署名方式", "实名方式", "是否匿名", "实名/匿名", "identity", "confidentiality", "anonymous"),
    /** The grade as the ledger has it. */
    @JsonProperty("GRADE")
    GRADE("隐患等级", "Grade", "隐患等级", "隐患级别", "等级", "级别", "级别+判定依据", "grade", "level", "severity"),
    /** What became of it, as the ledger claims. */
    @JsonProperty("STATUS")
    STATUS(
            "结果", "Status", "结果", "处理结果", "销号情况", "整改情况", "隐患闭环情况", "闭环情况", "整改状态", "状态", "是否整改", "是否销号", "核查结论",
            "status", "result", "outcome"),
    /** Whether it could be put right at once. */
    @JsonProperty("EFFORT")
    EFFORT("难易", "Effort", "难易", "整改方式", "整改难易", "effort", "rectification"),
    /** Immediate danger. */
    @JsonProperty("DANGER")
    DANGER("紧急危险", "Immediate danger", "紧急危险", "紧急", "直接紧急危险", "是否紧急", "immediate danger", "danger", "urgent"),
    /** Whether the finder put it right there and then. */
    @JsonProperty("FIXED_ON_SPOT")
    FIXED_ON_SPOT("当场处置", "Fixed on the spot", "当场处置", "现场处置", "当场整改", "是否当场整改", "fixed on spot", "fixed on the spot"),
    /** Those who report it together with the reporter. */
    @JsonProperty("JOINT")
    JOINT("联合报告人", "Joint reporters", "联合报告人", "共同报告人", "同报人", "joint reporters", "joint"),
    /** Remarks. */
    @JsonProperty("REMARK")
    REMARK("备注", "Remark", "备注", "说明", "备注说明", "备注(重复/不予奖励原因)", "remark", "remarks", "note", "notes");

    private final Text displayName;
    private final List<String> headers;

    LedgerColumn(String zh, String en, String... headers) {
        this.displayName = Text.of(zh, en);
        this.headers = List.of(headers);
    }

    public Text displayName() {
        return displayName;
    }

    /** The headers it is known by, the preferred one first; blanks, brackets, width and case of letters do not matter. */
    public List<String> headers() {
        return headers;
    }

    /** Whether a cell of it may give a person away, so that no problem may quote it. */
    boolean isPersonal() {
        return this == REPORTER_NAME || this == REPORTER_ID || this == JOINT;
    }
}
