package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of one report, as far as one reader may have them. */
record Words(Core core, UnitId unit, Reports.Loaded loaded, Acting reader) {

    /** Roles whose business reports are; a worker as such has none. */
    private static final Set<Role> HANDLING = EnumSet.complementOf(EnumSet.of(Role.REPORTER, Role.WORKER, Role.SYSTEM));

    /** Steps whose words are meant for the reporter. */
    private static final Set<ReportAction> TOLD = EnumSet.of(
            ReportAction.SUBMIT,
            ReportAction.ANSWER,
            ReportAction.NOT_ADMIT,
            ReportAction.FIND_UNFOUNDED,
            ReportAction.FIND_UNVERIFIABLE,
            ReportAction.CONFIRM,
            ReportAction.REGRADE,
            ReportAction.SET_INTERIM,
            ReportAction.DISMISS_APPEAL,
            ReportAction.ANSWER_HIGHER,
            ReportAction.DECIDE_SUGGESTION,
            ReportAction.SETTLE_SUGGESTION,
            ReportAction.MESSAGE);

    /** Whether it is the reader's business to handle the report; never of one it complains of. */
    boolean isHandler() {
        HazardReport report = loaded.report();
        return !reader.concerned()
                && (!Collections.disjoint(reader.roles(), HANDLING) || reader.isOneOf(report.holders()));
    }

    /** The words behind a text; empty when they are erased, or not for this reader. */
    Optional<String> of(FreeText text) {
        boolean shown = text.isSealed()
                && loaded.report().history().stream()
                        .filter(event -> texts(event).contains(text.ordinal()))
                        .anyMatch(this::isShown);
        return shown ? open(text) : Optional.empty();
    }

    /** Whether the reader may know the words of a step. */
    boolean isShown(ReportEvent event) {
        if (reader.concerned()) {
            return false;
        }
        if (reader.isReporter()) {
            boolean internal =
                    event.act() instanceof FollowUp.Message message && message.visibility() == Visibility.HANDLERS;
            return reader.is(event.actor()) || (TOLD.contains(event.action()) && !internal);
        }
        return isHandler();
    }

    /** All words of a step the reader may know. */
    String said(ReportEvent event) {
        List<String> said = new ArrayList<>();
        if (isShown(event)) {
            event.act().withTexts(text -> {
                open(text).filter(words -> text.isSealed()).ifPresent(said::add);
                return text;
            });
        }
        return String.join("; ", said);
    }

    private static List<Integer> texts(ReportEvent event) {
        List<Integer> ordinals = new ArrayList<>();
        event.act().withTexts(text -> {
            if (text.isSealed()) {
                ordinals.add(text.ordinal());
            }
            return text;
        });
        return ordinals;
    }

    private Optional<String> open(FreeText text) {
        return loaded.rows().stream()
                .filter(row -> row.kind() == SealedKind.TEXT && row.ordinal() == text.ordinal())
                .findFirst()
                .flatMap(row -> core.vault().words(unit, row));
    }
}
