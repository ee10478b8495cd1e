package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.loop.Role;
import java.util.stream.Stream;

/** The invented people who handle reports in the demo. */
final class Crew {

    static final Actor RECEIVER = Actor.person("S001", Role.RECEIVER);
    static final Actor SECOND = Actor.person("S002", Role.RECEIVER, Role.SAFETY_HEAD);
    static final Actor UNION = Actor.person("U001", Role.UNION, Role.RECEIVER);
    static final Actor VERIFIER = Actor.person("V001", Role.VERIFIER);
    static final Actor SECOND_VERIFIER = Actor.person("V002", Role.VERIFIER);
    static final Actor RECTIFIER = Actor.person("R001", Role.RECTIFIER);
    static final Actor RECHECKER = Actor.person("C001", Role.RECHECKER);
    static final Actor HEAD = Actor.person("H001", Role.SAFETY_HEAD);
    static final Actor DUTY = Actor.person("D001", Role.DUTY_HEAD);
    static final Actor PRINCIPAL = Actor.person("P001", Role.PRINCIPAL);
    static final Actor ADJUDICATOR = Actor.person("A001", Role.ADJUDICATOR);
    static final Actor FINANCE = Actor.person("F001", Role.FINANCE);

    private Crew() {}

    /** The person with the roles he has in the demo. */
    static Actor of(String person) {
        return Stream.of(
                        RECEIVER,
                        SECOND,
                        UNION,
                        VERIFIER,
                        SECOND_VERIFIER,
                        RECTIFIER,
                        RECHECKER,
                        HEAD,
                        DUTY,
                        PRINCIPAL,
                        ADJUDICATOR,
                        FINANCE)
                .filter(actor -> actor.person().orElseThrow().value().equals(person))
                .findFirst()
                .orElseGet(() -> Actor.person(person));
    }
}
