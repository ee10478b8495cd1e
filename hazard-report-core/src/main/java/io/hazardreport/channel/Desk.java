package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Role;
import java.util.List;
import java.util.Optional;
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
 * @param grades legal grades that come here before all else: {@code MAJOR} for what is suspected to be major
 * @param role in which its people also act: {@link Role#UNION} for the union's; else {@link Role#RECEIVER}
 * @param channels how it is reached
 * @param hours when it is there, in words
 */
public record Desk(
        String code,
        Text name,
        List<PersonId> members,
        List<PersonId> standIns,
        Set<String> departments,
        Set<String> items,
        Set<LegalGrade> grades,
        Role role,
        List<Channel> channels,
        Optional<Text> hours) {

    public Desk {
        members = List.copyOf(members);
        standIns = List.copyOf(standIns);
        departments = Set.copyOf(departments);
        items = Set.copyOf(items);
        grades = Set.copyOf(grades);
        channels = List.copyOf(channels);
    }

    /** A desk for everything, without stand-ins. */
    public Desk(String code, Text name, List<PersonId> members) {
        this(code, name, members, List.of(), Set.of(), Set.of(), Set.of(), Role.RECEIVER, List.of(), Optional.empty());
    }

    /** Everybody who may have to do with what comes here. */
    public List<PersonId> people() {
        return Stream.concat(members.stream(), standIns.stream()).distinct().toList();
    }

    /** Whether each of the two has a member the other has not. */
    public boolean isIndependentOf(Desk other) {
        return !other.members().containsAll(members) && !members.containsAll(other.members());
    }

    /** 0: named for the grade; 1: named for department or item; 2: for everything; 3: named for other things. */
    int distance(String department, String item, LegalGrade grade) {
        if (grades.contains(grade)) {
            return 0;
        }
        boolean named = departments.contains(department)
                || items.contains(item)
                || (!item.isEmpty() && items.contains(item.substring(0, 1)));
        return named ? 1 : departments.isEmpty() && items.isEmpty() && grades.isEmpty() ? 2 : 3;
    }
}
