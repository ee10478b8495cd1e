package io.hazardreport;

import io.hazardreport.base.PersonKey;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claimants of one hazard with their keys and the vault's rows, duplicates in the order in which they were linked; a
 * person who reported it twice is one claimant.
 */
final class Claimants {

    private final List<Claimant> all = new ArrayList<>();
    private final Map<Integer, PersonKey> keys = new HashMap<>();
    private final Map<ReportId, HazardReport> reports = new HashMap<>();
    private final List<SealedRow> rows;

    private Claimants(List<SealedRow> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /** @param awards of the hazard so far; who has one keeps its number */
    static Claimants of(Reports reports, UnitId unit, Reports.Loaded loaded, List<Award> awards) {
        Claimants claimants = new Claimants(loaded.rows());
        HazardReport first = loaded.report();
        Map<String, Integer> numbers = new HashMap<>();
        awards.forEach(
                award -> numbers.put(award.terms().pseudonym(), award.terms().ordinal()));
        Set<String> known = new HashSet<>();
        for (Reporter reporter : first.reporters()) {
            PersonKey key = Awards.key(loaded.rows(), reporter.ordinal());
            if (known.add(key.hex())) {
                claimants.add(new Claimant(reporter.ordinal(), 1, first.id(), first.registeredAt(), reporter), key);
            }
        }
        claimants.reports.put(first.id(), first);
        int last = Math.max(
                first.reporters().size(),
                numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        List<Reports.Loaded> duplicates = first.duplicates().stream()
                .map(duplicate -> reports.load(unit, duplicate))
                .toList();
        int filing = 1;
        for (Reports.Loaded duplicate : duplicates) {
            filing++;
            HazardReport other = duplicate.report();
            claimants.reports.put(other.id(), other);
            claimants.rows.addAll(duplicate.rows());
            for (Reporter reporter : other.reporters()) {
                PersonKey key = Awards.key(duplicate.rows(), reporter.ordinal());
                if (known.add(key.hex())) {
                    Integer number = numbers.get(reporter.pseudonym());
                    int ordinal = number == null ? ++last : number;
                    claimants.add(new Claimant(ordinal, filing, other.id(), other.registeredAt(), reporter), key);
                }
            }
        }
        return claimants;
    }

    private void add(Claimant claimant, PersonKey key) {
        all.add(claimant);
        keys.put(claimant.ordinal(), key);
    }

    List<Claimant> all() {
        return all;
    }

    /** The vault's rows of the hazard's report and its duplicates. */
    List<SealedRow> rows() {
        return rows;
    }

    Claimant require(int ordinal) {
        return all.stream().filter(c -> c.ordinal() == ordinal).findFirst().orElseThrow();
    }

    Optional<PersonKey> find(int ordinal) {
        return Optional.ofNullable(keys.get(ordinal));
    }

    PersonKey key(int ordinal) {
        PersonKey key = keys.get(ordinal);
        if (key == null) {
            throw new IllegalStateException("nobody has the number " + ordinal + ", known: " + keys.keySet());
        }
        return key;
    }

    HazardReport report(Claimant claimant) {
        HazardReport report = reports.get(claimant.report());
        if (report == null) {
            throw new IllegalStateException("no report " + claimant.report());
        }
        return report;
    }
}
