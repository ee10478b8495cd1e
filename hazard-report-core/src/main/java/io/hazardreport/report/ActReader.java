package io.hazardreport.report;

import io.hazardreport.base.ReportId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import io.hazardreport.rectification.RectificationPlan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Reads acts of events of type version 1: one reader for each class of act, which the action itself names. */
final class ActReader {

    private static final Map<Class<? extends ReportAct>, BiFunction<ReportAction, Payload, ReportAct>> READERS =
            Map.ofEntries(
                    Map.entry(ReportAct.Simple.class, (action, p) -> new ReportAct.Simple(action, note(p))),
                    Map.entry(
                            ReportAct.Reasoned.class,
                            (action, p) -> new ReportAct.Reasoned(action, p.string("reason"), note(p))),
                    Map.entry(
                            ReportAct.Propose.class,
                            (action, p) -> new ReportAct.Propose(
                                    constant(p, "proposed", ReportAction.class), p.string("reason"), note(p))),
                    Map.entry(
                            ReportAct.StartVerification.class,
                            (action, p) -> new ReportAct.StartVerification(p.strings("verifiers"))),
                    Map.entry(
                            ReportAct.Grading.class, (action, p) -> new ReportAct.Grading(action, Assessment.from(p))),
                    Map.entry(
                            ReportAct.MarkDuplicate.class, (action, p) -> new ReportAct.MarkDuplicate(id(p, "first"))),
                    Map.entry(
                            ReportAct.Link.class,
                            (action, p) -> new ReportAct.Link(constant(p, "kind", LinkKind.class), id(p, "other"))),
                    Map.entry(
                            ReportAct.Split.class,
                            (action, p) -> new ReportAct.Split(p.strings("parts").stream()
                                    .map(ReportId::of)
                                    .toList())),
                    Map.entry(
                            ReportAct.Transfer.class,
                            (action, p) -> new ReportAct.Transfer(
                                    p.string("unit"),
                                    p.optional("there").map(ReportId::of).orElse(null),
                                    note(p))),
                    Map.entry(ReportAct.StartFix.class, (action, p) -> new ReportAct.StartFix(p.string("responsible"))),
                    Map.entry(
                            ReportAct.Planning.class,
                            (action, p) -> new ReportAct.Planning(action, RectificationPlan.from(p.object("plan")))),
                    Map.entry(
                            ReportAct.Complete.class,
                            (action, p) -> new ReportAct.Complete(note(p), p.list("evidence", Evidence::from))),
                    Map.entry(
                            ReportAct.SetInterim.class,
                            (action, p) -> new ReportAct.SetInterim(
                                    FreeText.from(p.object("measures")),
                                    p.string("watcher"),
                                    p.instant("until").orElseThrow())),
                    Map.entry(
                            ReportAct.Notice.class, (action, p) -> new ReportAct.Notice(action, p.string("reference"))),
                    Map.entry(
                            ReportAct.ConfirmJoint.class,
                            (action, p) -> new ReportAct.ConfirmJoint((int) p.number("ordinal"))),
                    Map.entry(
                            ReportAct.DecideReward.class,
                            (action, p) -> new ReportAct.DecideReward(p.number("decision"))),
                    Map.entry(Submitted.class, (action, p) -> Submitted.from(p)),
                    Map.entry(
                            FollowUp.Until.class,
                            (action, p) -> new FollowUp.Until(
                                    action, LocalDate.parse(p.required("until")), p.string("reference"), note(p))),
                    Map.entry(
                            FollowUp.Talk.class,
                            (action, p) -> new FollowUp.Talk(
                                    constant(p, "kind", TalkKind.class), p.string("mandate"), note(p))),
                    Map.entry(
                            FollowUp.Message.class,
                            (action, p) -> new FollowUp.Message(
                                    constant(p, "visibility", Visibility.class),
                                    note(p),
                                    p.list("evidence", Evidence::from))),
                    Map.entry(
                            FollowUp.Verdict.class,
                            (action, p) -> new FollowUp.Verdict(action, p.flag("yes"), note(p))),
                    Map.entry(
                            FollowUp.Suspect.class,
                            (action, p) -> new FollowUp.Suspect(p.string("item"), p.string("standard"), note(p))),
                    Map.entry(
                            FollowUp.Relate.class,
                            (action, p) -> new FollowUp.Relate(constant(p, "kind", LinkKind.class), id(p, "other"))),
                    Map.entry(
                            FollowUp.Reassign.class,
                            (action, p) -> new FollowUp.Reassign(p.string("from"), p.string("to"), note(p))));

    private ActReader() {}

    static ReportAct read(ReportAction action, Payload payload) {
        return Objects.requireNonNull(READERS.get(action.act()), action.name()).apply(action, payload);
    }

    private static FreeText note(Payload payload) {
        return FreeText.from(payload.object("note"));
    }

    private static ReportId id(Payload payload, String name) {
        return ReportId.of(payload.required(name));
    }

    private static <E extends Enum<E>> E constant(Payload payload, String name, Class<E> type) {
        return payload.constant(name, type).orElseThrow();
    }
}
