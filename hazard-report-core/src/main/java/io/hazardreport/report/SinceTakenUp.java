package io.hazardreport.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counts only since a report was last taken up: whatever led to an end is not there any more when it comes out of it.
 *
 * @param watcher over the interim measures; empty when there are none
 * @param protectedUntil end of the interim measures, exclusive; null when there are none
 * @param stopped whether work was stopped, or people sent away
 * @param talked whether a talk with the reporter is on record
 * @param heard how often somebody complained of was heard
 */
record SinceTakenUp(String watcher, @Nullable Instant protectedUntil, boolean stopped, boolean talked, int heard) {

    static final SinceTakenUp NOTHING = new SinceTakenUp("", null, false, false, 0);

    SinceTakenUp after(ReportEvent event) {
        if (event.from() != event.to() && ReportTable.LOOP.isEnd(event.from())) {
            return NOTHING;
        }
        if (event.act() instanceof ReportAct.SetInterim interim) {
            return new SinceTakenUp(interim.watcher(), interim.until(), stopped, talked, heard);
        }
        if (event.act() instanceof FollowUp.Reassign handed && handed.from().equals(watcher)) {
            return new SinceTakenUp(handed.to(), protectedUntil, stopped, talked, heard);
        }
        return switch (event.action()) {
            case STOP_WORK, EVACUATE -> new SinceTakenUp(watcher, protectedUntil, true, talked, heard);
            case TALK -> new SinceTakenUp(watcher, protectedUntil, stopped, true, heard);
            case HEAR -> new SinceTakenUp(watcher, protectedUntil, stopped, talked, heard + 1);
            default -> this;
        };
    }
}
