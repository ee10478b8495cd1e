package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A year-end honour (评先评优) by quota.
 *
 * @param code stable
 * @param of persons or departments
 * @param minimumScore in hundredths; 0: none
 * @param noAccident whether a department with an accident in the year, and everybody in it, is left out
 */
public record HonourRule(String code, Text name, Of of, Quota quota, long minimumScore, boolean noAccident) {

    /** Who may have it. */
    public enum Of {
        @JsonProperty("PERSON")
        PERSON,
        @JsonProperty("DEPARTMENT")
        DEPARTMENT
    }

    /** How somebody stands to an honour. */
    public enum Standing {
        @JsonProperty("NOMINATED")
        NOMINATED,
        /** As good as others for fewer places than there are of them; the adjudicator has to choose. */
        @JsonProperty("TIED")
        TIED,
        @JsonProperty("OUTSIDE_QUOTA")
        OUTSIDE_QUOTA,
        @JsonProperty("BELOW_MINIMUM")
        BELOW_MINIMUM,
        @JsonProperty("ACCIDENT")
        ACCIDENT,
        @JsonProperty("NOTHING_TO_HONOUR")
        NOTHING_TO_HONOUR;

        public Text displayName() {
            return Messages.text("recognition.standing." + name());
        }
    }

    /**
     * One line of the list.
     *
     * @param rank from 1; equals share one; 0 for who is left out
     */
    public record Nomination(
            @JsonProperty("rank") int rank,
            @JsonProperty("merit") Merit merit,
            @JsonProperty("standing") Standing standing) {}

    /**
     * The whole list, nominated first, with the reason for everybody else.
     *
     * @param merits of everybody counted for the quota, those without any merit too
     * @param accidents departments with an accident in the year, as the host knows them
     */
    public List<Nomination> nominate(List<Merit> merits, Set<String> accidents) {
        List<Nomination> list = new ArrayList<>();
        List<Nomination> out = new ArrayList<>();
        List<Merit> fit = new ArrayList<>();
        for (Merit merit : merits) {
            Standing against = against(merit, accidents);
            if (against == Standing.NOMINATED) {
                fit.add(merit);
            } else {
                out.add(new Nomination(0, merit, against));
            }
        }
        fit.sort(Merit.GREATER_FIRST);
        int places = quota.placesFor(merits.size());
        for (int i = 0; i < fit.size(); ) {
            int next = i;
            while (next < fit.size() && Merit.GREATER_FIRST.compare(fit.get(i), fit.get(next)) == 0) {
                next++;
            }
            Standing standing =
                    next <= places ? Standing.NOMINATED : i < places ? Standing.TIED : Standing.OUTSIDE_QUOTA;
            for (Merit merit : fit.subList(i, next)) {
                list.add(new Nomination(i + 1, merit, standing));
            }
            i = next;
        }
        list.addAll(out);
        return List.copyOf(list);
    }

    private Standing against(Merit merit, Set<String> accidents) {
        if (noAccident && accidents.contains(merit.department())) {
            return Standing.ACCIDENT;
        }
        if (!merit.isSomething()) {
            return Standing.NOTHING_TO_HONOUR;
        }
        return merit.score() < minimumScore ? Standing.BELOW_MINIMUM : Standing.NOMINATED;
    }
}
