package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.Text;
import io.hazardreport.reward.PaymentOrder;
import io.hazardreport.reward.PaymentResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A payment batch as a table for finance, and the same table filled in and read again. Nothing in it leads to a report.
 * Stateless.
 */
public final class PaymentSheet {

    /** The columns in their order; the last three are finance's to fill in. */
    private static final List<String> COLUMNS = List.of(
            "batch",
            "line",
            "payer",
            "route",
            "payeeId",
            "payee",
            "account",
            "item",
            "gross",
            "tax",
            "net",
            "transfer",
            "source",
            "coordinated",
            "voucher",
            "result",
            "reason");

    private static final List<String> REASONS =
            List.of("ACCOUNT_WRONG", "ACCOUNT_CLOSED", "NAME_MISMATCH", "REJECTED", "CANCELLED", "OTHER");

    private static final int ROWS_TO_SEARCH = 10;
    private static final int LONGEST_VOUCHER = 60;

    private PaymentSheet() {}

    private static Text header(String column) {
        return Messages.text("payment.column." + column);
    }

    /** For CSV: one header row, both languages in each header. */
    public static Table table(List<PaymentOrder> orders) {
        List<String> header = COLUMNS.stream()
                .map(column -> header(column).zh() + " / " + header(column).en())
                .toList();
        return Table.of(
                header,
                orders.stream()
                        .map(order ->
                                cells(order).stream().map(PaymentSheet::words).toList())
                        .toList());
    }

    /** For a workbook, in Chinese, with places to sign. */
    public static SheetData sheet(List<PaymentOrder> orders) {
        String batch = orders.isEmpty() ? "" : orders.get(0).batch().value();
        return SheetData.of(
                        header("title").zh(),
                        header("title").zh() + " " + batch,
                        COLUMNS.stream().map(column -> header(column).zh()).toList(),
                        orders.stream().map(PaymentSheet::cells).toList())
                .withFooters(List.of(
                        List.of(header("note").zh()),
                        List.of(
                                header("maker").zh() + "：",
                                header("checker").zh() + "：",
                                header("approver").zh() + "：")));
    }

    private static List<SheetCell> cells(PaymentOrder order) {
        PaymentResult result = order.result();
        return List.of(
                SheetCell.of(order.batch().value()),
                SheetCell.of(order.line().number()),
                SheetCell.of(order.payer()),
                SheetCell.of(order.line().route().displayName().zh()),
                SheetCell.of(order.payeeId()),
                SheetCell.of(order.payee()),
                SheetCell.blank(),
                SheetCell.of(order.payItem().zh()),
                SheetCell.of(order.line().gross()),
                SheetCell.of(order.line().tax()),
                SheetCell.of(order.line().net()),
                SheetCell.of(order.line().transfer()),
                SheetCell.of(order.fundSource().zh()),
                SheetCell.of(order.line().coordinated()),
                SheetCell.blank(),
                SheetCell.of(
                        result == PaymentResult.OPEN ? "" : result.displayName().zh()),
                SheetCell.blank());
    }

    private static String words(SheetCell cell) {
        if (cell instanceof SheetCell.Words words) {
            return words.text();
        }
        return cell instanceof SheetCell.Amount amount
                ? amount.value().toString()
                : cell instanceof SheetCell.Whole whole ? Long.toString(whole.value()) : "";
    }

    /**
     * The rows of a filled-in table. Needed are batch, line, voucher and result, and the reason of what was not paid.
     *
     * @throws InvalidInputException {@code payment.no-column} when a needed column is missing
     */
    public static List<PaymentRow> read(Table table) {
        List<Table.Row> all = new ArrayList<>(table.above());
        all.add(table.header());
        all.addAll(table.rows());
        Map<String, Integer> best = Map.of();
        int header = 0;
        for (int i = 0; i < Math.min(all.size(), ROWS_TO_SEARCH); i++) {
            Map<String, Integer> found = positions(all.get(i));
            if (found.size() > best.size()) {
                best = found;
                header = i;
            }
        }
        for (String needed : List.of("batch", "line", "voucher", "result")) {
            if (!best.containsKey(needed)) {
                throw new InvalidInputException(Problem.of(
                        "payment.no-column", "row[" + all.get(header).number() + "]", "-", header(needed) + ""));
            }
        }
        Map<String, Integer> positions = best;
        return all.subList(header + 1, all.size()).stream()
                .filter(row -> isLine(row, positions))
                .map(row -> row(row, positions))
                .toList();
    }

    /** What stands below the table (notes, places to sign) has nothing in the line's column. */
    private static boolean isLine(Table.Row row, Map<String, Integer> positions) {
        return !cell(row, positions, "line").isEmpty()
                || !cell(row, positions, "result").isEmpty();
    }

    private static Map<String, Integer> positions(Table.Row row) {
        Map<String, Integer> positions = new TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = plain(row.cells().get(i));
            for (String column : COLUMNS) {
                Text name = header(column);
                if (text.equals(plain(name.zh()))
                        || text.equals(plain(name.en()))
                        || text.equals(plain(name.zh() + " / " + name.en()))) {
                    positions.putIfAbsent(column, i);
                }
            }
        }
        return positions;
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String cell(Table.Row row, Map<String, Integer> positions, String column) {
        Integer position = positions.get(column);
        return position == null ? "" : row.cell(position).strip();
    }

    private static PaymentRow row(Table.Row row, Map<String, Integer> positions) {
        List<Problem> problems = new ArrayList<>();
        String batch = cell(row, positions, "batch");
        try {
            batch = ReceiptNumber.parse(batch).value();
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(Problem.of(p.code(), name("batch"), p.value(), p.allowed())));
        }
        String line = cell(row, positions, "line");
        int number = 0;
        if (line.matches("[1-9]\\d{0,5}")) {
            number = Integer.parseInt(line);
        } else {
            problems.add(Problem.of("payment.bad-cell", name("line"), line, "1, 2, 3 …"));
        }
        String said = cell(row, positions, "result");
        PaymentResult result = said.isEmpty()
                ? PaymentResult.OPEN
                : of(
                                List.of(PaymentResult.PAID, PaymentResult.FAILED, PaymentResult.RETURNED),
                                said,
                                "result",
                                problems)
                        .orElse(PaymentResult.OPEN);
        String voucher = cell(row, positions, "voucher");
        if (result != PaymentResult.OPEN && (voucher.isEmpty() || voucher.length() > LONGEST_VOUCHER)) {
            problems.add(Problem.of("payment.bad-cell", name("voucher"), voucher, "1-" + LONGEST_VOUCHER));
        }
        boolean back = result == PaymentResult.FAILED || result == PaymentResult.RETURNED;
        String reason = back ? reason(cell(row, positions, "reason"), problems) : "";
        return new PaymentRow(row.number(), batch, number, voucher, result, reason, problems);
    }

    /** A code only: what a bank writes of a person's account has no place in an event. */
    private static String reason(String said, List<Problem> problems) {
        return one(REASONS, code -> Messages.text("payment.reason." + code), said, "reason", problems)
                .orElse("");
    }

    private static Optional<PaymentResult> of(
            List<PaymentResult> results, String said, String column, List<Problem> problems) {
        return one(results, PaymentResult::displayName, said, column, problems);
    }

    private static <T> Optional<T> one(
            List<T> allowed, Function<T, Text> name, String said, String column, List<Problem> problems) {
        for (T each : allowed) {
            Text words = name.apply(each);
            if (said.equalsIgnoreCase(each.toString())
                    || said.equals(words.zh())
                    || said.equalsIgnoreCase(words.en())) {
                return Optional.of(each);
            }
        }
        problems.add(Problem.of(
                "payment.bad-cell",
                name(column),
                said,
                String.join(
                        ", ",
                        allowed.stream()
                                .map(each -> name.apply(each).zh() + "/" + each)
                                .toList())));
        return Optional.empty();
    }

    private static String name(String column) {
        return header(column).zh();
    }
}
