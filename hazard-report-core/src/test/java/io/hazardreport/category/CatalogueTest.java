package io.hazardreport.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    @Test
    void holdsThePlansTwentyEightItemsAndAnOtherForEachClass() {
        Map<HazardClass, Long> items = Catalogue.standard().items().stream()
                .filter(item -> !item.planItem().isEmpty())
                .collect(Collectors.groupingBy(
                        HazardItem::hazardClass,
                        Collectors.mapping(HazardItem::planItem, Collectors.collectingAndThen(Collectors.toSet(), s ->
                                (long) s.size()))));
        assertThat(items)
                .containsOnly(
                        Map.entry(HazardClass.P, 7L),
                        Map.entry(HazardClass.E, 6L),
                        Map.entry(HazardClass.V, 5L),
                        Map.entry(HazardClass.M, 10L));
        for (HazardClass each : HazardClass.values()) {
            assertThat(Catalogue.standard().item(each + "99")).isPresent();
        }
    }

    @Test
    void everyItemHasBothNamesAndTheLawWhereThePlanNamesOne() {
        assertThat(Catalogue.standard().items()).allSatisfy(item -> {
            assertThat(item.name().zh()).isNotBlank();
            assertThat(item.name().en()).isNotBlank();
            assertThat(item.code()).startsWith(item.hazardClass().name());
            if (!item.planItem().isEmpty()) {
                assertThat(item.duty().size() + item.penalty().size())
                        .as(item.code())
                        .isPositive();
            }
        });
        assertThat(Catalogue.standard().item("E05").orElseThrow().penalty())
                .extracting(Object::toString)
                .containsExactly("安全生产法 99(4)", "刑法 134-1(1)");
    }

    @Test
    void aCompanyAddsItemsAndTakesNoneAway() {
        Catalogue more = Catalogue.standard().with("EX01", Text.of("跑冒滴漏", "leak"));
        assertThat(more.item("EX01").orElseThrow().hazardClass()).isEqualTo(HazardClass.E);
        assertThat(more.items()).hasSize(Catalogue.standard().items().size() + 1);
        assertThat(Catalogue.standard().item("EX01")).isEmpty();
        assertThatThrownBy(() -> more.with("EX01", Text.of("又", "again")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("EX01");
        assertThatThrownBy(() -> more.with("E05", Text.of("又", "again"))).hasMessageContaining("E05");
    }

    @Test
    void everySuspicionNamesItsStandard() {
        assertThat(MajorHazardTable.standard().rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.standard().document()).isNotBlank();
            assertThat(Catalogue.standard().item(row.item())).as(row.item()).isPresent();
            assertThat(MajorHazardTable.industries()).contains(row.industry());
        });
        LocalDate before = LocalDate.parse("2023-05-14");
        assertThat(MajorHazardTable.standard().suspects("M07", "INDUSTRY_TRADE", before))
                .isEmpty();
        assertThat(MajorHazardTable.standard().suspects("M07", "INDUSTRY_TRADE", before.plusDays(1)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(ReportSource.class)
    void onlyAWorkersOwnReportIsAnInternalReport(ReportSource source) {
        assertThat(source.countsAsInternalReport()).isEqualTo(source == ReportSource.SELF_REPORT);
    }
}
