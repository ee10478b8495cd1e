package io.hazardreport.scheme;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a document: everything wrong with it at once, and the scheme if nothing is.
 *
 * @param warnings what a careful reader should look at; they do not stand in the way
 */
public record ReadScheme(Optional<Scheme> scheme, List<Problem> errors, List<Problem> warnings) {

    public ReadScheme {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The same with more to look at. */
    public ReadScheme with(List<Problem> more) {
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new ReadScheme(scheme, errors, all);
    }

    /** @throws InvalidInputException with every error */
    public Scheme orThrow() {
        return scheme.orElseThrow(() -> new InvalidInputException(errors));
    }
}
