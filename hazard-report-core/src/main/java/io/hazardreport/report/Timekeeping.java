package io.hazardreport.report;

import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the main due of the present state rests on, and what was asked of it.
 *
 * @param promise never moves by itself
 * @param pauses of this state, in order; no two overlap
 * @param extensions how often the promise of this state was extended
 * @param asked more time that is not yet decided on; null when none is asked for
 * @param planned the recheck round in which the last plan was made; -1 before the first
 */
record Timekeeping(
        Promise promise,
        List<HazardReport.Paused> pauses,
        long extensions,
        HazardReport.@Nullable ExtensionAsked asked,
        long planned) {

    static Timekeeping begun(Instant at) {
        String limit = ReportTable.main(ReportState.SUBMITTED).limit();
        return new Timekeeping(new Promise(at, limit, LegalGrade.GENERAL, null), List.of(), 0, null, -1);
    }

    /**
     * @param before the report before the event
     * @param grade after it
     * @param round of recheck after it
     */
    Timekeeping after(ReportEvent event, HazardReport before, LegalGrade grade, long round) {
        boolean moved = event.from() != event.to();
        boolean anew = event.opens().stream().anyMatch(Obligation::main);
        Promise promised =
                anew ? Promise.of(before, event.act(), event.at(), grade, ReportTable.main(event.to())) : promise;
        Timekeeping now = moved
                ? new Timekeeping(promised, List.of(), 0, null, planned)
                : new Timekeeping(promised, pauses, extensions, asked, planned);
        return now.told(event, round);
    }

    private Timekeeping told(ReportEvent event, long round) {
        FollowUp.@Nullable Until until = event.act() instanceof FollowUp.Until day ? day : null;
        return switch (event.action()) {
            case PAUSE ->
                until == null ? this : paused(joined(new HazardReport.Paused(event.at(), until.until(), null)));
            case RESUME -> paused(resumed(event.at()));
            case ASK_EXTENSION ->
                until == null
                        ? this
                        : extended(extensions, new HazardReport.ExtensionAsked(event.actor(), until.until()));
            case GRANT_EXTENSION -> extended(extensions + 1, null);
            case REFUSE_EXTENSION -> extended(extensions, null);
            case PLAN, REVISE_PLAN ->
                event.to() == ReportState.RECTIFYING
                        ? new Timekeeping(promise, pauses, extensions, asked, round)
                        : this;
            default -> this;
        };
    }

    private Timekeeping paused(List<HazardReport.Paused> stretches) {
        return new Timekeeping(promise, stretches, extensions, asked, planned);
    }

    private Timekeeping extended(long times, HazardReport.@Nullable ExtensionAsked more) {
        return new Timekeeping(promise, pauses, times, more, planned);
    }

    private List<HazardReport.Paused> joined(HazardReport.Paused pause) {
        List<HazardReport.Paused> more = new ArrayList<>(pauses);
        more.add(pause);
        return List.copyOf(more);
    }

    /** The pauses, the last of which ends at this instant. */
    List<HazardReport.Paused> resumed(Instant at) {
        List<HazardReport.Paused> ended = new ArrayList<>(pauses);
        HazardReport.Paused last = ended.remove(ended.size() - 1);
        ended.add(new HazardReport.Paused(last.since(), last.until(), at));
        return List.copyOf(ended);
    }
}
