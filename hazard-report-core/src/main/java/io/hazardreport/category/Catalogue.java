package io.hazardreport.category;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.base.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may be reported, item by item. Immutable; a company adds items of its own, it takes none away. */
public final class Catalogue {

    private static final Catalogue STANDARD = load();

    private final Map<String, HazardItem> items;

    private Catalogue(Map<String, HazardItem> items) {
        this.items = Collections.unmodifiableMap(items);
    }

    /** The plan's four classes in 28 items, and an "other" item for each class. */
    public static Catalogue standard() {
        return STANDARD;
    }

    private static Catalogue load() {
        Map<String, HazardItem> items = new LinkedHashMap<>();
        for (String[] row : Rows.of("catalogue.csv")) {
            items.put(
                    row[0],
                    new HazardItem(
                            row[0],
                            HazardClass.valueOf(row[0].substring(0, 1)),
                            Text.of(row[1], row[2]),
                            sources(row[3]),
                            sources(row[4]),
                            row[5]));
        }
        return new Catalogue(items);
    }

    private static List<Source> sources(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(article -> !article.isBlank())
                .map(article -> {
                    int blank = article.indexOf(' ');
                    return Source.of(article.substring(0, blank), article.substring(blank + 1));
                })
                .toList();
    }

    /**
     * With one item more.
     *
     * @param code a class letter, {@code X} and two or three digits: {@code EX01}
     * @throws InvalidInputException {@code category.item-exists}
     */
    public Catalogue with(String code, Text name) {
        if (!code.matches("[PEVM]X\\d{2,3}") || items.containsKey(code)) {
            throw new InvalidInputException(
                    Problem.of("category.item-exists", "code", code, "[PEVM]X01-[PEVM]X999, ≠ " + items.keySet()));
        }
        Map<String, HazardItem> more = new LinkedHashMap<>(items);
        HazardClass of = HazardClass.valueOf(code.substring(0, 1));
        more.put(code, new HazardItem(code, of, name, List.of(), List.of(), ""));
        return new Catalogue(more);
    }

    public Optional<HazardItem> item(String code) {
        return Optional.ofNullable(items.get(code));
    }

    /**
     * What is not of the catalogue in an item and the attributes beside it.
     *
     * @param attributes by dimension, see {@link Attribute}
     * @return {@code category.unknown-item}, {@code category.unknown-attribute}, each with what is allowed
     */
    public List<Problem> unknown(String item, Map<String, String> attributes) {
        List<Problem> problems = new ArrayList<>();
        if (!items.containsKey(item)) {
            problems.add(Problem.of("category.unknown-item", "item", item, String.join(", ", items.keySet())));
        }
        new TreeMap<>(attributes).forEach((dimension, code) -> {
            if (!isKnown(dimension, code)) {
                problems.add(
                        Problem.of("category.unknown-attribute", "attributes." + dimension, code, allowed(dimension)));
            }
        });
        return problems;
    }

    private boolean isKnown(String dimension, String code) {
        return switch (dimension) {
            case Attribute.SECOND_ITEM -> items.containsKey(code);
            case Attribute.GBT_13861 -> code.matches("[1-4]\\d{0,5}");
            default -> Attribute.of(dimension).containsKey(code);
        };
    }

    private String allowed(String dimension) {
        return switch (dimension) {
            case Attribute.SECOND_ITEM -> String.join(", ", items.keySet());
            case Attribute.GBT_13861 -> "1-499999";
            default -> String.join(", ", new TreeSet<>(Attribute.of(dimension).keySet()));
        };
    }

    /** In the order of the plan. */
    public Collection<HazardItem> items() {
        return items.values();
    }
}
