package io.hazardreport.scheme;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hazardreport.base.HazardReportException;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A place in the document with its path; every fault found there is noted and reading goes on. Nothing of the wrong kind
 * is ever read as if it were not there, {@code null} neither.
 */
final class Node {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MOST_SHOWN = 60;

    /** A key by which a scheme would tell people how much to report. */
    private static final Pattern QUOTA = Pattern.compile(
            "(?i).*(quota|reportsPer|(min|minimum|must|required|target)_?-?reports?).*|.*(指标|定额|任务数).*");

    private final JsonNode json;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    private Node(JsonNode json, String path, List<Problem> problems) {
        this.json = json;
        this.path = path;
        this.problems = problems;
    }

    /**
     * @param problems takes what is found wrong in it
     * @throws InvalidInputException {@code scheme.not-json}
     */
    static Node root(String json, List<Problem> problems) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isMissingNode()) {
                throw new InvalidInputException(Problem.of("scheme.not-json", "$", "-", "JSON"));
            }
            return new Node(tree, "", problems);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(notJson(json, e));
        }
    }

    /** Where it stops being JSON, and what stands there. */
    private static Problem notJson(String json, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        if (at == null) {
            return Problem.of("scheme.not-json", "$", "-", "JSON");
        }
        String line = json.lines()
                .skip(Math.max(0, at.getLineNr() - 1))
                .findFirst()
                .orElse("")
                .strip();
        return Problem.of(
                "scheme.not-json",
                "line " + at.getLineNr() + ", column " + at.getColumnNr(),
                line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line,
                "JSON");
    }

    String path() {
        return path;
    }

    boolean isThere() {
        return !json.isMissingNode();
    }

    boolean isFlag() {
        return json.isBoolean();
    }

    boolean isList() {
        return json.isArray();
    }

    boolean isObject() {
        return json.isObject();
    }

    Node at(String field) {
        known.add(field);
        JsonNode child = json.isObject() && json.has(field) ? json.get(field) : MissingNode.getInstance();
        return new Node(child, under(field), problems);
    }

    /** {@code $schema} tells an editor where the JSON Schema lies; nothing is read from it. */
    void mayNameItsSchema() {
        Node schema = at("$schema");
        if (schema.isThere()) {
            schema.required("?");
        }
    }

    private String under(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** Notes every field nobody asked for: a misspelt key is a fault, not a comment. One that begins with _ is. */
    void nothingElse() {
        for (String name : fields()) {
            if (!known.contains(name)) {
                boolean quota = QUOTA.matcher(name).matches();
                note(
                        quota ? "scheme.no-report-quota" : "scheme.unknown-field",
                        under(name),
                        quota ? json.get(name) : name,
                        String.join(", ", known));
            }
        }
    }

    /** The names in an object whose keys are the company's own. */
    List<String> fields() {
        if (isThere() && !json.isObject()) {
            wrongKind("{ … }");
        }
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = json.fieldNames(); all.hasNext(); ) {
            String name = all.next();
            if (!name.startsWith("_")) {
                names.add(name);
            }
        }
        return names;
    }

    private void note(String code, String where, Object value, String allowed) {
        problems.add(Problem.of(code, where, value, allowed));
    }

    private void wrongKind(String allowed) {
        note("scheme.wrong-kind", path, json.isValueNode() ? json.asText() : json.getNodeType(), allowed);
    }

    /** A list that may be empty or left out. */
    List<Node> items() {
        if (isThere() && !json.isArray()) {
            wrongKind("[ … ]");
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            items.add(new Node(json.get(i), path + "[" + i + "]", problems));
        }
        return items;
    }

    /** A list that must have something in it. */
    List<Node> someItems() {
        List<Node> items = items();
        if (items.isEmpty() && (json.isArray() || !isThere())) {
            note("scheme.blank", path, isThere() ? "[]" : "-", "≥ 1");
        }
        return items;
    }

    /** Text that must be there and not blank; the fallback stands in so that reading goes on. */
    String required(String fallback) {
        return filled(json.isTextual(), "\"…\"", fallback);
    }

    /** Text or a whole number. */
    String id(String fallback) {
        return filled(json.isTextual() || isWhole(), "\"…\" | 1", fallback);
    }

    /** One value of many: text, a whole number or a flag. */
    String value(String fallback) {
        return filled(json.isTextual() || json.isBoolean() || isWhole(), "\"…\" | 1 | true", fallback);
    }

    private boolean isWhole() {
        return json.isNumber() && Form.SIGNED.matches(plain());
    }

    private String filled(boolean rightKind, String allowed, String fallback) {
        if (isThere() && !rightKind) {
            wrongKind(allowed);
            return fallback;
        }
        String text = json.isNumber() ? plain() : json.asText();
        if (text.isBlank()) {
            note("scheme.blank", path, isThere() ? "\"\"" : "-", "\"…\"");
            return fallback;
        }
        return text;
    }

    /** A number without an exponent, unless that would be very long. */
    private String plain() {
        BigDecimal number = json.decimalValue();
        BigDecimal exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs((long) exact.scale()) > 30 ? exact.toString() : exact.toPlainString();
    }

    /** Whatever stands there as people write it, of any kind of value; empty for {@code null}. */
    String loose() {
        if (isThere() && !json.isValueNode()) {
            wrongKind("\"…\" | 1 | true");
        }
        return json.isNull() || !json.isValueNode() ? "" : json.isNumber() ? plain() : json.asText();
    }

    boolean flag(boolean fallback) {
        if (isThere() && !json.isBoolean()) {
            wrongKind("true | false");
        }
        return json.isBoolean() ? json.booleanValue() : fallback;
    }

    int number(int fallback, int min, int max) {
        if (!isThere()) {
            return fallback;
        }
        long number = isWhole() ? Long.parseLong(plain()) : min - 1L;
        if (number < min || number > max) {
            note("scheme.out-of-range", path, json.isValueNode() ? json.asText() : json.getNodeType(), min + "-" + max);
            return fallback;
        }
        return (int) number;
    }

    /** A value of this form, read by something that may refuse with problems of its own, which are moved to this path. */
    <T> T parsed(Form form, Function<String, T> read, T fallback) {
        String text = filled(json.isTextual() || (form.isNumber() && json.isNumber()), form.allowed(), "");
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            T value = read.apply(text);
            if (form.matches(text)) {
                return value;
            }
            note("scheme.unreadable", path, text, form.allowed());
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(new Problem(p.code(), path, p.value(), p.allowed(), p.source())));
        } catch (HazardReportException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            note("scheme.unreadable", path, text, form.allowed());
        }
        return fallback;
    }

    Money money() {
        return parsed(Form.MONEY, Money::parse, Money.ZERO);
    }

    Optional<Money> optionalMoney() {
        return isThere() ? Optional.of(money()) : Optional.empty();
    }

    LocalDate day() {
        return parsed(Form.DAY, LocalDate::parse, LocalDate.EPOCH);
    }

    /** {@code 15} or {@code 15%}. */
    BigDecimal percent(Form form) {
        return parsed(
                form,
                text -> new BigDecimal(text.endsWith("%") ? text.substring(0, text.length() - 1) : text),
                BigDecimal.ZERO);
    }

    <E extends Enum<E>> E constant(Class<E> type, E fallback) {
        if (!isThere()) {
            return fallback;
        }
        return oneOf(type).orElse(fallback);
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return oneOf(Arrays.asList(type.getEnumConstants()));
    }

    <E extends Enum<E>> Optional<E> oneOf(List<E> constants) {
        String text = required("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found =
                constants.stream().filter(c -> c.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            note("scheme.not-one-of", path, text, constants.toString());
        }
        return found;
    }

    /** Both languages, and whatever else the caller asks for. */
    Text text() {
        return Text.of(at("zh").required("?"), at("en").required("?"));
    }

    Text textAlone() {
        Text text = text();
        nothingElse();
        return text;
    }
}
