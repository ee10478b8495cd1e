package io.hazardreport.loop;

/**
 * Something a loop obliges somebody to do; becomes an {@link Obligation} when its clock starts.
 *
 * @param code stable, also the code of its sentence
 * @param owner who owes it, where nobody is named
 * @param limit the code of the time limit in the company's rule
 * @param after the code of the limit that must be over first, from whose end {@code limit} counts; empty: at once
 */
public record Duty(String code, Role owner, String limit, String after) {

    /** One whose time counts from when its clock starts. */
    public Duty(String code, Role owner, String limit) {
        this(code, owner, limit, "");
    }
}
