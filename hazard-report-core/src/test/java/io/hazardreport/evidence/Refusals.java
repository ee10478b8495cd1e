package io.hazardreport.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads a refusal, and that it names its value and what is allowed in both languages. */
final class Refusals {

    private Refusals() {}

    static Problem of(ThrowingCallable call) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).hasSize(1);
        Problem problem = refused.problems().get(0);
        for (String text : new String[] {problem.text().zh(), problem.text().en()}) {
            assertThat(text)
                    .contains(problem.value(), problem.allowed(), problem.path())
                    .doesNotContain("{");
        }
        assertThat(problem.text().zh()).isNotEqualTo(problem.text().en());
        return problem;
    }

    static String code(ThrowingCallable call) {
        return of(call).code();
    }
}
