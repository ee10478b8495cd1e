package io.hazardreport;

import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.Branch;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Separation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One accepted act of the model, with what its laws ask about it. Whatever a guard of the loop looks up in the folded
 * report is worked out here from the events alone, so that a guard and its law cannot be wrong together.
 */
record ModelStep(ReportContext context, ReportEvent event, HazardReport after) {

    private static final Set<ReportAction> FORGETTING =
            EnumSet.of(ReportAction.REVIVE, ReportAction.UPHOLD_APPEAL, ReportAction.TAKE_BACK_TRANSFER);

    HazardReport before() {
        return context.report();
    }

    ReportRules rules() {
        return context.rules();
    }

    Acting actor() {
        return context.actor();
    }

    ReportAct act() {
        return event.act();
    }

    ReportAction action() {
        return event.action();
    }

    boolean is(ReportAction... actions) {
        return List.of(actions).contains(action());
    }

    ReportState from() {
        return before().state();
    }

    ReportState to() {
        return after.state();
    }

    boolean moves() {
        return from() != to();
    }

    boolean enters(ReportState state) {
        return moves() && to() == state;
    }

    boolean opens(String duty) {
        return event.opens().stream().anyMatch(o -> o.code().equals(duty));
    }

    boolean has(Role... roles) {
        return List.of(roles).stream().anyMatch(actor().roles()::contains);
    }

    boolean isReporter() {
        return has(Role.REPORTER);
    }

    /** Whether the event owns up to a separation that this unit's rule waives, on a hazard where it may. */
    boolean waives(Separation separation) {
        return event.waived().contains(separation)
                && rules().waived().contains(separation)
                && !before().isMajorOrSuspected();
    }

    boolean isMajor() {
        return before().grade() == LegalGrade.MAJOR;
    }

    boolean isPlanned() {
        return before().branch().filter(Branch.PLANNED::equals).isPresent();
    }

    private boolean grades(LegalGrade grade) {
        return act() instanceof ReportAct.Grading grading
                && grading.assessment().grade() == grade;
    }

    boolean becomesMajor() {
        return grades(LegalGrade.MAJOR) && !isMajor();
    }

    boolean isDowngrade() {
        return grades(LegalGrade.GENERAL) && before().isMajorOrSuspected();
    }

    boolean isGrave() {
        return before().isMajorOrSuspected() || grades(LegalGrade.MAJOR);
    }

    private List<ReportEvent> past() {
        return before().history();
    }

    boolean did(ReportAction action) {
        return past().stream().anyMatch(e -> e.action() == action);
    }

    /** The same since it last came out of an end. */
    boolean didSinceTakenUp(ReportAction action) {
        boolean done = false;
        for (ReportEvent event : past()) {
            done &= event.from() == event.to() || !ReportLoop.table().isEnd(event.from());
            done |= event.action() == action;
        }
        return done;
    }

    /** Whether the measures set last, since it came out of an end, are in force. */
    boolean isProtected() {
        boolean in = false;
        for (ReportEvent event : past()) {
            in &= event.from() == event.to() || !ReportLoop.table().isEnd(event.from());
            if (event.act() instanceof ReportAct.SetInterim interim) {
                in = interim.until().isAfter(this.event.at());
            }
        }
        return in;
    }

    /** Who led into an end, or signed first for it, that an appeal was upheld against. */
    Set<String> overturned() {
        Set<String> people = new HashSet<>();
        Set<String> deciders = new HashSet<>();
        Map<ReportAction, String> proposers = new HashMap<>();
        for (ReportEvent event : past()) {
            if (event.act() instanceof ReportAct.Propose propose) {
                proposers.put(propose.proposed(), event.actor());
            } else if (event.action() == ReportAction.UPHOLD_APPEAL) {
                people.addAll(deciders);
                proposers.clear();
            } else if (event.from() != event.to() && ReportLoop.table().isEnd(event.to())) {
                deciders.add(event.actor());
                Optional.ofNullable(proposers.remove(event.action())).ifPresent(deciders::add);
            }
        }
        return people;
    }

    Optional<ReportEvent> last(ReportAction action) {
        return past().stream().filter(e -> e.action() == action).reduce((earlier, later) -> later);
    }

    /** The event that led into the present state. */
    ReportEvent entry() {
        return past().stream()
                .filter(e -> e.from() != e.to())
                .reduce((earlier, later) -> later)
                .orElse(past().get(0));
    }

    /** How often this was done since the present state was entered, this act too. */
    long sinceEntry(ReportAction action) {
        List<ReportEvent> all = after.history();
        int begin = all.size();
        while (begin > 1 && all.get(begin - 1).from() == all.get(begin - 1).to()) {
            begin--;
        }
        return all.subList(begin, all.size()).stream()
                .filter(e -> e.action() == action)
                .count();
    }

    /** Everybody who was ever to put it right, did so, or had it handed to him. */
    Set<String> curers() {
        Set<String> people = new HashSet<>();
        for (ReportEvent event : past()) {
            if (event.act() instanceof ReportAct.StartFix fix) {
                people.add(fix.responsible());
            } else if (event.act() instanceof ReportAct.Planning planning) {
                people.add(planning.plan().responsible());
            } else if (event.action() == ReportAction.COMPLETE_RECTIFICATION) {
                people.add(event.actor());
            } else if (event.action() == ReportAction.ACCEPT_SPOT_FIX) {
                people.addAll(reporters());
                people.add(event.actor());
            } else if (event.act() instanceof FollowUp.Reassign handed && people.contains(handed.from())) {
                people.add(handed.to());
            }
        }
        return people;
    }

    List<String> reporters() {
        return before().reporters().stream().map(Reporter::pseudonym).toList();
    }

    boolean byCurer() {
        return actor().isOneOf(curers());
    }

    /** The first signature this act could stand on: not used up, and not forgotten with the decision it led to. */
    Optional<ReportEvent> proposal() {
        Optional<ReportEvent> found = Optional.empty();
        for (ReportEvent event : past()) {
            if (event.act() instanceof ReportAct.Propose propose && propose.proposed() == action()) {
                found = Optional.of(event);
            } else if (event.action() == action() || FORGETTING.contains(event.action())) {
                found = Optional.empty();
            }
        }
        return found;
    }

    boolean isProposedByAnother() {
        return proposal().filter(p -> !actor().is(p.actor())).isPresent();
    }

    /** By the union or a desk, and by nobody who verifies or puts it right. */
    boolean isProposedFromOutside() {
        return proposal()
                .filter(p -> p.role() == Role.UNION || p.role() == Role.RECEIVER)
                .filter(p ->
                        !curers().contains(p.actor()) && !before().verifiers().contains(p.actor()))
                .isPresent();
    }

    /** Done since the hazard was last found major. */
    boolean didSinceMajor(ReportAction action) {
        boolean major = false;
        boolean done = false;
        for (ReportEvent event : after.history()) {
            if (event.act() instanceof ReportAct.Grading grading) {
                boolean was = major;
                major = grading.assessment().grade() == LegalGrade.MAJOR;
                done = done && was;
            }
            done |= event.action() == action;
        }
        return done;
    }

    boolean holds(String duty) {
        return after.owes(duty);
    }

    Optional<Instant> dueBefore() {
        return before().mainObligation().map(Obligation::due);
    }

    Optional<Instant> dueAfter() {
        return after.mainObligation().map(Obligation::due);
    }

    boolean movesDue() {
        return !moves() && !dueBefore().equals(dueAfter());
    }

    boolean isLater() {
        return !moves()
                && dueAfter()
                        .filter(due -> due.isAfter(dueBefore().orElse(Instant.MAX)))
                        .isPresent();
    }

    boolean wasOverdue() {
        return before().mainObligation().filter(o -> o.isOverdue(event.at())).isPresent();
    }

    /** Whether this plan is the first out of a fix at once, of its round, or whole for its grade: a promise of its own. */
    boolean isFirstPlan() {
        int round = 0;
        int planned = -1;
        boolean whole = false;
        for (ReportEvent event : past()) {
            boolean back = event.action() == ReportAction.REJECT_RECHECK
                    || (event.from() == ReportState.CLOSED && event.to() != ReportState.CLOSED);
            round += back ? 1 : 0;
            if (event.act() instanceof ReportAct.Planning planning) {
                planned = event.to() == ReportState.RECTIFYING ? round : planned;
                whole = planning.plan().missing(isMajor()).isEmpty();
            }
        }
        return !isPlanned() || planned != round || !whole;
    }

    boolean isInTable() {
        return ReportLoop.table()
                .step(from(), action())
                .filter(step -> step.to() == to() && event.to() == to() && event.from() == from())
                .filter(step -> step.by().contains(event.role()) && has(event.role()))
                .filter(step -> step.closes().equals(event.closes()))
                .isPresent();
    }

    /** Nothing that was owed vanishes or moves unless the event says so. */
    boolean keepsTheRest() {
        return before().obligations().stream()
                .filter(o -> !o.main()
                        && !event.closes().contains(o.code())
                        && event.opens().stream().noneMatch(n -> n.code().equals(o.code())))
                .allMatch(o -> after.obligations().stream()
                        .anyMatch(n -> n.withAssignee("").equals(o.withAssignee(""))));
    }

    @Override
    public String toString() {
        return event + " by " + actor() + " after "
                + past().stream().map(ReportEvent::action).toList();
    }
}
