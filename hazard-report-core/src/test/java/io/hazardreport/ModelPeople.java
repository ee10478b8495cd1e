package io.hazardreport;

import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who acts in the model. Whoever may hold several roles holds them all, so that only the separations keep him back. */
final class ModelPeople {

    private static final Set<Role> HANDLING = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.REPORTER));
    private static final String PSEUDONYM = "reporter-1";

    /** How others call the reporter where they name him as a handler. */
    static final String OWN_ID = "W100";

    static final Acting REPORTER =
            new Acting(PSEUDONYM, Set.of(PSEUDONYM, OWN_ID), EnumSet.complementOf(EnumSet.of(Role.SYSTEM)), false);

    /** Complained of, and in every role. */
    static final Acting CONCERNED = new Acting("C900", HANDLING, true);

    /**
     * Two nobody has named, the one named to rectify, the one it is handed on to, one named to verify, one outside the
     * line, the reporter, the library itself.
     */
    static final List<Acting> ALL = List.of(
            handler("N001"),
            handler("N002"),
            handler("R001"),
            handler("X001"),
            handler("V001"),
            new Acting("U001", EnumSet.of(Role.UNION, Role.RECEIVER), false),
            REPORTER,
            Acting.system());

    /** The same where only two unlike each other are needed: no separation can be told by more. */
    static final List<Acting> FEW = List.of(ALL.get(0), ALL.get(1), ALL.get(5), REPORTER, Acting.system());

    private ModelPeople() {}

    private static Acting handler(String reference) {
        return new Acting(reference, HANDLING, false);
    }
}
