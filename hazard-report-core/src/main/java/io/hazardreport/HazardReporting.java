package io.hazardreport;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.EvidenceStore;
import io.hazardreport.identity.KeyService;
import io.hazardreport.identity.Vault;
import io.hazardreport.journal.Journal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The library, built once: one service per work. Immutable and safe for use by several threads; starts no thread and
 * holds the only clock.
 *
 * <pre>{@code
 * HazardReporting reporting = HazardReporting.of(journal, keys, Clock.systemUTC());
 * }</pre>
 */
public final class HazardReporting {

    private final Schemes schemes;
    private final Reports reports;
    private final Awards awards;
    private final Payments payments;
    private final Recognition recognition;
    private final Duplicates duplicates;
    private final Timelines timelines;
    private final Rosters rosters;
    private final ChannelTests channelTests;
    private final Obligations obligations;
    private final Reminders reminders;
    private final Figures figures;
    private final Ledgers ledgers;
    private final Core core;
    private final @Nullable EvidenceFiles evidence;

    private HazardReporting(Core core, @Nullable EvidenceFiles evidence) {
        this.core = core;
        this.evidence = evidence;
        this.schemes = new Schemes(core);
        this.rosters = new Rosters(core, schemes);
        this.channelTests = new ChannelTests(core, schemes);
        this.reports = new Reports(core, schemes, rosters, evidence);
        this.awards = new Awards(core, schemes, reports);
        this.payments = new Payments(core, schemes, reports, awards);
        this.recognition = new Recognition(core, schemes, awards);
        this.duplicates = new Duplicates(core, reports);
        this.timelines = new Timelines(core, reports, awards, schemes);
        this.obligations = new Obligations(core, schemes, rosters);
        this.reminders = new Reminders(core, obligations);
        this.figures = new Figures(core, schemes);
        this.ledgers = new Ledgers(core, schemes, reports);
    }

    /** On this journal, with these keys; {@code clock} says when things are recorded. */
    public static HazardReporting of(Journal journal, KeyService keys, Clock clock) {
        return of(journal, keys, clock, IdSource.secure());
    }

    public static HazardReporting of(Journal journal, KeyService keys, Clock clock, IdSource ids) {
        return new HazardReporting(new Core(journal, new Vault(keys, ids), ids, clock), null);
    }

    /** The same with a store for the bytes of evidence, under the default policy. */
    public HazardReporting withEvidence(EvidenceStore store) {
        return withEvidence(store, EvidencePolicy.defaults());
    }

    public HazardReporting withEvidence(EvidenceStore store, EvidencePolicy policy) {
        return new HazardReporting(core, new EvidenceFiles(store, policy));
    }

    /** The company's rule, version by version. */
    public Schemes schemes() {
        return schemes;
    }

    /** Hazard reports and their closed loop. */
    public Reports reports() {
        return reports;
    }

    /** Which reports may speak of the same hazard. */
    public Duplicates duplicates() {
        return duplicates;
    }

    /** Decisions on rewards, and each award's loop. */
    public Awards awards() {
        return awards;
    }

    /** Batches of payments for finance. */
    public Payments payments() {
        return payments;
    }

    /** Points, merits and honours. */
    public Recognition recognition() {
        return recognition;
    }

    /** What reporters see of their reports. */
    public Timelines timelines() {
        return timelines;
    }

    /** Who owes what by when. */
    public Obligations obligations() {
        return obligations;
    }

    /** Who is on duty and who is away. */
    public Rosters rosters() {
        return rosters;
    }

    /** Whether the ways to the desks work. */
    public ChannelTests channelTests() {
        return channelTests;
    }

    /** Who is to be reminded, and who is told that something is overdue. */
    public Reminders reminders() {
        return reminders;
    }

    /** Ledgers companies have, taken in. */
    public Ledgers ledgers() {
        return ledgers;
    }

    /**
     * Photos and documents.
     *
     * @throws InvalidInputException {@code evidence.no-store} when it was built without one
     */
    public EvidenceFiles evidence() {
        if (evidence == null) {
            throw new InvalidInputException(Problem.of("evidence.no-store", "evidence", "-", "EvidenceStore"));
        }
        return evidence;
    }

    /** Returns and statements. */
    public Figures figures() {
        return figures;
    }
}
