package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Write;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Origin;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes a report of one unit in at another one that controls the place. */
record Transfers(Core core, Schemes schemes, Reports reports, Submitting submitting) {

    HazardReport receive(UnitId here, UnitId from, ReportId there) {
        Reports.Loaded origin = reports.load(from, there);
        ReportId id = transferred(here, origin.report());
        Optional<HazardReport> taken = reports.find(here, id);
        if (taken.isPresent()) {
            return taken.get();
        }
        Instant now = core.now();
        Scheme scheme = schemes.forSubmission(here, now, now);
        List<Write> writes = new ArrayList<>();
        Journaling journaling = new Journaling(here, "transfer:" + id, now);
        Origin source = new Origin(from, there, origin.report().receipt());
        submitting.take(
                journaling,
                scheme,
                id,
                submission(from, origin),
                reporters(here, from, origin, scheme, id, writes),
                concerned(from, origin),
                submitted -> submitted.from(source),
                now,
                writes);
        reports.commit(here, writes, id.toString());
        return reports.require(here, id);
    }

    private static ReportId transferred(UnitId here, HazardReport origin) {
        return origin.transfer()
                .filter(transfer -> origin.state() == ReportState.TRANSFERRED
                        && transfer.unit().equals(here.value()))
                .map(ReportAct.Transfer::there)
                .filter(id -> !id.equals(origin.id()))
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        "report.not-transferred-here",
                        "report",
                        origin.state() + " "
                                + origin.transfer()
                                        .map(ReportAct.Transfer::unit)
                                        .orElse("-"),
                        "TRANSFERRED " + here)));
    }

    /** The words opened; sealed again where they go. */
    private Submission submission(UnitId from, Reports.Loaded origin) {
        return origin.report()
                .submitted()
                .withTexts(text -> FreeText.of(origin.rows().stream()
                        .filter(row ->
                                text.isSealed() && row.kind() == SealedKind.TEXT && row.ordinal() == text.ordinal())
                        .findFirst()
                        .flatMap(row -> core.vault().words(from, row))
                        .orElse("")))
                .submission();
    }

    private List<PersonId> concerned(UnitId from, Reports.Loaded origin) {
        return origin.rows().stream()
                .filter(row -> row.kind() == SealedKind.CONCERNED)
                .flatMap(row -> core.vault().identity(from, row).stream())
                .map(Identity::person)
                .toList();
    }

    private List<Reporter> reporters(
            UnitId here, UnitId from, Reports.Loaded origin, Scheme scheme, ReportId id, List<Write> writes) {
        List<Reporter> reporters = new ArrayList<>();
        for (Reporter reporter : origin.report().reporters()) {
            SealedRow row = origin.rows().stream()
                    .filter(r -> r.kind() == SealedKind.REPORTER && r.ordinal() == reporter.ordinal())
                    .findFirst()
                    .orElseThrow();
            Optional<Identity> identity = core.vault().identity(from, row);
            boolean anonymous = reporter.confidentiality() == Confidentiality.ANONYMOUS;
            if (reporter.nameTakenBack() || (identity.isEmpty() && !anonymous)) {
                continue;
            }
            // an anonymous reporter is known by a code nobody here has: a key of his old key, which no code opens
            PersonId person = identity.map(Identity::person)
                    .orElseGet(() -> PersonId.of("transferred:" + Objects.requireNonNull(row.personKey())));
            int ordinal = reporters.size() + 1;
            PersonKey key = core.vault().key(here, person);
            String pseudonym = core.vault().pseudonym(here, scheme.pseudonymPerPerson() ? "" : id.toString(), key);
            writes.add(new Write.Seal(core.vault().sealReporter(here, id.value(), ordinal, key, pseudonym, identity)));
            reporters.add(new Reporter(
                    ordinal, pseudonym, reporter.confidentiality(), reporter.standing(), ordinal == 1, false));
        }
        return reporters;
    }
}
