package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import java.util.List;

/**
 * A place that receives reports (受理部门), with the people who do.
 *
 * @param code stable, written into events as the assignee
 * @param members by the host's own ids, first the one in charge; at least one
 */
public record Desk(String code, Text name, List<PersonId> members) {

    public Desk {
        members = List.copyOf(members);
    }
}
