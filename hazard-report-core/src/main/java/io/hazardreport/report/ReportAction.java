package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to a hazard report; each is the type of the event it leaves, and says which class of act it takes. */
public enum ReportAction {
    @JsonProperty("SUBMIT")
    SUBMIT(Submitted.class),
    @JsonProperty("ADMIT")
    ADMIT(ReportAct.Simple.class),
    @JsonProperty("PROPOSE")
    PROPOSE(ReportAct.Propose.class),
    @JsonProperty("NOT_ADMIT")
    NOT_ADMIT(ReportAct.Reasoned.class),
    @JsonProperty("START_VERIFICATION")
    START_VERIFICATION(ReportAct.StartVerification.class),
    @JsonProperty("CONFIRM")
    CONFIRM(ReportAct.Grading.class),
    @JsonProperty("FIND_UNFOUNDED")
    FIND_UNFOUNDED(ReportAct.Reasoned.class),
    @JsonProperty("FIND_UNVERIFIABLE")
    FIND_UNVERIFIABLE(ReportAct.Reasoned.class),
    @JsonProperty("MARK_DUPLICATE")
    MARK_DUPLICATE(ReportAct.MarkDuplicate.class),
    @JsonProperty("REVIVE")
    REVIVE(ReportAct.Simple.class),
    @JsonProperty("TRANSFER")
    TRANSFER(ReportAct.Transfer.class),
    @JsonProperty("SPLIT")
    SPLIT(ReportAct.Split.class),
    @JsonProperty("LINK")
    LINK(ReportAct.Link.class),
    @JsonProperty("START_FIX")
    START_FIX(ReportAct.StartFix.class),
    @JsonProperty("PLAN")
    PLAN(ReportAct.Planning.class),
    @JsonProperty("REVISE_PLAN")
    REVISE_PLAN(ReportAct.Planning.class),
    @JsonProperty("ACCEPT_SPOT_FIX")
    ACCEPT_SPOT_FIX(ReportAct.Simple.class),
    @JsonProperty("COMPLETE_RECTIFICATION")
    COMPLETE_RECTIFICATION(ReportAct.Complete.class),
    @JsonProperty("ACCEPT_RECHECK")
    ACCEPT_RECHECK(ReportAct.Simple.class),
    @JsonProperty("REJECT_RECHECK")
    REJECT_RECHECK(ReportAct.Reasoned.class),
    @JsonProperty("REGRADE")
    REGRADE(ReportAct.Grading.class),
    @JsonProperty("SET_INTERIM")
    SET_INTERIM(ReportAct.SetInterim.class),
    @JsonProperty("RAISE_DANGER")
    RAISE_DANGER(ReportAct.Simple.class),
    @JsonProperty("ACKNOWLEDGE_DANGER")
    ACKNOWLEDGE_DANGER(ReportAct.Simple.class),
    @JsonProperty("STOP_WORK")
    STOP_WORK(ReportAct.Simple.class),
    @JsonProperty("EVACUATE")
    EVACUATE(ReportAct.Simple.class),
    @JsonProperty("NOTIFY_AUTHORITY")
    NOTIFY_AUTHORITY(ReportAct.Notice.class),
    @JsonProperty("NOTIFY_CONGRESS")
    NOTIFY_CONGRESS(ReportAct.Notice.class),
    @JsonProperty("TAKE_BACK_NAME")
    TAKE_BACK_NAME(ReportAct.Simple.class),
    @JsonProperty("CHECK_PRESSURE")
    CHECK_PRESSURE(ReportAct.Simple.class),
    @JsonProperty("CONFIRM_JOINT")
    CONFIRM_JOINT(ReportAct.ConfirmJoint.class),
    @JsonProperty("HAND_OVER")
    HAND_OVER(ReportAct.Simple.class),
    @JsonProperty("CONFIRM_GONE")
    CONFIRM_GONE(ReportAct.Simple.class),
    @JsonProperty("REVIEW")
    REVIEW(ReportAct.Simple.class),
    @JsonProperty("ANSWER")
    ANSWER(ReportAct.Simple.class),
    @JsonProperty("APPEAL")
    APPEAL(ReportAct.Simple.class),
    @JsonProperty("UPHOLD_APPEAL")
    UPHOLD_APPEAL(ReportAct.Simple.class),
    @JsonProperty("DISMISS_APPEAL")
    DISMISS_APPEAL(ReportAct.Simple.class),
    @JsonProperty("DECIDE_REWARD")
    DECIDE_REWARD(ReportAct.DecideReward.class),
    @JsonProperty("REWARD_AGAIN")
    REWARD_AGAIN(ReportAct.Simple.class),
    @JsonProperty("PAUSE")
    PAUSE(FollowUp.Until.class),
    @JsonProperty("RESUME")
    RESUME(ReportAct.Simple.class),
    @JsonProperty("ASK_EXTENSION")
    ASK_EXTENSION(FollowUp.Until.class),
    @JsonProperty("GRANT_EXTENSION")
    GRANT_EXTENSION(FollowUp.Until.class),
    @JsonProperty("REFUSE_EXTENSION")
    REFUSE_EXTENSION(ReportAct.Reasoned.class),
    @JsonProperty("TALK")
    TALK(FollowUp.Talk.class),
    @JsonProperty("MESSAGE")
    MESSAGE(FollowUp.Message.class),
    @JsonProperty("HEAR")
    HEAR(ReportAct.Simple.class),
    @JsonProperty("GO_HIGHER")
    GO_HIGHER(ReportAct.Simple.class),
    @JsonProperty("ANSWER_HIGHER")
    ANSWER_HIGHER(ReportAct.Simple.class),
    @JsonProperty("RECORD_EXTERNAL")
    RECORD_EXTERNAL(ReportAct.Notice.class),
    @JsonProperty("LIST_SUPERVISION")
    LIST_SUPERVISION(FollowUp.Until.class),
    @JsonProperty("RECORD_PROGRESS")
    RECORD_PROGRESS(ReportAct.Simple.class),
    @JsonProperty("APPLY_RESUMPTION")
    APPLY_RESUMPTION(ReportAct.Notice.class),
    @JsonProperty("RECORD_RESUMPTION")
    RECORD_RESUMPTION(ReportAct.Notice.class),
    @JsonProperty("DELIST")
    DELIST(ReportAct.Notice.class),
    @JsonProperty("DECIDE_SUGGESTION")
    DECIDE_SUGGESTION(FollowUp.Verdict.class),
    @JsonProperty("CHECK_EFFECT")
    CHECK_EFFECT(FollowUp.Verdict.class),
    @JsonProperty("REOPEN")
    REOPEN(ReportAct.Reasoned.class),
    @JsonProperty("RELATE")
    RELATE(FollowUp.Relate.class),
    @JsonProperty("REASSIGN")
    REASSIGN(FollowUp.Reassign.class),
    @JsonProperty("SETTLE_SUGGESTION")
    SETTLE_SUGGESTION(FollowUp.Verdict.class),
    @JsonProperty("TAKE_BACK_TRANSFER")
    TAKE_BACK_TRANSFER(ReportAct.Reasoned.class),
    @JsonProperty("CORRECT_RETURN")
    CORRECT_RETURN(ReportAct.Notice.class),
    @JsonProperty("SUSPECT")
    SUSPECT(FollowUp.Suspect.class);

    /** What the library's services do by themselves; nobody can command it. */
    private static final Set<ReportAction> OWN = EnumSet.of(SUBMIT, SPLIT, LINK, REVIVE, DECIDE_REWARD, REWARD_AGAIN);

    private final Class<? extends ReportAct> act;

    ReportAction(Class<? extends ReportAct> act) {
        this.act = act;
    }

    /** The class of act it takes, and no other. */
    public Class<? extends ReportAct> act() {
        return act;
    }

    /** Whether only a service of the library does it, as a part of its own work. */
    public boolean isOwn() {
        return OWN.contains(this);
    }

    public Text displayName() {
        return Messages.text("report.action." + name());
    }
}
