package io.hazardreport;

import io.hazardreport.base.IdSource;
import io.hazardreport.identity.KeyService;
import io.hazardreport.identity.Vault;
import io.hazardreport.journal.Journal;
import java.time.Clock;

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
    private final Duplicates duplicates;
    private final Timelines timelines;
    private final Obligations obligations;
    private final Figures figures;
    private final Ledgers ledgers;

    private HazardReporting(Core core) {
        this.schemes = new Schemes(core);
        this.reports = new Reports(core, schemes);
        this.awards = new Awards(core, schemes, reports);
        this.duplicates = new Duplicates(core, reports);
        this.timelines = new Timelines(core, reports, awards, schemes);
        this.obligations = new Obligations(core.journal());
        this.figures = new Figures(core, schemes);
        this.ledgers = new Ledgers(core, schemes, reports);
    }

    /** On this journal, with these keys; {@code clock} says when things are recorded. */
    public static HazardReporting of(Journal journal, KeyService keys, Clock clock) {
        return of(journal, keys, clock, IdSource.secure());
    }

    public static HazardReporting of(Journal journal, KeyService keys, Clock clock, IdSource ids) {
        return new HazardReporting(new Core(journal, new Vault(keys, ids), ids, clock));
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

    /** What reporters see of their reports. */
    public Timelines timelines() {
        return timelines;
    }

    /** Who owes what by when. */
    public Obligations obligations() {
        return obligations;
    }

    /** Ledgers companies have, taken in. */
    public Ledgers ledgers() {
        return ledgers;
    }

    /** Returns and statements. */
    public Figures figures() {
        return figures;
    }
}
