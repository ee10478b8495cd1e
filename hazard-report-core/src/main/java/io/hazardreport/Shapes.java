package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bean Validation for commands: the message of every constraint is the code of a {@link Problem}. */
final class Shapes {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Codes())
            .buildValidatorFactory()
            .getValidator();

    private Shapes() {}

    /** Hands the code through; its sentence is found by {@link Problem#text()}. */
    private static final class Codes implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    /** @throws InvalidInputException with every problem at once */
    static <T> T checked(T command) {
        List<Problem> problems = VALIDATOR.validate(command).stream()
                .map(Shapes::problem)
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return command;
    }

    private static Problem problem(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        Map<String, Object> attributes =
                new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
        String allowed = attributes.containsKey("regexp")
                ? String.valueOf(attributes.get("regexp"))
                : attributes.containsKey("max") ? attributes.get("min") + "-" + attributes.get("max") : "≥ 1";
        return Problem.of(violation.getMessage(), violation.getPropertyPath().toString(), measure(value), allowed);
    }

    /** What may be said of a value that could be free text: its size, not its words. */
    private static String measure(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() + " characters";
        }
        if (value instanceof Collection<?> items) {
            return items.size() + " items";
        }
        return value == null ? "-" : value.toString();
    }
}
