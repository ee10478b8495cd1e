package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In JSON an act is known by its {@code action}. {@code SUBMIT} is not read: a submission has a command of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "action",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(
            value = ReportAct.Simple.class,
            names = {
                "ADMIT",
                "REVIVE",
                "ACCEPT_SPOT_FIX",
                "ACCEPT_RECHECK",
                "RAISE_DANGER",
                "ACKNOWLEDGE_DANGER",
                "STOP_WORK",
                "EVACUATE",
                "TAKE_BACK_NAME",
                "CHECK_PRESSURE",
                "HAND_OVER",
                "CONFIRM_GONE",
                "REVIEW",
                "ANSWER",
                "APPEAL",
                "UPHOLD_APPEAL",
                "DISMISS_APPEAL",
                "REWARD_AGAIN",
                "RESUME",
                "HEAR",
                "GO_HIGHER",
                "ANSWER_HIGHER",
                "RECORD_PROGRESS"
            }),
    @JsonSubTypes.Type(
            value = ReportAct.Reasoned.class,
            names = {
                "NOT_ADMIT",
                "FIND_UNFOUNDED",
                "FIND_UNVERIFIABLE",
                "REJECT_RECHECK",
                "REFUSE_EXTENSION",
                "REOPEN",
                "TAKE_BACK_TRANSFER"
            }),
    @JsonSubTypes.Type(value = ReportAct.Propose.class, name = "PROPOSE"),
    @JsonSubTypes.Type(value = ReportAct.StartVerification.class, name = "START_VERIFICATION"),
    @JsonSubTypes.Type(
            value = ReportAct.Grading.class,
            names = {"CONFIRM", "REGRADE"}),
    @JsonSubTypes.Type(value = ReportAct.MarkDuplicate.class, name = "MARK_DUPLICATE"),
    @JsonSubTypes.Type(value = ReportAct.Link.class, name = "LINK"),
    @JsonSubTypes.Type(value = ReportAct.Split.class, name = "SPLIT"),
    @JsonSubTypes.Type(value = ReportAct.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = ReportAct.StartFix.class, name = "START_FIX"),
    @JsonSubTypes.Type(
            value = ReportAct.Planning.class,
            names = {"PLAN", "REVISE_PLAN"}),
    @JsonSubTypes.Type(value = ReportAct.Complete.class, name = "COMPLETE_RECTIFICATION"),
    @JsonSubTypes.Type(value = ReportAct.SetInterim.class, name = "SET_INTERIM"),
    @JsonSubTypes.Type(
            value = ReportAct.Notice.class,
            names = {
                "NOTIFY_AUTHORITY",
                "NOTIFY_CONGRESS",
                "RECORD_EXTERNAL",
                "APPLY_RESUMPTION",
                "RECORD_RESUMPTION",
                "DELIST",
                "CORRECT_RETURN"
            }),
    @JsonSubTypes.Type(value = ReportAct.ConfirmJoint.class, name = "CONFIRM_JOINT"),
    @JsonSubTypes.Type(value = ReportAct.DecideReward.class, name = "DECIDE_REWARD"),
    @JsonSubTypes.Type(
            value = FollowUp.Until.class,
            names = {"PAUSE", "ASK_EXTENSION", "GRANT_EXTENSION", "LIST_SUPERVISION"}),
    @JsonSubTypes.Type(value = FollowUp.Talk.class, name = "TALK"),
    @JsonSubTypes.Type(value = FollowUp.Message.class, name = "MESSAGE"),
    @JsonSubTypes.Type(
            value = FollowUp.Verdict.class,
            names = {"DECIDE_SUGGESTION", "CHECK_EFFECT", "SETTLE_SUGGESTION"}),
    @JsonSubTypes.Type(value = FollowUp.Suspect.class, name = "SUSPECT"),
    @JsonSubTypes.Type(value = FollowUp.Relate.class, name = "RELATE"),
    @JsonSubTypes.Type(value = FollowUp.Reassign.class, name = "REASSIGN")
})
@interface ActionInJson {}
