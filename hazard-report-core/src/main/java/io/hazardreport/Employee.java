package io.hazardreport;

import io.hazardreport.base.PersonId;

/** One of the people the host asks about, with the department he is in now. */
public record Employee(PersonId person, String department) {

    public static Employee of(String person, String department) {
        return new Employee(PersonId.of(person), department);
    }
}
