package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What carries of a hazard that which is no item: who acts, whether something was not established or not carried out, the
 * phase of a device's life, the kind of dangerous work, leased or contracted, risk colour, accident type (GB 6441).
 *
 * @param dimension {@code ACTOR}, {@code MODE}, {@code LIFE_PHASE}, {@code DANGEROUS_WORK}, {@code LET}, {@code
 *     RISK_COLOUR}, {@code ACCIDENT_TYPE}; one code of each at the most
 * @param source where the distinction comes from; empty where it is usage
 */
public record Attribute(
        @JsonProperty("dimension") String dimension,
        @JsonProperty("code") String code,
        @JsonProperty("name") Text name,
        @JsonProperty("source") String source) {

    /** The dimension whose codes are the catalogue's items: a second item the hazard also falls under. */
    public static final String SECOND_ITEM = "SECOND_ITEM";

    /** The dimension of codes of GB/T 13861, one to six digits. */
    public static final String GBT_13861 = "GBT_13861";

    private static final List<Attribute> ALL = Rows.of("attributes.csv").stream()
            .map(row -> new Attribute(row[0], row[1], Text.of(row[2], row[3]), row[4]))
            .toList();

    private static final Map<String, Map<String, Attribute>> BY_DIMENSION = ALL.stream()
            .collect(Collectors.groupingBy(
                    Attribute::dimension, Collectors.toUnmodifiableMap(Attribute::code, Function.identity())));

    /** All that have a name, dimension by dimension. */
    public static List<Attribute> all() {
        return ALL;
    }

    /** The named codes of a dimension; empty for one that has none. */
    static Map<String, Attribute> of(String dimension) {
        return BY_DIMENSION.getOrDefault(dimension, Map.of());
    }
}
