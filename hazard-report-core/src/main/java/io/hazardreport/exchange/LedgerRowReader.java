package io.hazardreport.exchange;

import io.hazardreport.base.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row and collects what is wrong with it and what is doubtful. */
final class LedgerRowReader {

    private static final List<LedgerColumn> CONTENT = List.of(
            LedgerColumn.REPORTED_AT,
            LedgerColumn.TEXT,
            LedgerColumn.PLACE,
            LedgerColumn.CATEGORY,
            LedgerColumn.KIND,
            LedgerColumn.SOURCE);
    private static final Set<String> YES = Set.of("是", "有", "已", "Y", "YES", "TRUE", "1", "√", "✓", "✔", "对");
    private static final Set<String> NO = Set.of("否", "无", "未", "N", "NO", "FALSE", "0", "×", "X", "✗", "-", "/", "");
    private static final String DATES = "2024-09-27 16:30, 2024/9/27, 2024.9.27, 2024年9月27日";
    private static final String YES_OR_NO = "是, 否";

    private final LedgerHeader header;
    private final LedgerVocabulary vocabulary;
    private final Table.Row row;
    private final List<Problem> refusals = new ArrayList<>();
    private final List<Problem> remarks = new ArrayList<>();

    LedgerRowReader(LedgerHeader header, LedgerVocabulary vocabulary, Table.Row row) {
        this.header = header;
        this.vocabulary = vocabulary;
        this.row = row;
    }

    /** Without persons: a digest of names and known text could be tried out until a name fits. */
    String identityKey() {
        String id = cell(LedgerColumn.ID);
        if (!id.isEmpty()) {
            return "id:" + id;
        }
        StringBuilder content = new StringBuilder();
        for (LedgerColumn column : CONTENT) {
            content.append(cell(column)).append('\u001F');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    LedgerEntry read(String identity, int occurrence) {
        checkWidth();
        String id = cell(LedgerColumn.ID);
        if (!id.isEmpty() && occurrence > 1) {
            remarks.add(problem("exchange.id-repeated", LedgerColumn.ID, shown(LedgerColumn.ID), identity));
        }
        LedgerDates.@Nullable Moment moment = moment();
        String text = cell(LedgerColumn.TEXT);
        if (text.isEmpty()) {
            remarks.add(problem("exchange.text-missing", LedgerColumn.TEXT, "", "…"));
        }
        String grade = remarkedCode(LedgerColumn.GRADE, cell(LedgerColumn.GRADE));
        checkGradeAgainst(text);
        String confidentiality = confidentiality();
        LedgerRow read = new LedgerRow(
                identity,
                row.number(),
                row.line(),
                id,
                moment == null ? null : moment.date(),
                moment == null ? null : moment.time(),
                text,
                cell(LedgerColumn.SUGGESTION),
                cell(LedgerColumn.PLACE),
                category(),
                refusedCode(LedgerColumn.KIND),
                refusedCode(LedgerColumn.SOURCE),
                cell(LedgerColumn.CHANNEL),
                reporters(confidentiality),
                cell(LedgerColumn.DEPARTMENT),
                cell(LedgerColumn.POST),
                refusedCode(LedgerColumn.JOB_ROLE),
                refusedCode(LedgerColumn.EMPLOYMENT),
                cell(LedgerColumn.AGENCY),
                confidentiality,
                cell(LedgerColumn.GRADE),
                grade,
                cell(LedgerColumn.STATUS),
                remarkedCode(LedgerColumn.STATUS, status()),
                remarkedCode(LedgerColumn.EFFORT, cell(LedgerColumn.EFFORT)),
                yes(LedgerColumn.DANGER, refusals),
                yes(LedgerColumn.FIXED_ON_SPOT, remarks),
                cell(LedgerColumn.REMARK),
                others());
        if (!refusals.isEmpty()) {
            List<Problem> all = new ArrayList<>(refusals);
            all.addAll(remarks);
            return new LedgerEntry.Refused(row.number(), row.line(), identity, all);
        }
        return remarks.isEmpty() ? new LedgerEntry.Taken(read) : new LedgerEntry.Remarked(read, remarks);
    }

    private void checkWidth() {
        int expected = header.texts().size();
        List<String> cells = row.cells();
        boolean spills = cells.size() > expected
                && cells.subList(expected, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
        if (spills) {
            refusals.add(width("exchange.too-many-cells"));
        }
    }

    private Problem width(String code) {
        return Problem.of(
                code,
                "row[" + row.number() + "]",
                row.cells().size(),
                String.valueOf(header.texts().size()));
    }

    private LedgerDates.@Nullable Moment moment() {
        String written = cell(LedgerColumn.REPORTED_AT);
        if (written.isEmpty()) {
            remarks.add(problem("exchange.date-missing", LedgerColumn.REPORTED_AT, "", DATES));
            return null;
        }
        Optional<LedgerDates.Moment> serial = LedgerDates.parseSerial(written);
        Optional<LedgerDates.Moment> moment = LedgerDates.parse(written).or(() -> serial);
        if (moment.isEmpty()) {
            refusals.add(problem(
                    "exchange.unreadable-date", LedgerColumn.REPORTED_AT, shown(LedgerColumn.REPORTED_AT), DATES));
        } else if (serial.isPresent()) {
            remarks.add(problem(
                    "exchange.date-serial",
                    LedgerColumn.REPORTED_AT,
                    written,
                    moment.get().toString()));
        }
        return moment.orElse(null);
    }

    private @Nullable String category() {
        if (cell(LedgerColumn.CATEGORY).isEmpty()) {
            remarks.add(
                    problem("exchange.category-missing", LedgerColumn.CATEGORY, "", allowed(LedgerColumn.CATEGORY)));
            return null;
        }
        return refusedCode(LedgerColumn.CATEGORY);
    }

    private @Nullable String refusedCode(LedgerColumn column) {
        return code(column, cell(column), "exchange.unknown-code", refusals);
    }

    private @Nullable String remarkedCode(LedgerColumn column, String written) {
        return code(column, written, "exchange.unrecognised", remarks);
    }

    private @Nullable String code(LedgerColumn column, String written, String problem, List<Problem> problems) {
        if (written.isEmpty()) {
            return null;
        }
        if (vocabulary.codes(column).isEmpty()) {
            return written;
        }
        Optional<String> code = vocabulary.code(column, written);
        if (code.isEmpty()) {
            problems.add(problem(problem, column, shown(column), allowed(column)));
        }
        return code.orElse(null);
    }

    private String status() {
        String written = cell(LedgerColumn.STATUS);
        if (isYes(written)) {
            return "已整改";
        }
        return written.equals("否") || written.equals("未") ? "未整改" : written;
    }

    private @Nullable String confidentiality() {
        String written = cell(LedgerColumn.IDENTITY);
        if (header.text(LedgerColumn.IDENTITY).contains("匿名") && !written.isEmpty()) {
            if (isYes(written)) {
                return code(LedgerColumn.IDENTITY, "匿名", "exchange.unknown-code", refusals);
            }
            if (NO.contains(written)) {
                return null;
            }
        }
        return refusedCode(LedgerColumn.IDENTITY);
    }

    private void checkGradeAgainst(String text) {
        String grade = cell(LedgerColumn.GRADE);
        if (grade.contains("一般") && (text.contains("重大隐患") || text.contains("重大事故隐患"))) {
            remarks.add(
                    problem("exchange.grade-contradicts-text", LedgerColumn.GRADE, shown(LedgerColumn.GRADE), "重大"));
        }
    }

    private List<LedgerPerson> reporters(@Nullable String confidentiality) {
        String name = cell(LedgerColumn.REPORTER_NAME);
        String number = cell(LedgerColumn.REPORTER_ID);
        boolean anonymous = confidentiality != null
                && vocabulary
                        .code(LedgerColumn.IDENTITY, "匿名")
                        .filter(confidentiality::equals)
                        .isPresent();
        if (anonymous) {
            boolean named = !name.isEmpty() && !name.equals("匿名");
            if (named || !number.isEmpty()) {
                remarks.add(
                        problem("exchange.anonymous-named", LedgerColumn.IDENTITY, shown(LedgerColumn.IDENTITY), ""));
            }
            return List.of();
        }
        if (LedgerDates.parse(name).isPresent()) {
            remarks.add(problem("exchange.date-as-name", LedgerColumn.REPORTER_NAME, name, ""));
            name = "";
        }
        List<LedgerPerson> names = name.isEmpty() ? List.of() : LedgerPeople.withNumbers(name);
        List<String> numbers = number.isEmpty() ? List.of() : LedgerPeople.split(number);
        if (!names.isEmpty() && !numbers.isEmpty() && names.size() != numbers.size()) {
            refusals.add(problem(
                    "exchange.people-mismatch",
                    LedgerColumn.REPORTER_ID,
                    String.valueOf(numbers.size()),
                    String.valueOf(names.size())));
            return List.of();
        }
        List<LedgerPerson> people = new ArrayList<>(LedgerPeople.paired(names, numbers));
        String joint = cell(LedgerColumn.JOINT);
        if (!joint.isEmpty()) {
            people.addAll(LedgerPeople.withNumbers(joint));
        }
        people.removeIf(
                person -> person.name().isEmpty() && person.staffNumber().isEmpty());
        return LedgerPeople.distinct(people);
    }

    private boolean yes(LedgerColumn column, List<Problem> problems) {
        String written = cell(column);
        if (!isYes(written) && !NO.contains(upper(written))) {
            problems.add(problem("exchange.not-yes-no", column, shown(column), YES_OR_NO));
        }
        return isYes(written);
    }

    private static boolean isYes(String written) {
        return YES.contains(upper(written));
    }

    private static String upper(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        for (int position : header.unknownPositions()) {
            String cell = row.cell(position).strip();
            if (!cell.isEmpty()) {
                String title = header.texts().get(position).strip();
                String key = title;
                for (int n = 2; others.containsKey(key); n++) {
                    key = title + " (" + n + ")";
                }
                others.put(key, cell);
            }
        }
        return others;
    }

    private String cell(LedgerColumn column) {
        OptionalInt position = header.position(column);
        return position.isPresent() ? row.cell(position.getAsInt()).strip() : "";
    }

    /** What a problem may quote of a cell: never a person, and no more than a few words. */
    private String shown(LedgerColumn column) {
        return column.isPersonal() ? "…" : LedgerHeader.shortened(cell(column));
    }

    private String allowed(LedgerColumn column) {
        return String.join(", ", vocabulary.codes(column));
    }

    private Problem problem(String code, LedgerColumn column, String value, String allowed) {
        return Problem.of(code, "row[" + row.number() + "]." + header.text(column), value, allowed);
    }
}
