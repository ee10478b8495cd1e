package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.Roster;
import io.hazardreport.channel.Routing;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.intake.IntakeAdvice;
import io.hazardreport.intake.IntakeReason;
import io.hazardreport.intake.Verdict;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Submitted;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a report in: who it is from, whom it complains of, where it goes, and what the reporter is told of it. */
record Submitting(Core core, Schemes schemes, Rosters rosters, Reports reports) {

    /** @param alongside written in the same commit */
    Receipt submit(UnitId unit, SubmitCommand command, List<Write> alongside) {
        Shapes.checked(command);
        if (command.submission().source().countsAsInternalReport()
                && command.reporters().isEmpty()) {
            throw new InvalidInputException(Problem.of("report.reporter-missing", "reporters", 0, "1-50"));
        }
        Instant now = core.now();
        Instant claimed = command.occurredAt();
        Instant at = Reports.at(claimed != null && claimed.isAfter(now) ? now : claimed, now);
        Scheme scheme = schemes.forSubmission(unit, at, now);
        if (reports.find(unit, command.reportId()).isPresent()) {
            return again(unit, command, scheme);
        }
        List<Write> writes = new ArrayList<>(alongside);
        @Nullable ClaimCode claimCode = claimCode(command);
        List<Reporter> reporters = reporters(unit, scheme, command, claimCode, writes);
        HazardReport report = take(
                new Journaling(unit, "submit:" + command.reportId(), now),
                scheme,
                command.reportId(),
                command.submission(),
                reporters,
                command.concerned(),
                taken -> taken.by(helper(command)),
                at,
                writes);
        return switch (reports.commit(unit, writes, command.reportId().toString())) {
            case SAVED -> receipt(unit, report, command, scheme, claimCode);
            case TAKEN -> again(unit, command, scheme);
        };
    }

    private @Nullable ClaimCode claimCode(SubmitCommand command) {
        if (command.reporters().stream().allMatch(r -> r.identity().isPresent())) {
            return null;
        }
        return command.claimCode() == null ? core.vault().newClaimCode() : command.claimCode();
    }

    /** A reporter is no helper of his own: his id would stand in the event. */
    private static String helper(SubmitCommand command) {
        PersonId helper = command.handedInBy();
        return helper == null
                        || command.reporters().stream()
                                .flatMap(r -> r.identity().stream())
                                .anyMatch(identity -> identity.person().equals(helper))
                ? ""
                : helper.value();
    }

    /** The receipt of a retry; the client's own claim code only if it is the report's. */
    private Receipt again(UnitId unit, SubmitCommand command, Scheme scheme) {
        Reports.Loaded first = reports.load(unit, command.reportId());
        ClaimCode code = command.claimCode();
        boolean his = code != null
                && core.acting(unit, Actor.anonymous(code), first.rows()).isReporter();
        return receipt(unit, first.report(), command, scheme, his ? code : null);
    }

    private List<Reporter> reporters(
            UnitId unit, Scheme scheme, SubmitCommand command, @Nullable ClaimCode code, List<Write> writes) {
        List<Reporter> reporters = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Declaration declared : command.reporters()) {
            PersonKey key = declared.identity()
                    .map(identity -> core.vault().key(unit, identity.person()))
                    .orElseGet(() -> core.vault().key(unit, Objects.requireNonNull(code)));
            if (!seen.add(key.hex())) {
                continue; // the same person twice is one reporter
            }
            int ordinal = reporters.size() + 1;
            String scope = scheme.pseudonymPerPerson() ? "" : command.reportId().toString();
            String pseudonym = core.vault().pseudonym(unit, scope, key);
            UUID owner = command.reportId().value();
            writes.add(new Write.Seal(
                    core.vault().sealReporter(unit, owner, ordinal, key, pseudonym, declared.identity())));
            reporters.add(new Reporter(
                    ordinal, pseudonym, declared.confidentiality(), declared.standing(), ordinal == 1, false));
        }
        return reporters;
    }

    /**
     * Adds everything a new report writes, and answers the report.
     *
     * @param how what else is to be said of how it came in
     */
    HazardReport take(
            Journaling journaling,
            Scheme scheme,
            ReportId id,
            Submission submission,
            List<Reporter> reporters,
            List<PersonId> concerned,
            UnaryOperator<Submitted> how,
            Instant at,
            List<Write> writes) {
        UnitId unit = journaling.unit();
        Set<String> keys = new TreeSet<>();
        for (PersonId person : concerned) {
            if (keys.add(core.vault().key(unit, person).hex())) {
                writes.add(new Write.Seal(core.vault().sealConcerned(unit, id.value(), keys.size(), person)));
            }
        }
        Roster roster = rosters.of(unit);
        String department =
                reporters.isEmpty() ? "" : reporters.get(0).standing().department();
        Optional<Desk> desk = desk(scheme, roster, submission, department, concerned, at);
        LocalDate day = LocalDate.ofInstant(at, scheme.rules().zone());
        String suspected = scheme.suspectedStandard(submission.item(), day);
        ReceiptNumber number = ReceiptNumber.of(day, core.ids().random(6));
        Submitted plain = how.apply(Submitted.here(
                submission, number, reporters, desk.map(Desk::code).orElse(""), suspected, roster.shiftAt(at)));
        Submitted sealed = plain.withTexts(core.sealing(unit, id, List.of(), writes));
        Acting actor = reporters.isEmpty()
                ? Acting.system()
                : new Acting(reporters.get(0).pseudonym(), Set.of(Role.REPORTER), false);
        ReportEvent first = ReportLoop.submit(id, sealed, actor, at, scheme.rules());
        HazardReport report = HazardReport.begin(id, first);
        writes.add(new Write.Claim("receipt|" + number, id.value(), 1));
        writes.add(reports.append(journaling, report, 0, Event.NO_HASH, List.of(first)));
        return report;
    }

    static Optional<Desk> desk(
            Scheme scheme,
            Roster roster,
            Submission submission,
            String department,
            List<PersonId> concerned,
            Instant at) {
        LocalDate day = LocalDate.ofInstant(at, scheme.rules().zone());
        boolean suspected = !scheme.suspectedStandard(submission.item(), day).isEmpty();
        return Routing.route(
                scheme.desks(),
                department,
                submission.item(),
                suspected ? LegalGrade.MAJOR : LegalGrade.GENERAL,
                concerned::contains,
                Stream.concat(scheme.principals().stream(), roster.onDuty(Role.PRINCIPAL, at).stream())
                        .anyMatch(concerned::contains));
    }

    private Receipt receipt(
            UnitId unit, HazardReport report, SubmitCommand command, Scheme scheme, @Nullable ClaimCode claimCode) {
        List<Problem> advice =
                new ArrayList<>(reports.mismatches(unit, report.submission().evidence()));
        if (!report.submission().saysSomething()) {
            advice.add(Problem.of("report.say-something", "description", "-", "1-4000"));
        }
        if (report.submitted().desk().isEmpty()) {
            advice.add(Problem.of(
                    "report.no-independent-desk",
                    "concerned",
                    "-",
                    scheme.outsideLines().toString()));
        }
        if (!report.submitted().suspectedStandard().isEmpty()) {
            advice.add(Problem.of(
                    "report.suspected-major", "item", report.submitted().suspectedStandard(), "SET_INTERIM"));
        }
        return new Receipt(report.id(), report.receipt(), claimCode, advice, intake(command.submission()));
    }

    /** What the words lack; a place given in its own field need not be in the text, and a picture speaks for itself. */
    private static IntakeAdvice intake(Submission submission) {
        FreeText text = submission.description().isEmpty() ? submission.suggestion() : submission.description();
        if (text.isEmpty() && !submission.evidence().isEmpty()) {
            return new IntakeAdvice(Verdict.OK, List.of());
        }
        IntakeAdvice advice = IntakeAdvice.of(text.plain());
        return submission.place().isEmpty() ? advice : advice.without(IntakeReason.NO_PLACE);
    }

    /** A further hazard of the same submission: the same people, sealed again under its own id. */
    void part(
            Journaling journaling,
            Reports.Loaded whole,
            ReportId id,
            Submission submission,
            Instant at,
            List<Write> writes) {
        UnitId unit = journaling.unit();
        for (SealedRow row : whole.rows()) {
            if (row.kind() == SealedKind.REPORTER) {
                writes.add(new Write.Seal(core.vault()
                        .sealReporter(
                                unit,
                                id.value(),
                                row.ordinal(),
                                new PersonKey(row.personKey()),
                                row.pseudonym(),
                                core.vault().identity(unit, row))));
            }
        }
        List<PersonId> concerned = whole.rows().stream()
                .filter(row -> row.kind() == SealedKind.CONCERNED)
                .flatMap(row -> core.vault().identity(unit, row).stream())
                .map(Identity::person)
                .toList();
        Scheme scheme = schemes.version(unit, whole.report().schemeVersion());
        take(
                journaling,
                scheme,
                id,
                submission,
                whole.report().reporters(),
                concerned,
                taken -> taken.asPartOf(whole.report().id()),
                at,
                writes);
    }
}
