package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.Text;
import io.hazardreport.base.UnitId;
import io.hazardreport.exchange.PaymentSheet;
import io.hazardreport.exchange.TableReader;
import io.hazardreport.fund.FundSource;
import io.hazardreport.identity.Identity;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.PaymentOrder;
import io.hazardreport.reward.PaymentResult;
import io.hazardreport.reward.Route;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Batches of payments for finance, and what became of their lines. Safe for use by several threads. */
public final class Payments {

    /** A batch holds at most so many lines; the next one takes the rest. */
    public static final int MOST_LINES = 1000;

    private static final int TRIES = 20;
    private static final String SHOWN = "PAYEES_SHOWN";

    private final Core core;
    private final Schemes schemes;
    private final Reports reports;
    private final Awards awards;

    Payments(Core core, Schemes schemes, Reports reports, Awards awards) {
        this.core = core;
        this.schemes = schemes;
        this.reports = reports;
        this.awards = awards;
    }

    /**
     * Gathers everything payable now that has money in it, is in no open batch and was not handed over already, the
     * earliest due first; a redemption not while its owner owes points. What concerns a
     * report that complains of this finance officer is left to another. The same request id has the first batch.
     *
     * @throws ActionRefusedException when the actor is not finance, or nothing is payable
     */
    public PaymentBatch gather(UnitId unit, String requestId, Actor finance) {
        requireFinance(finance);
        for (int attempt = 1; ; attempt++) {
            Optional<Write.Claim> earlier = core.journal().claim(unit, "request|" + requestId);
            if (earlier.isPresent()) {
                return batch(core.journal().events(unit, new StreamId(PaymentBatch.KIND, earlier.get().stream())));
            }
            List<Write> writes = new ArrayList<>();
            PaymentBatch batch = gathered(unit, requestId, finance, writes);
            Outcome outcome = core.journal().commit(unit, writes);
            if (outcome instanceof Outcome.Saved) {
                return batch;
            }
            if (attempt == TRIES) {
                throw new StaleReportException("somebody else changed a payable award first: " + outcome, false);
            }
        }
    }

    private PaymentBatch gathered(UnitId unit, String requestId, Actor finance, List<Write> writes) {
        Instant now = core.now();
        Journaling journaling = new Journaling(unit, requestId, now);
        LocalDate today =
                LocalDate.ofInstant(now, schemes.inForce(unit, now).rules().zone());
        ReceiptNumber number = ReceiptNumber.of(today, core.ids().random(6));
        AwardAct entering = new AwardAct(AwardAction.ENTER_BATCH, "", number.value());
        List<PaymentBatch.Line> lines = new ArrayList<>();
        Map<String, Scheme> known = new HashMap<>();
        List<Condition> payable =
                List.of(Condition.equal("state", AwardState.PAYABLE.name()), Condition.atLeast("amount_fen", 1L));
        for (Snapshot row : core.journal().select(unit, Award.KIND, payable, "main_due", Integer.MAX_VALUE)) {
            Award award = Award.fold(core.journal().events(unit, row.stream()));
            if (lines.size() < MOST_LINES
                    && award.version() == row.version()
                    && award.batch().isEmpty()
                    && !award.owes("CONFIRM_RECEIPT")
                    && !awards.owesPoints(unit, award, AwardAction.ENTER_BATCH, row)
                    && !acting(unit, finance, award).concerned()) {
                Scheme scheme = known.computeIfAbsent(award.schemeVersion(), v -> schemes.version(unit, v));
                lines.add(PaymentBatch.line(
                        lines.size() + 1,
                        award,
                        scheme.awards().payment(),
                        scheme.schedule().taxIncluded().orElse(true)));
                awards.write(journaling, award, row, finance, entering, now, writes);
            }
        }
        if (lines.isEmpty()) {
            throw new ActionRefusedException(
                    List.of(Problem.of("payment.nothing-payable", "awards", 0, AwardState.PAYABLE.name())));
        }
        PaymentBatch batch = new PaymentBatch(number, now, lines);
        append(journaling, batch, List.of(), "GATHERED", finance, batch.payload(), writes);
        writes.add(new Write.Claim(
                "request|" + requestId, PaymentBatch.stream(number).id(), 1));
        return batch;
    }

    private void append(
            Journaling journaling,
            PaymentBatch batch,
            List<Event> earlier,
            String type,
            Actor finance,
            Payload payload,
            List<Write> writes) {
        StreamId stream = PaymentBatch.stream(batch.number());
        Event event = journaling.event(
                stream,
                earlier.size(),
                earlier.isEmpty()
                        ? Event.NO_HASH
                        : earlier.get(earlier.size() - 1).hash(),
                type,
                core.now(),
                finance.person().orElseThrow().value(),
                Role.FINANCE,
                schemes.inForce(journaling.unit(), core.now()).version(),
                "GATHERED",
                "GATHERED",
                payload);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("batch_no", batch.number().value());
        columns.put("gathered_at", batch.gatheredAt());
        columns.put("line_count", (long) batch.lines().size());
        columns.put("gross_fen", batch.gross().fen());
        Snapshot snapshot = new Snapshot(stream, event.seq(), event.hash(), "GATHERED", columns, Payload.EMPTY);
        writes.add(new Write.Append(stream, earlier.size(), snapshot, List.of(event)));
    }

    private static PaymentBatch batch(List<Event> events) {
        Event first = events.get(0);
        return PaymentBatch.from(first.occurredAt(), first.read());
    }

    /** All batches of the unit, oldest first. */
    public List<PaymentBatch> batches(UnitId unit) {
        return core.journal().select(unit, PaymentBatch.KIND, List.of(), "gathered_at", Integer.MAX_VALUE).stream()
                .map(row -> batch(core.journal().events(unit, row.stream())))
                .toList();
    }

    public Optional<PaymentBatch> find(UnitId unit, ReceiptNumber number) {
        List<Event> events = core.journal().events(unit, PaymentBatch.stream(number));
        return events.isEmpty() ? Optional.empty() : Optional.of(batch(events));
    }

    /** What became of each line, by its number. */
    public Map<Integer, PaymentResult> results(UnitId unit, PaymentBatch batch) {
        Map<Integer, PaymentResult> results = new HashMap<>();
        batch.lines()
                .forEach(line ->
                        results.put(line.number(), PaymentResult.of(awards.require(unit, line.award()), batch)));
        return results;
    }

    /**
     * The lines with whom they are for; that finance looked, and who, stays on the batch.
     *
     * @throws ActionRefusedException when the actor is not finance
     */
    public List<PaymentOrder> orders(UnitId unit, ReceiptNumber number, Actor finance) {
        requireFinance(finance);
        PaymentBatch batch = require(unit, number);
        noteReading(unit, batch, finance);
        return batch.lines().stream()
                .map(line -> order(unit, batch, line, finance))
                .toList();
    }

    private void noteReading(UnitId unit, PaymentBatch batch, Actor finance) {
        for (int attempt = 1; ; attempt++) {
            List<Write> writes = new ArrayList<>();
            List<Event> earlier = core.journal().events(unit, PaymentBatch.stream(batch.number()));
            Journaling journaling = new Journaling(unit, "shown:" + (earlier.size() + 1), core.now());
            append(journaling, batch, earlier, SHOWN, finance, Payload.EMPTY, writes);
            Outcome outcome = core.journal().commit(unit, writes);
            if (outcome instanceof Outcome.Saved) {
                return;
            }
            if (attempt == TRIES) {
                throw new StaleReportException("somebody else read batch " + batch.number() + " first", false);
            }
        }
    }

    private PaymentOrder order(UnitId unit, PaymentBatch batch, PaymentBatch.Line line, Actor finance) {
        Award award = awards.require(unit, line.award());
        Scheme scheme = schemes.version(unit, award.schemeVersion());
        Optional<Standing> standing = standing(unit, award);
        boolean hidden = acting(unit, finance, award).concerned();
        Optional<Identity> identity = hidden ? Optional.empty() : identity(unit, award);
        boolean collective = award.terms().ordinal() == 0;
        String payee = collective
                ? award.terms().title()
                : line.route() == Route.AGENCY && !hidden
                        ? standing.map(Standing::agency).orElse("")
                        : identity.map(Identity::name).orElse("");
        String payer = standing.map(Standing::payer).filter(p -> !p.isEmpty()).orElse(unit.value());
        Text source = scheme.sources().stream()
                .filter(s -> s.code().equals(line.source()))
                .map(FundSource::name)
                .findFirst()
                .orElse(Text.of(line.source(), line.source()));
        return new PaymentOrder(
                batch.number(),
                line,
                payer,
                payee,
                collective && !hidden
                        ? standing.map(Standing::department).orElse("")
                        : identity.map(i -> i.person().value()).orElse(""),
                scheme.awards().payment().payItem(),
                source,
                PaymentResult.of(award, batch));
    }

    /** Of the beneficiary; of the first reporter, whose collective it is, where it is for a collective. */
    private Optional<Standing> standing(UnitId unit, Award award) {
        return reports.find(unit, award.terms().report()).map(HazardReport::reporters).stream()
                .flatMap(List::stream)
                .filter(reporter ->
                        reporter.ordinal() == Math.max(1, award.terms().ordinal()))
                .map(Reporter::standing)
                .findFirst();
    }

    /** Opened for paying only: by the award's own key, first on its report, else on any other of his. */
    private Optional<Identity> identity(UnitId unit, Award award) {
        PersonKey person = Awards.person(awards.row(unit, award));
        if (person == null || award.terms().route() == Route.CUSTODIAN) {
            return Optional.empty();
        }
        List<SealedRow> rows = new ArrayList<>(
                core.journal().sealed(unit, award.terms().report().value()));
        rows.removeIf(
                row -> row.kind() != SealedKind.REPORTER || !row.personKey().equals(person.hex()));
        if (rows.isEmpty()) {
            rows.addAll(core.journal().sealedFor(unit, SealedKind.REPORTER, person.hex()));
        }
        return rows.stream()
                .flatMap(row -> core.vault().identity(unit, row).stream())
                .findFirst();
    }

    private Acting acting(UnitId unit, Actor actor, Award award) {
        return core.acting(
                unit, actor, core.journal().sealed(unit, award.terms().report().value()));
    }

    /**
     * Takes in what finance or the bank says of the lines, row by row; a row taken in before changes nothing, a row without
     * a result waits.
     *
     * @param file CSV or xlsx with the columns of {@link PaymentSheet}
     * @return rows taken, refused with their problems, and unchanged
     * @throws InvalidInputException when the file as a whole cannot be used
     * @throws ActionRefusedException when the actor is not finance
     */
    public ImportResult confirm(UnitId unit, byte[] file, Actor finance) {
        requireFinance(finance);
        return new Confirming(core, awards, this, unit, finance).confirm(PaymentSheet.read(TableReader.read(file)));
    }

    private PaymentBatch require(UnitId unit, ReceiptNumber number) {
        return find(unit, number)
                .orElseThrow(() -> new InvalidInputException(Problem.of("payment.no-such-line", "batch", number, "-")));
    }

    private static void requireFinance(Actor actor) {
        if (!actor.roles().contains(Role.FINANCE) || actor.person().isEmpty()) {
            throw new ActionRefusedException(
                    List.of(Problem.of("loop.role-missing", "payments", actor.roles(), Role.FINANCE.name())));
        }
    }
}
