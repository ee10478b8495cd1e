package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardContext;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the award's table taken by somebody it names, and every pair beside the table refused, in real states. */
class AwardTableTest {

    /** A person with every role but those the library finds out or keeps for itself, and no part in the award so far. */
    private static final Actor ANYBODY = Actor.person(
            "X001",
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toArray(Role[]::new));

    static Stream<Arguments> rows() {
        return AwardLoop.table().steps().stream().map(step -> Arguments.of(step.from(), step.action(), step));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void everyRowLeadsWhereItSays(
            AwardState from, AwardAction action, Step<AwardState, AwardAction, AwardContext> step) {
        AwardsByState ready = ready(from, action);
        assertThat(ready.award().state()).isEqualTo(from);
        Award after = ready.does(fit(step), act(action)).award();
        assertThat(after.state()).isEqualTo(step.to());
        assertThat(after.version()).isEqualTo(ready.award().version() + 1);
    }

    /** The award in this state, with what the row asks for beside it. */
    private static AwardsByState ready(AwardState from, AwardAction action) {
        boolean notice = action == AwardAction.ANNOUNCE || from == AwardState.ANNOUNCED;
        boolean dispatched = action == AwardAction.HAND_TO_AGENCY || action == AwardAction.HAND_ON_SPOT;
        AwardsByState ready = dispatched ? AwardsByState.dispatchedIn(from) : AwardsByState.in(from, notice);
        return switch (action) {
            case DISMISS_OBJECTION -> ready.does(Plant.WORKER, AwardAct.because(AwardAction.OBJECT, "NOT_FIRST"));
            case DISMISS_APPEAL, UPHOLD_APPEAL -> ready.does(Plant.WORKER, AwardAct.of(AwardAction.APPEAL));
            case MAKE_PAYABLE -> from == AwardState.ANNOUNCED ? ready.after(Duration.ofDays(20)) : ready;
            case EXPIRE -> ready.after(Duration.ofDays(60));
            default -> ready;
        };
    }

    private static Actor fit(Step<AwardState, AwardAction, AwardContext> step) {
        if (step.action() == AwardAction.PAY_ON_SPOT || step.action() == AwardAction.HAND_ON_SPOT) {
            return Plant.DUTY_HEAD;
        }
        boolean onlyHis = step.by().equals(Set.of(Role.REPORTER));
        return onlyHis ? Plant.WORKER : ANYBODY;
    }

    private static AwardAct act(AwardAction action) {
        return switch (action) {
            case CLAW_BACK -> new AwardAct(action, "FRAUD_PROVEN", "裁决 ruling-1");
            default -> new AwardAct(action, "A_REASON", "reference-1");
        };
    }

    @ParameterizedTest
    @EnumSource(AwardState.class)
    void whatIsNotInTheTableIsRefusedByName(AwardState state) {
        AwardsByState in = AwardsByState.in(state, state == AwardState.ANNOUNCED);
        assertThat(in.award().state()).isEqualTo(state);
        for (AwardAction action : AwardAction.values()) {
            if (AwardLoop.table().step(state, action).isEmpty()) {
                AwardCommand command =
                        new AwardCommand(in.award().id(), in.award().version(), "r", ANYBODY, act(action), null);
                List<String> codes = in.plant().reporting.awards().check(Plant.UNIT, command).stream()
                        .map(Problem::code)
                        .toList();
                assertThat(codes).as(state + " " + action).containsExactly("loop.not-from-here");
            }
        }
    }
}
