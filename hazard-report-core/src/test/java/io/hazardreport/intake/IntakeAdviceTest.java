package io.hazardreport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.hazardreport.intake.IntakeTraining.Labelled;
import io.hazardreport.intake.IntakeTraining.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeAdviceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "。", "已整改", "己整改", "无", "有隐患", "一般隐患", "已经整改。", "标志"})
    void textsThatSayNothing(String text) {
        IntakeAdvice advice = IntakeAdvice.of(text);
        assertThat(advice.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(advice.reasons()).isNotEmpty();
        assertThat(advice.reasons()).allSatisfy(reason -> {
            assertThat(reason.displayName().zh()).isNotBlank();
            assertThat(reason.displayName().en()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "二号车间北门消防栓前堆放纸箱，取用不便",
                "3号冲床急停按钮损坏，按下后设备不停机，已整改",
                "配电箱门缺失，电线裸露",
                "The emergency stop of press no. 3 does not work",
                "仓库灭火器过期未更换"
            })
    void textsOnWhichSomebodyCanAct(String text) {
        assertThat(IntakeAdvice.of(text)).isEqualTo(new IntakeAdvice(Verdict.OK, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"已整改, STOCK_PHRASE", "灭火器, NO_DEFECT", "'', EMPTY", "定期组织安全培训, ONLY_A_REQUIREMENT"})
    void saysWhatIsMissing(String text, IntakeReason reason) {
        assertThat(IntakeAdvice.of(text).reasons()).contains(reason);
    }

    @Test
    void theWordsOfTheChecklistAreNoFinding() {
        String item = "3、消防设施、器材和消防安全标志是否在位、完整；";
        assertThat(IntakeAdvice.of("消防安全标志是否在位", item).reasons()).contains(IntakeReason.CHECKLIST_ECHO);
    }

    @Nested
    class OnTextsEnterprisesTyped {

        private List<Labelled> rows = List.of();

        @BeforeEach
        void read() throws IOException {
            String data = System.getProperty("hazard.data", "");
            assumeFalse(data.isEmpty(), "needs the folder hazard.data");
            rows = IntakeTraining.read(Path.of(data));
        }

        @Test
        void isRightOftenEnoughOnTextsItHasNotSeen() {
            Measured words = Measured.of(rows, IntakeTraining.outOfFold(rows, 5, false));
            Measured withItem = Measured.of(rows, IntakeTraining.outOfFold(rows, 5, true));
            System.out.println("intake, words alone: " + words + "; with the checklist item: " + withItem);
            assertThat(words.precision()).isGreaterThanOrEqualTo(900);
            assertThat(words.f1()).isGreaterThanOrEqualTo(860);
            assertThat(withItem.precision()).isGreaterThanOrEqualTo(900);
            assertThat(withItem.f1()).isGreaterThanOrEqualTo(860);
        }

        @Test
        void shipsTheTableThatTheTrainingMakes() throws IOException {
            byte[] shipped = Objects.requireNonNull(IntakeText.class.getResourceAsStream("intake-weights.tsv"))
                    .readAllBytes();
            assertThat(new String(shipped, StandardCharsets.UTF_8))
                    .isEqualTo(IntakeTraining.table(IntakeTraining.train(rows)));
        }
    }
}
