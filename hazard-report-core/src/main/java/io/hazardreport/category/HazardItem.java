package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Source;
import io.hazardreport.base.Text;
import java.util.List;

/**
 * One item of the catalogue.
 *
 * @param code stable; the first letter is the class
 * @param duty the articles that ask for it
 * @param penalty the articles that punish its absence
 * @param planItem the plan's item it belongs to (two sub-codes may share one); empty for the others of a class and for a
 *     company's own
 */
public record HazardItem(
        @JsonProperty("code") String code,
        @JsonProperty("class") HazardClass hazardClass,
        @JsonProperty("name") Text name,
        @JsonProperty("duty") List<Source> duty,
        @JsonProperty("penalty") List<Source> penalty,
        @JsonProperty("planItem") String planItem) {

    public HazardItem {
        duty = List.copyOf(duty);
        penalty = List.copyOf(penalty);
    }

    /** Whether this is the code of a class's other item: each list of the plan is open. */
    public static boolean isOther(String code) {
        return code.endsWith("99") && code.length() == 3;
    }
}
