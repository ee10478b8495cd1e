package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a check found so far; what stands where nothing could be read is the reader's guess and no fault of the schedule. */
final class Findings {

    private final Unreadable unreadable;
    private final List<Finding> all = new ArrayList<>();

    Findings(Unreadable unreadable) {
        this.unreadable = unreadable;
    }

    List<Finding> all() {
        return all;
    }

    void error(String code, String path, Object value, String allowed) {
        add(Severity.ERROR, code, path, value, allowed);
    }

    void warn(String code, String path, Object value, String allowed) {
        add(Severity.WARNING, code, path, value, allowed);
    }

    private void add(Severity severity, String code, String path, Object value, String allowed) {
        boolean guessed = severity == Severity.ERROR && unreadable.touches(path);
        if (!guessed) {
            all.add(new Finding(severity, Problem.of(code, path, value, allowed)));
        }
    }
}
