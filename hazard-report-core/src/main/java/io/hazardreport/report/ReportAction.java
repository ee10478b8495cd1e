package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What can be done to a hazard report; each is the type of the event it leaves. */
public enum ReportAction {
    @JsonProperty("SUBMIT")
    SUBMIT,
    @JsonProperty("ADMIT")
    ADMIT,
    @JsonProperty("PROPOSE")
    PROPOSE,
    @JsonProperty("NOT_ADMIT")
    NOT_ADMIT,
    @JsonProperty("START_VERIFICATION")
    START_VERIFICATION,
    @JsonProperty("CONFIRM")
    CONFIRM,
    @JsonProperty("FIND_UNFOUNDED")
    FIND_UNFOUNDED,
    @JsonProperty("FIND_UNVERIFIABLE")
    FIND_UNVERIFIABLE,
    @JsonProperty("MARK_DUPLICATE")
    MARK_DUPLICATE,
    @JsonProperty("REVIVE")
    REVIVE,
    @JsonProperty("TRANSFER")
    TRANSFER,
    @JsonProperty("SPLIT")
    SPLIT,
    @JsonProperty("LINK")
    LINK,
    @JsonProperty("START_FIX")
    START_FIX,
    @JsonProperty("PLAN")
    PLAN,
    @JsonProperty("REVISE_PLAN")
    REVISE_PLAN,
    @JsonProperty("ACCEPT_SPOT_FIX")
    ACCEPT_SPOT_FIX,
    @JsonProperty("COMPLETE_RECTIFICATION")
    COMPLETE_RECTIFICATION,
    @JsonProperty("ACCEPT_RECHECK")
    ACCEPT_RECHECK,
    @JsonProperty("REJECT_RECHECK")
    REJECT_RECHECK,
    @JsonProperty("REGRADE")
    REGRADE,
    @JsonProperty("SET_INTERIM")
    SET_INTERIM,
    @JsonProperty("RAISE_DANGER")
    RAISE_DANGER,
    @JsonProperty("ACKNOWLEDGE_DANGER")
    ACKNOWLEDGE_DANGER,
    @JsonProperty("STOP_WORK")
    STOP_WORK,
    @JsonProperty("EVACUATE")
    EVACUATE,
    @JsonProperty("NOTIFY_AUTHORITY")
    NOTIFY_AUTHORITY,
    @JsonProperty("NOTIFY_CONGRESS")
    NOTIFY_CONGRESS,
    @JsonProperty("TAKE_BACK_NAME")
    TAKE_BACK_NAME,
    @JsonProperty("CHECK_PRESSURE")
    CHECK_PRESSURE,
    @JsonProperty("CONFIRM_JOINT")
    CONFIRM_JOINT,
    @JsonProperty("HAND_OVER")
    HAND_OVER,
    @JsonProperty("CONFIRM_GONE")
    CONFIRM_GONE,
    @JsonProperty("REVIEW")
    REVIEW,
    @JsonProperty("ANSWER")
    ANSWER,
    @JsonProperty("APPEAL")
    APPEAL,
    @JsonProperty("UPHOLD_APPEAL")
    UPHOLD_APPEAL,
    @JsonProperty("DISMISS_APPEAL")
    DISMISS_APPEAL,
    @JsonProperty("DECIDE_REWARD")
    DECIDE_REWARD;

    public Text displayName() {
        return Messages.text("report.action." + name());
    }
}
