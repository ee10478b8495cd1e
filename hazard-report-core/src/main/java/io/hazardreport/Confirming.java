package io.hazardreport;

import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.UnitId;
import io.hazardreport.exchange.PaymentRow;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.PaymentResult;
import io.hazardreport.reward.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in what finance says of the lines of its batches, each row by itself. */
record Confirming(Core core, Awards awards, Payments payments, UnitId unit, Actor finance) {

    private static final int TRIES = 20;

    ImportResult confirm(List<PaymentRow> rows) {
        int taken = 0;
        int refused = 0;
        int unchanged = 0;
        List<ImportResult.Line> problems = new ArrayList<>();
        for (PaymentRow row : rows) {
            List<Problem> wrong = new ArrayList<>(row.problems());
            boolean changed = false;
            if (wrong.isEmpty() && row.result() != PaymentResult.OPEN) {
                changed = isTaken(row, wrong);
            }
            wrong.forEach(problem -> problems.add(
                    new ImportResult.Line(row.number(), true, problem.under("row[" + row.number() + "]"))));
            refused += wrong.isEmpty() ? 0 : 1;
            taken += changed ? 1 : 0;
            unchanged += wrong.isEmpty() && !changed ? 1 : 0;
        }
        return new ImportResult(rows.size(), taken, 0, refused, unchanged, problems, List.of());
    }

    /** Whether the row changed something; what was wrong with it is added. */
    private boolean isTaken(PaymentRow row, List<Problem> wrong) {
        Optional<PaymentBatch> batch = payments.find(unit, new ReceiptNumber(row.batch()));
        Optional<PaymentBatch.Line> line = batch.flatMap(
                b -> b.lines().stream().filter(l -> l.number() == row.line()).findFirst());
        if (batch.isEmpty() || line.isEmpty()) {
            wrong.add(Problem.of(
                    "payment.no-such-line",
                    batch.isEmpty() ? "batch" : "line",
                    batch.isEmpty() ? row.batch() : row.line(),
                    batch.map(b -> "1-" + b.lines().size()).orElse("-")));
            return false;
        }
        String request = String.join(
                "|",
                "pay",
                row.batch(),
                Integer.toString(row.line()),
                row.result().name(),
                core.vault().fingerprint(unit, row.voucher()).substring(0, 12));
        for (int attempt = 1; ; attempt++) {
            Award award = awards.require(unit, line.get().award());
            if (core.journal().claim(unit, "request|" + request).isPresent()
                    || isConfirmedByHimself(award, batch.get(), row)) {
                return false;
            }
            Optional<AwardAct> act = act(award, batch.get(), row, wrong);
            if (act.isEmpty()) {
                return false;
            }
            try {
                awards.perform(unit, new AwardCommand(award.id(), award.version(), request, finance, act.get(), null));
                return true;
            } catch (ActionRefusedException e) {
                wrong.addAll(e.problems());
                return false;
            } catch (StaleReportException e) {
                if (e.transactionLost() || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static boolean isConfirmedByHimself(Award award, PaymentBatch batch, PaymentRow row) {
        List<AwardEvent> since = award.inBatch(batch.number().value());
        AwardEvent last = since.isEmpty() ? null : since.get(since.size() - 1);
        return row.result() == PaymentResult.PAID
                && last != null
                && last.action() == AwardAction.CONFIRM_PAID
                && last.role() == Role.REPORTER;
    }

    private static Optional<AwardAct> act(Award award, PaymentBatch batch, PaymentRow row, List<Problem> wrong) {
        PaymentResult now = PaymentResult.of(award, batch);
        boolean paying = award.batch().filter(batch.number().value()::equals).isPresent();
        boolean lastPaid = now == PaymentResult.PAID && award.state() == AwardState.PAID;
        return switch (row.result()) {
            case PAID -> {
                if (!paying || now != PaymentResult.OPEN) {
                    wrong.add(settled(now, row));
                    yield Optional.empty();
                }
                AwardAction action =
                        award.terms().route() == Route.AGENCY ? AwardAction.HAND_TO_AGENCY : AwardAction.CONFIRM_PAID;
                yield Optional.of(new AwardAct(action, "", row.voucher()));
            }
            case FAILED, RETURNED -> {
                if (!paying && !(lastPaid && row.result() == PaymentResult.RETURNED)) {
                    wrong.add(settled(now, row));
                    yield Optional.empty();
                }
                AwardAction action = paying ? AwardAction.PAYMENT_FAILED : AwardAction.RETURN_PAYMENT;
                yield Optional.of(new AwardAct(action, row.reason(), row.voucher()));
            }
            case OPEN, HANDED -> Optional.empty();
        };
    }

    private static Problem settled(PaymentResult now, PaymentRow row) {
        return Problem.of("payment.line-settled", "result", row.result().name(), now.name());
    }
}
