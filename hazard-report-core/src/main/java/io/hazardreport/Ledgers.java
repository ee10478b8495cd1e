package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.exchange.LedgerColumn;
import io.hazardreport.exchange.LedgerEntry;
import io.hazardreport.exchange.LedgerFile;
import io.hazardreport.exchange.LedgerPerson;
import io.hazardreport.exchange.LedgerReader;
import io.hazardreport.exchange.LedgerRow;
import io.hazardreport.exchange.LedgerVocabulary;
import io.hazardreport.exchange.TableReader;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.journal.Write;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.SafetyDuty;
import io.hazardreport.worker.Standing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the ledgers companies have. A row is taken, taken with a remark, or refused; the same row again changes
 * nothing. What a ledger says of grade and state is kept as its claim.
 */
public final class Ledgers {

    private final Core core;
    private final Schemes schemes;
    private final Reports reports;

    Ledgers(Core core, Schemes schemes, Reports reports) {
        this.core = core;
        this.schemes = schemes;
        this.reports = reports;
    }

    /**
     * Reads and checks a file without taking anything in.
     *
     * @throws io.hazardreport.base.InvalidInputException when the file as a whole cannot be used (broken off, no text
     *     column, unreadable encoding)
     */
    public LedgerFile read(UnitId unit, byte[] file) {
        Scheme scheme = schemes.inForce(unit, core.now());
        LedgerVocabulary.Builder vocabulary = LedgerVocabulary.usual();
        for (HazardItem item : scheme.rules().catalogue().items()) {
            vocabulary.add(LedgerColumn.CATEGORY, item.code(), item.name().zh());
        }
        return LedgerReader.read(TableReader.read(file), vocabulary.build());
    }

    /**
     * Takes in what {@link #read} accepted; each row by itself, so that a stop half-way is made good by running it again.
     *
     * @param ledger names the ledger within the unit; row numbers count within it
     * @param progress told the number of rows done
     */
    public ImportResult take(UnitId unit, String ledger, LedgerFile file, IntConsumer progress) {
        int taken = 0;
        int remarked = 0;
        int refused = 0;
        int unchanged = 0;
        List<ImportResult.Line> lines = new ArrayList<>();
        List<ReportId> ids = new ArrayList<>();
        int done = 0;
        for (LedgerEntry entry : file.rows()) {
            Optional<LedgerRow> row = entry.accepted();
            Optional<ReportId> earlier = row.flatMap(r -> earlier(unit, ledger, r));
            if (row.isEmpty()) {
                refused++;
                entry.problems().forEach(p -> lines.add(new ImportResult.Line(entry.number(), true, p)));
            } else if (earlier.isPresent()) {
                if (isSame(unit, row.get(), earlier.get())) {
                    unchanged++;
                } else {
                    refused++;
                    Problem changed = Problem.of(
                            "exchange.row-changed",
                            "row[" + entry.number() + "]",
                            row.get().id(),
                            ledger);
                    lines.add(new ImportResult.Line(entry.number(), true, changed));
                }
            } else {
                ids.add(take(unit, ledger, row.get()));
                if (entry.problems().isEmpty()) {
                    taken++;
                } else {
                    remarked++;
                    entry.problems().forEach(p -> lines.add(new ImportResult.Line(entry.number(), false, p)));
                }
            }
            progress.accept(++done);
        }
        return new ImportResult(file.rows().size(), taken, remarked, refused, unchanged, lines, ids);
    }

    private static String claim(String ledger, LedgerRow row) {
        return "import|" + ledger + "|" + row.identity();
    }

    private Optional<ReportId> earlier(UnitId unit, String ledger, LedgerRow row) {
        return core.journal().claim(unit, claim(ledger, row)).map(claim -> ReportId.of(claim.stream()));
    }

    private boolean isSame(UnitId unit, LedgerRow row, ReportId id) {
        return reports.find(unit, id)
                .filter(report -> report.submission().provenance().equals(provenance(unit, row)))
                .isPresent();
    }

    /** A keyed digest of the row's words, so that a changed row is noticed and nothing can be read from it. */
    private String provenance(UnitId unit, LedgerRow row) {
        String content = String.join(
                "\u0001", row.identity(), row.text(), row.place(), row.suggestion(), String.valueOf(row.category()));
        return "ledger:" + core.vault().fingerprint(unit, content);
    }

    private ReportId take(UnitId unit, String ledger, LedgerRow row) {
        Scheme scheme = schemes.inForce(unit, core.now());
        ZoneId zone = scheme.rules().zone();
        Instant now = core.now();
        Instant at = row.reportedAt(LocalTime.NOON)
                .map(local -> local.atZone(zone).toInstant())
                .filter(instant -> !instant.isAfter(now))
                .orElse(now);
        ReportId id = ReportId.of(core.ids().next(now));
        Write claim = new Write.Claim(claim(ledger, row), id.value(), 1);
        SubmitCommand command = new SubmitCommand(id, submission(unit, row), reporters(row), List.of(), at);
        reports.submit(unit, command, List.of(claim));
        return id;
    }

    private Submission submission(UnitId unit, LedgerRow row) {
        return new Submission(
                constant(ReportKind.class, row.kind(), ReportKind.HAZARD),
                constant(ReportSource.class, row.source(), ReportSource.IMPORT),
                row.channel(),
                row.category() == null ? "" : row.category(),
                FreeText.of(row.text()),
                FreeText.of(row.place()),
                FreeText.of(row.suggestion()),
                List.of(),
                null,
                row.immediateDanger(),
                row.fixedOnSpot(),
                provenance(unit, row),
                row.status() == null ? "" : row.status());
    }

    private static List<Declaration> reporters(LedgerRow row) {
        Confidentiality choice = constant(Confidentiality.class, row.confidentiality(), Confidentiality.RECEIVER_ONLY);
        boolean selfReport = "SELF_REPORT".equals(row.source());
        if (choice == Confidentiality.ANONYMOUS
                || (selfReport && row.reporters().isEmpty())) {
            return List.of(Declaration.anonymous(standing(row)));
        }
        List<Declaration> reporters = new ArrayList<>();
        for (LedgerPerson person : row.reporters()) {
            String id = person.staffNumber().isEmpty() ? "name:" + person.name() : person.staffNumber();
            Identity identity = new Identity(PersonId.of(id), person.name(), "");
            reporters.add(new Declaration(Optional.of(identity), choice, standing(row)));
        }
        return reporters;
    }

    private static Standing standing(LedgerRow row) {
        boolean safetyOfficer = "SAFETY_OFFICER".equals(row.jobRole());
        JobRole role = safetyOfficer ? JobRole.TECHNICIAN : constant(JobRole.class, row.jobRole(), JobRole.OPERATIVE);
        Standing standing = Standing.of(
                        role, constant(Employment.class, row.employment(), Employment.REGULAR), row.department())
                .withPost(row.post())
                .withSafetyDuty(safetyOfficer ? SafetyDuty.FULL_TIME : SafetyDuty.NONE)
                .withServiceMonths(0);
        return row.agency().isEmpty() ? standing : standing.withAgency(row.agency());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String code, E fallback) {
        return code == null ? fallback : Enum.valueOf(type, code);
    }
}
