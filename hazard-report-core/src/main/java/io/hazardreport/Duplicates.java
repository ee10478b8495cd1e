package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportState;
import io.hazardreport.similarity.Likeness;
import io.hazardreport.similarity.Sighting;
import io.hazardreport.similarity.Similarity;
import io.hazardreport.similarity.SimilaritySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Shows which reports may speak of the same hazard; whether they do, a person decides by marking one. */
public final class Duplicates {

    /** Those who admit or verify; nobody else decides what is a duplicate. */
    private static final Set<Role> HANDLERS =
            EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.UNION, Role.PRINCIPAL);

    /** States of a report others can be a duplicate of. */
    private static final List<String> LIVE = EnumSet.of(
                    ReportState.SUBMITTED,
                    ReportState.ADMITTED,
                    ReportState.VERIFYING,
                    ReportState.CONFIRMED,
                    ReportState.RECTIFYING,
                    ReportState.AWAITING_RECHECK,
                    ReportState.CLOSED,
                    ReportState.SETTLED)
            .stream()
            .map(Enum::name)
            .toList();

    private final Core core;
    private final Reports reports;

    Duplicates(Core core, Reports reports) {
        this.core = core;
        this.reports = reports;
    }

    /** With the usual settings. */
    public List<ProbableDuplicate> of(UnitId unit, ReportId id, Actor handler) {
        return of(unit, id, handler, SimilaritySettings.STANDARD);
    }

    /**
     * Reports of the same kind, open or closed, handed in within the window before or after this one, the likeliest first;
     * without those that complain of the one who asks, and without parts of the same submission. To anybody who neither
     * admits nor verifies, and to a person complained of, the report is not there.
     *
     * @throws InvalidInputException {@code report.not-found}
     */
    public List<ProbableDuplicate> of(UnitId unit, ReportId id, Actor handler, SimilaritySettings settings) {
        Reports.Loaded loaded = shown(unit, id, handler);
        Map<ReportId, HazardReport> others = new HashMap<>();
        List<Sighting> candidates = new ArrayList<>();
        for (Snapshot snapshot : around(unit, loaded.report(), settings)) {
            Reports.Loaded other =
                    reports.load(unit, ReportId.of(snapshot.stream().id()));
            if (isShownTo(unit, other, handler)) {
                others.put(other.report().id(), other.report());
                candidates.add(sighting(unit, other));
            }
        }
        List<ProbableDuplicate> probable = new ArrayList<>();
        for (Likeness likeness : Similarity.rank(sighting(unit, loaded), candidates, settings)) {
            HazardReport other = Objects.requireNonNull(others.get(likeness.id()));
            probable.add(new ProbableDuplicate(
                    other.id(), other.receipt(), other.state(), likeness.score(), likeness.reasons()));
        }
        return List.copyOf(probable);
    }

    private Reports.Loaded shown(UnitId unit, ReportId id, Actor handler) {
        if (!Collections.disjoint(handler.roles(), HANDLERS)) {
            Reports.Loaded loaded = reports.load(unit, id);
            if (isShownTo(unit, loaded, handler)) {
                return loaded;
            }
        }
        throw new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-"));
    }

    private boolean isShownTo(UnitId unit, Reports.Loaded loaded, Actor handler) {
        return !core.acting(unit, handler, loaded.rows()).concerned();
    }

    private List<Snapshot> around(UnitId unit, HazardReport report, SimilaritySettings settings) {
        Duration window = Duration.ofDays(settings.windowDays());
        List<Condition> conditions = List.of(
                Condition.equal("kind", report.submission().kind().name()),
                Condition.in("state", LIVE),
                Condition.atLeast("submitted_at", foundAt(report).minus(window)),
                Condition.before(
                        "submitted_at", report.submittedAt().plus(window).plusMillis(1)));
        String whole = whole(report.id(), report.submitted().partOf().map(ReportId::toString));
        return core.journal().select(unit, HazardReport.KIND, conditions, "id", Integer.MAX_VALUE).stream()
                .filter(snapshot -> !whole(
                                ReportId.of(snapshot.stream().id()),
                                Optional.ofNullable(snapshot.columns().get("part_of"))
                                        .map(String::valueOf))
                        .equals(whole))
                .toList();
    }

    /** The submission a hazard came in with: hazards told apart by a person are not shown as one again. */
    private static String whole(ReportId id, Optional<String> partOf) {
        return partOf.orElseGet(id::toString);
    }

    /** A date after handing in is a slip of the pen. */
    private static Instant foundAt(HazardReport report) {
        Instant found = report.submission().foundAt();
        return found == null || found.isAfter(report.submittedAt()) ? report.submittedAt() : found;
    }

    /** Without a workshop: a report knows only its reporter's, which may be another and would tell of him. */
    private Sighting sighting(UnitId unit, Reports.Loaded loaded) {
        HazardReport report = loaded.report();
        return new Sighting(
                report.id(),
                "",
                words(unit, loaded, report.submission().place()),
                report.item(),
                foundAt(report),
                words(unit, loaded, report.submission().description()));
    }

    private String words(UnitId unit, Reports.Loaded loaded, FreeText text) {
        return loaded.rows().stream()
                .filter(row -> text.isSealed() && row.kind() == SealedKind.TEXT && row.ordinal() == text.ordinal())
                .findFirst()
                .flatMap(row -> core.vault().words(unit, row))
                .orElse("");
    }
}
