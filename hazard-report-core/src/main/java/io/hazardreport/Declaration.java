package io.hazardreport;

import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.Identity;
import io.hazardreport.worker.Standing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * One reporter as he is declared at submission.
 *
 * @param identity empty exactly when he is anonymous
 * @param standing judged at the time of the report; leaving the company later changes nothing
 */
public record Declaration(
        Optional<@Valid Identity> identity,
        Confidentiality confidentiality,
        @NotNull(message = "report.field-missing") @Valid Standing standing) {

    public Declaration {
        if (identity.isEmpty() != (confidentiality == Confidentiality.ANONYMOUS)) {
            throw new IllegalArgumentException(
                    "an identity goes with " + confidentiality + " " + (identity.isEmpty() ? "always" : "never"));
        }
    }

    public static Declaration named(String person, String name, Confidentiality confidentiality, Standing standing) {
        return new Declaration(Optional.of(Identity.of(person, name)), confidentiality, standing);
    }

    public static Declaration anonymous(Standing standing) {
        return new Declaration(Optional.empty(), Confidentiality.ANONYMOUS, standing);
    }
}
