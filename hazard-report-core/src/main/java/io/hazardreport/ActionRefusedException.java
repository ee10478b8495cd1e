package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.List;

/** An action that the loop or the company's rule does not allow; {@code check} answers the same problems as a value. */
public class ActionRefusedException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    public ActionRefusedException(List<Problem> problems) {
        super(problems);
    }
}
