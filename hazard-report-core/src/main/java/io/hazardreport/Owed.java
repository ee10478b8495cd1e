package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Obligation;
import java.util.List;
import java.util.UUID;

/**
 * An obligation somebody has, and what it is about.
 *
 * @param loop {@code report} or {@code award}
 * @param subject the report or award
 * @param label receipt number of the report it concerns
 * @param named who it lies with by name: a desk's code, or people by the host's ids, all verifiers of one; empty when
 *     only the role is known
 * @param answering who answers for it at the instant asked for: those there of the desk, stand-ins of people away, people
 *     on duty in the role; empty when the library knows nobody and the host finds them by role
 * @param daysLate whole local days since its last day; 0 as long as it is not overdue
 */
public record Owed(
        @JsonProperty("loop") String loop,
        @JsonProperty("subject") UUID subject,
        @JsonProperty("label") String label,
        @JsonProperty("obligation") Obligation obligation,
        @JsonProperty("status") OwedStatus status,
        @JsonProperty("named") List<String> named,
        @JsonProperty("answering") List<PersonId> answering,
        @JsonProperty("daysLate") long daysLate) {

    public Owed {
        named = List.copyOf(named);
        answering = List.copyOf(answering);
    }

    /** What is to be done. */
    public Text text() {
        return Messages.text(loop + ".duty." + obligation.code());
    }

    public boolean overdue() {
        return status == OwedStatus.OVERDUE;
    }

    Owed next() {
        return new Owed(loop, subject, label, obligation, OwedStatus.NEXT, named, answering, daysLate);
    }
}
