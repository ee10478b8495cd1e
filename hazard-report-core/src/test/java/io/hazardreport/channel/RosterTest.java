package io.hazardreport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final PersonId DAY = PersonId.of("D001");
    private static final PersonId NIGHT = PersonId.of("D002");
    private static final PersonId COVER = PersonId.of("D003");

    private static Instant at(String time) {
        return Instant.parse("2024-09-" + time + ":00Z");
    }

    private static Shift shift(String from, String until, Role role, PersonId person, String name) {
        return new Shift(at(from), at(until), role, person, name);
    }

    private static Roster on(Shift... shifts) {
        return new Roster(List.of(shifts), List.of());
    }

    private static Roster away(String from, String until, PersonId person, PersonId... cover) {
        return new Roster(
                List.of(),
                List.of(new Absence(
                        at(from), at(until), person, List.of(cover).stream().findFirst(), false)));
    }

    private final Roster month = on(
            shift("02T00:00", "02T12:00", Role.DUTY_HEAD, DAY, "白班"),
            shift("02T12:00", "03T00:00", Role.DUTY_HEAD, NIGHT, "夜班"),
            shift("02T00:00", "03T00:00", Role.RECTIFIER, COVER, "检修"));

    @Test
    void anAbsenceLeavesEveryShiftWhereItWas() {
        Roster after = month.replaced(away("02T00:00", "30T00:00", DAY));
        assertThat(after.shifts()).isEqualTo(month.shifts());
        assertThat(after.onDuty(Role.DUTY_HEAD, at("02T01:00"))).isEmpty();
        assertThat(after.onDuty(Role.DUTY_HEAD, at("02T13:00"))).containsExactly(NIGHT);
    }

    @Test
    void theOneNamedToCoverIsOnDutyInsteadUnlessHeIsAwayHimself() {
        Roster covered = month.replaced(away("02T00:00", "03T00:00", DAY, COVER));
        assertThat(covered.onDuty(Role.DUTY_HEAD, at("02T01:00"))).containsExactly(COVER);
        Roster both = covered.replaced(away("02T00:00", "03T00:00", COVER));
        assertThat(both.onDuty(Role.DUTY_HEAD, at("02T01:00"))).isEmpty();
        assertThat(both.isAway(DAY, at("02T01:00"))).isTrue();
    }

    @Test
    void aNewerStretchReplacesItsOwnRoleAndSpanAndNothingElse() {
        Roster after = month.replaced(on(shift("02T10:00", "02T14:00", Role.DUTY_HEAD, COVER, "顶班")));
        assertThat(after.onDuty(Role.DUTY_HEAD, at("02T09:00"))).containsExactly(DAY);
        assertThat(after.onDuty(Role.DUTY_HEAD, at("02T11:00"))).containsExactly(COVER);
        assertThat(after.onDuty(Role.DUTY_HEAD, at("02T14:00"))).containsExactly(NIGHT);
        assertThat(after.onDuty(Role.RECTIFIER, at("02T11:00"))).containsExactly(COVER);
    }

    @Test
    void anAbsenceMayBeTakenBackInPart() {
        Roster away = month.replaced(away("01T00:00", "20T00:00", DAY));
        Roster back = away.replaced(new Roster(
                List.of(), List.of(new Absence(at("10T00:00"), at("20T00:00"), DAY, Optional.empty(), true))));
        assertThat(back.isAway(DAY, at("09T23:59"))).isTrue();
        assertThat(back.isAway(DAY, at("10T00:00"))).isFalse();
    }

    @Test
    void theShiftInForceIsThatOfTheHeadOnDuty() {
        assertThat(month.shiftAt(at("02T01:00"))).isEqualTo("白班");
        assertThat(month.shiftAt(at("02T12:00"))).isEqualTo("夜班");
        assertThat(month.shiftAt(at("03T00:00"))).isEmpty();
    }

    @Test
    void somebodyAlwaysAnswersForAnAbsentee() {
        Role role = Role.DUTY_HEAD;
        PersonId absent = PersonId.of("V001");
        Instant noon = at("02T12:30");
        Roster plain = month.replaced(away("02T00:00", "03T00:00", absent));
        Roster covered = month.replaced(away("02T00:00", "03T00:00", absent, COVER));
        assertThat(month.answering(absent, role, noon, p -> true)).containsExactly(absent);
        assertThat(covered.answering(absent, role, noon, p -> true)).containsExactly(COVER);
        assertThat(covered.answering(absent, role, noon, p -> !p.equals(COVER))).containsExactly(NIGHT);
        assertThat(plain.answering(absent, role, noon, p -> true)).containsExactly(NIGHT);
        assertThat(plain.answering(absent, Role.UNION, noon, p -> true)).containsExactly(absent);
        assertThat(plain.answering(absent, Role.UNION, noon, p -> false)).isEmpty();
    }

    @Test
    void aDeskIsAnsweredByItsMembersThenByItsStandIns() {
        Desk desk = new Desk(
                "safety",
                Text.of("安全", "safety"),
                List.of(DAY),
                List.of(NIGHT),
                Set.of(),
                Set.of(),
                Set.of(),
                Role.RECEIVER,
                List.of(),
                Optional.empty());
        assertThat(month.covering(desk, at("02T01:00"))).containsExactly(DAY);
        Roster away = month.replaced(away("02T00:00", "03T00:00", DAY));
        assertThat(away.covering(desk, at("02T01:00"))).containsExactly(NIGHT);
    }

    @Test
    void isReadBackAsItWasWritten() {
        Roster whole = month.replaced(away("02T00:00", "03T00:00", DAY, COVER));
        assertThat(Roster.from(whole.payload())).isEqualTo(whole);
    }
}
