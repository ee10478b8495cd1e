package io.hazardreport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private final Desk safety = desk("safety", Role.RECEIVER, Set.of(), Set.of(), Set.of(), "S001", "S002");
    private final Desk electric = desk("electric", Role.RECEIVER, Set.of("workshop-2"), Set.of("E"), Set.of(), "X001");
    private final Desk major = desk("major", Role.RECEIVER, Set.of(), Set.of(), Set.of(LegalGrade.MAJOR), "M001");
    private final Desk union = desk("union", Role.UNION, Set.of(), Set.of(), Set.of(), "U001", "S002");
    private final List<Desk> desks = List.of(safety, electric, major, union);

    private static Desk desk(
            String code, Role role, Set<String> departments, Set<String> items, Set<LegalGrade> grades, String... ids) {
        return new Desk(
                code,
                Text.of(code, code),
                List.of(ids).stream().map(PersonId::of).toList(),
                List.of(),
                departments,
                items,
                grades,
                role,
                List.of(),
                Optional.empty());
    }

    private String route(
            String department, String item, LegalGrade grade, boolean underPrincipal, String... concerned) {
        Set<String> ids = Set.of(concerned);
        return Routing.route(desks, department, item, grade, p -> ids.contains(p.value()), underPrincipal)
                .map(Desk::code)
                .orElse("");
    }

    @Test
    void goesByGradeThenByDepartmentOrItemThenAnywhere() {
        assertThat(route("workshop-2", "E05", LegalGrade.MAJOR, false)).isEqualTo("major");
        assertThat(route("workshop-2", "", LegalGrade.GENERAL, false)).isEqualTo("electric");
        assertThat(route("", "E05", LegalGrade.GENERAL, false)).isEqualTo("electric");
        assertThat(route("workshop-1", "P04", LegalGrade.GENERAL, false)).isEqualTo("safety");
    }

    @Test
    void goesAroundAPersonComplainedOfAndPrefersAnUntouchedDesk() {
        assertThat(route("", "E05", LegalGrade.GENERAL, false, "X001")).isEqualTo("safety");
        assertThat(route("", "", LegalGrade.GENERAL, false, "S002")).isEqualTo("electric");
        assertThat(route("", "", LegalGrade.GENERAL, false, "S002", "X001", "M001"))
                .isEqualTo("safety");
    }

    @Test
    void goesToTheUnionAloneWhenThePrincipalIsComplainedOf() {
        assertThat(route("workshop-2", "E05", LegalGrade.MAJOR, true, "P001")).isEqualTo("union");
        assertThat(route("", "", LegalGrade.GENERAL, true, "P001", "U001", "S002"))
                .isEmpty();
    }

    @Test
    void findsNobodyWhenAllAreComplainedOf() {
        assertThat(route("", "", LegalGrade.GENERAL, false, "S001", "S002", "X001", "M001", "U001"))
                .isEmpty();
    }

    @Test
    void desksAreIndependentOnlyByMembersTheyDoNotShare() {
        assertThat(safety.isIndependentOf(union)).isTrue();
        Desk shared = desk("shared", Role.RECEIVER, Set.of(), Set.of(), Set.of(), "S001");
        assertThat(shared.isIndependentOf(safety)).isFalse();
        assertThat(safety.isIndependentOf(safety)).isFalse();
    }
}
