package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place that receives reports (受理部门), with the people who do.
 *
 * @param code stable, written into events as the assignee
 * @param members by the host's own ids, first the one in charge; at least one
 * @param standIns who covers while every member is away, in order; may be empty
 * @param departments whose reports come here first; empty: no preference
 * @param items item codes or class letters that come here first; empty: no preference
 */
public record Desk(
        String code,
        Text name,
        List<PersonId> members,
        List<PersonId> standIns,
        Set<String> departments,
        Set<String> items) {

    public Desk {
        members = List.copyOf(members);
        standIns = List.copyOf(standIns);
        departments = Set.copyOf(departments);
        items = Set.copyOf(items);
    }

    /** A desk for everything, without stand-ins. */
    public Desk(String code, Text name, List<PersonId> members) {
        this(code, name, members, List.of(), Set.of(), Set.of());
    }

    /** Everybody who may have to do with what comes here. */
    public List<PersonId> people() {
        return Stream.concat(members.stream(), standIns.stream()).distinct().toList();
    }

    /** 0: named for it; 1: for everything; 2: named for other things. */
    int distance(String department, String item) {
        boolean named = departments.contains(department)
                || items.contains(item)
                || (!item.isEmpty() && items.contains(item.substring(0, 1)));
        return named ? 0 : departments.isEmpty() && items.isEmpty() ? 1 : 2;
    }
}
