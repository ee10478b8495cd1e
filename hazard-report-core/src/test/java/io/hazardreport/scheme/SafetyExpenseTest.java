package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Problem;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.fund.SafetyExpense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyExpenseTest {

    @Test
    void everyIndustryHasARowAndSaysHowSureItIs() {
        assertThat(SafetyExpense.rows())
                .extracting(SafetyExpense.Row::industry)
                .containsExactlyInAnyOrderElementsOf(MajorHazardTable.industries());
        assertThat(SafetyExpense.rows())
                .extracting(SafetyExpense.Row::certainty)
                .containsOnly("read", "reading of ours");
        assertThat(SafetyExpense.rows())
                .filteredOn(row -> row.applies() != SafetyExpense.Applies.YES)
                .extracting(SafetyExpense.Row::certainty)
                .containsOnly("reading of ours");
    }

    @ParameterizedTest
    @CsvSource({
        "HAZCHEM, SAFETY_EXPENSE, ",
        "COAL, SAFETY_EXPENSE, ",
        "INDUSTRY_TRADE, SAFETY_EXPENSE, scheme.safety-expense-partly",
        "FIRE_CROWDED, SAFETY_EXPENSE, scheme.safety-expense-not-here",
        "FIRE_CROWDED, WAGES, "
    })
    void theSchemeIsWarnedOfASourceThatMayNotApplyAndIsLoadedAllTheSame(String industry, String use, String warning) {
        ReadScheme read = SchemeReader.read(ExampleScheme.json()
                .replace("\"HAZCHEM\"", "\"" + industry + "\"")
                .replace("\"use\": \"SAFETY_EXPENSE\"", "\"use\": \"" + use + "\""));
        assertThat(read.scheme()).isPresent();
        List<Problem> warnings = read.warnings().stream()
                .filter(problem -> problem.code().startsWith("scheme.safety-expense"))
                .toList();
        assertThat(warnings).extracting(Problem::code).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(warnings).allSatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("fund.use");
            assertThat(problem.text().zh()).contains("财资〔2022〕136号", "工会");
        });
    }

    @Test
    void aRuleThatKnowsExpiryMustSayHowLongOneMayClaim() {
        String expiry = ExampleScheme.json().replace("\"expiry\": false", "\"expiry\": true");
        assertThat(SchemeReader.read(expiry).errors())
                .extracting(problem -> problem.code() + " " + problem.path())
                .containsExactly("scheme.blank limits.claim");
        String limited = expiry.replace("\"payment\": \"5 w", "\"claim\": \"60 days forward\", \"payment\": \"5 w");
        assertThat(SchemeReader.read(limited).errors()).isEmpty();
    }
}
