package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.ImportResult;
import io.hazardreport.Payments;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.exchange.CsvWriter;
import io.hazardreport.exchange.PaymentSheet;
import io.hazardreport.exchange.Sheets;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.PaymentOrder;
import io.hazardreport.reward.PaymentResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What finance does: gathers a batch, takes it along as a file, and hands the file back filled in. */
@Command(
        name = "payments",
        mixinStandardHelpOptions = true,
        description = "Payment batches for finance; without an option, the list of them / 奖励发放批次")
final class PaymentsCommand extends AtWorkspace implements Callable<Integer> {

    @Option(names = "--gather", description = "gather what is payable now into a new batch / 汇集待发奖励成新批次")
    private boolean gather;

    @Option(names = "--batch", defaultValue = "", description = "number of a batch / 批次号")
    private String batch = "";

    @Option(names = "--format", defaultValue = "table", description = "table | csv | xlsx")
    private String format = "table";

    @Option(names = "--confirm", defaultValue = "", description = "finance's file, filled in (CSV or xlsx) / 财务填好的文件")
    private String confirm = "";

    @Option(names = "--person", defaultValue = "F001", description = "the finance officer (default: ${DEFAULT-VALUE})")
    private String person = "F001";

    @Override
    public Integer call() throws IOException {
        Actor finance = Actor.person(person, Role.FINANCE);
        try (Workspace workspace = open()) {
            Payments payments = workspace.reporting().payments();
            if (!confirm.isEmpty()) {
                return taken(payments.confirm(Workspace.UNIT, Files.readAllBytes(Path.of(confirm)), finance));
            }
            if (gather) {
                String request = "payments-" + UUID.randomUUID();
                batch = payments.gather(Workspace.UNIT, request, finance)
                        .number()
                        .value();
            }
            if (batch.isEmpty()) {
                list(payments);
            } else {
                show(payments.orders(Workspace.UNIT, ReceiptNumber.parse(batch), finance));
            }
        }
        return 0;
    }

    private void list(Payments payments) {
        Columns columns =
                new Columns().row(say("batch"), say("gathered"), say("lines"), say("open-lines"), say("gross"));
        for (PaymentBatch each : payments.batches(Workspace.UNIT)) {
            long open = payments.results(Workspace.UNIT, each).values().stream()
                    .filter(result -> result == PaymentResult.OPEN || result == PaymentResult.HANDED)
                    .count();
            columns.row(each.number(), local(each.gatheredAt()), each.lines().size(), open, each.gross());
        }
        columns.print(out());
    }

    private void show(List<PaymentOrder> orders) throws IOException {
        Path file = folder().resolve("payments-" + batch + "." + format);
        switch (format) {
            case "csv" -> Files.write(file, CsvWriter.writeForExcel(PaymentSheet.table(orders)));
            case "xlsx" -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    Sheets.write(out, List.of(PaymentSheet.sheet(orders)));
                }
            }
            default -> {
                table(orders);
                return;
            }
        }
        print("written", Map.of("file", file.toString()));
    }

    private void table(List<PaymentOrder> orders) {
        heading("payments", Map.of("batch", batch));
        Columns columns = new Columns()
                .row(
                        say("line"),
                        say("payee"),
                        say("payee-id"),
                        say("gross"),
                        say("tax"),
                        say("transfer"),
                        say("source"),
                        say("status"));
        orders.forEach(order -> columns.row(
                order.line().number(),
                order.payee().isEmpty() ? in(order.line().route().displayName()) : order.payee(),
                order.payeeId(),
                order.line().gross(),
                order.line().tax(),
                order.line().transfer(),
                in(order.fundSource()),
                in(order.result().displayName())));
        columns.print(out());
    }

    private int taken(ImportResult result) {
        result.lines()
                .forEach(line -> out().println(say("refused") + " "
                        + line.problem().path() + "  " + line.problem().message(locale())));
        print(
                "payments-confirmed",
                Map.of(
                        "rows", Integer.toString(result.rows()),
                        "taken", Integer.toString(result.taken()),
                        "refused", Integer.toString(result.refused()),
                        "unchanged", Integer.toString(result.unchanged())));
        return result.refused() == 0 ? 0 : 2;
    }
}
