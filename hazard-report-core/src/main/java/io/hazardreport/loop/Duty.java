package io.hazardreport.loop;

/**
 * Something a loop obliges somebody to do; becomes an {@link Obligation} when its clock starts.
 *
 * @param code stable, also the code of its sentence
 * @param owner who owes it, where nobody is named
 * @param limit the code of the time limit in the company's rule
 */
public record Duty(String code, Role owner, String limit) {}
