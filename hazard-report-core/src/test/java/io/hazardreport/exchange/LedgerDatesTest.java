package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-09-27 16:30 | 2024-09-27 16:30",
                "2024-09-27T16:30:05 | 2024-09-27 16:30:05",
                "2024/9/27 | 2024-09-27",
                "2024/9/27 6:05 | 2024-09-27 06:05",
                "2025.6.30 | 2025-06-30",
                "2024年9月27日 | 2024-09-27",
                "2024年9月27日16时30分 | 2024-09-27 16:30",
                "2024年9月27日 下午4点 | 2024-09-27 16:00",
                "2024年9月27日（星期五） | 2024-09-27",
                "２０２４－０９－２７　１６：３０ | 2024-09-27 16:30",
                "20240927 | 2024-09-27"
            })
    void readsTheFormsInUse(String written, String expected) {
        assertThat(LedgerDates.parse(written)).hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "昨天", "2024-02-30", "2024-9-27 25:00", "27/9/2024", "9月27日", "0204-09-27", "2024-09-27 张三"})
    void readsNothingElse(String written) {
        assertThat(LedgerDates.parse(written)).isEmpty();
    }

    @Test
    void readsTheSerialNumbersOfSpreadsheets() {
        assertThat(LedgerDates.parseSerial("45562")).hasToString("Optional[2024-09-27]");
        assertThat(LedgerDates.parseSerial("45562.6875")).hasToString("Optional[2024-09-27 16:30]");
        assertThat(LedgerDates.parseSerial("99999")).isEmpty();
        assertThat(LedgerDates.ofSerial(new BigDecimal("44100"), true)).hasToString("Optional[2024-09-27]");
    }
}
