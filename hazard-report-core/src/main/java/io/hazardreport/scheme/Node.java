package io.hazardreport.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hazardreport.base.HazardReportException;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A place in the document with its path; every fault found there is noted and reading goes on. */
final class Node {

    /** A key by which a scheme would tell people how much to report. */
    private static final Pattern QUOTA = Pattern.compile(
            "(?i).*(quota|reportsPer|(min|minimum|must|required|target)_?-?reports?).*|.*(指标|定额|任务数).*");

    private final JsonNode json;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    Node(JsonNode json, String path, List<Problem> problems) {
        this.json = json;
        this.path = path;
        this.problems = problems;
    }

    String path() {
        return path;
    }

    boolean isThere() {
        return !json.isMissingNode() && !json.isNull();
    }

    boolean isFlag() {
        return json.isBoolean();
    }

    boolean isList() {
        return json.isArray();
    }

    Node at(String field) {
        known.add(field);
        JsonNode child = json.isObject() && json.has(field) ? json.get(field) : MissingNode.getInstance();
        return new Node(child, path.isEmpty() ? field : path + "." + field, problems);
    }

    /** Notes every field nobody asked for: a misspelt key is a fault, not a comment. */
    void nothingElse() {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name) && !name.startsWith("_")) {
                boolean quota = QUOTA.matcher(name).matches();
                note(
                        quota ? "scheme.no-report-quota" : "scheme.unknown-field",
                        path.isEmpty() ? name : path + "." + name,
                        quota ? json.get(name) : name,
                        String.join(", ", known));
            }
        }
    }

    private void note(String code, String where, Object value, String allowed) {
        problems.add(Problem.of(code, where, value, allowed));
    }

    List<Node> items() {
        if (isThere() && !json.isArray()) {
            note("scheme.wrong-kind", path, json.getNodeType(), "[ … ]");
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            items.add(new Node(json.get(i), path + "[" + i + "]", problems));
        }
        return items;
    }

    List<String> fields() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        known.addAll(names);
        return names;
    }

    /** A value that must be there and not blank; the fallback stands in so that reading goes on. */
    String required(String fallback) {
        String text = scalar();
        if (text.isBlank()) {
            note("scheme.blank", path, isThere() ? "\"\"" : "-", "\"…\"");
            return fallback;
        }
        return text;
    }

    private String scalar() {
        if (isThere() && !json.isValueNode()) {
            note("scheme.wrong-kind", path, json.getNodeType(), "\"…\"");
            return "";
        }
        return isThere() ? json.asText() : "";
    }

    String optional() {
        return scalar();
    }

    boolean flag(boolean fallback) {
        if (isThere() && !json.isBoolean()) {
            note("scheme.wrong-kind", path, json.asText(), "true | false");
        }
        return isThere() ? json.asBoolean(fallback) : fallback;
    }

    int number(int fallback, int min, int max) {
        if (!isThere()) {
            return fallback;
        }
        if (!json.canConvertToInt() || !json.isIntegralNumber() || json.asInt() < min || json.asInt() > max) {
            note("scheme.out-of-range", path, json.asText(), min + "-" + max);
            return fallback;
        }
        return json.asInt();
    }

    /** A value read by something that refuses with problems of its own, which are moved to this path. */
    <T> T parsed(Function<String, T> read, T fallback) {
        String text = required("");
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return read.apply(text);
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(new Problem(p.code(), path, p.value(), p.allowed(), p.source())));
        } catch (HazardReportException | DateTimeException | IllegalArgumentException e) {
            note("scheme.unreadable", path, text, "-");
        }
        return fallback;
    }

    Money money() {
        return parsed(Money::parse, Money.ZERO);
    }

    Optional<Money> optionalMoney() {
        return isThere() ? Optional.of(money()) : Optional.empty();
    }

    <E extends Enum<E>> E constant(Class<E> type, E fallback) {
        if (!isThere()) {
            return fallback;
        }
        return oneOf(type).orElse(fallback);
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        String text = required("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            note("scheme.not-one-of", path, text, Arrays.toString(type.getEnumConstants()));
        }
        return found;
    }

    Text text() {
        return Text.of(at("zh").required("?"), at("en").required("?"));
    }
}
