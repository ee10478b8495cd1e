package io.hazardreport.loop;

import io.hazardreport.base.Problem;
import java.util.List;
import java.util.function.Function;

/**
 * One named condition of a step, answering nothing or every reason against it.
 *
 * @param name stable name, printed in the loop's table
 * @param check looks at the context of one decision; pure
 */
public record Guard<C>(String name, Function<C, List<Problem>> check) {

    public List<Problem> objections(C context) {
        return check.apply(context);
    }
}
