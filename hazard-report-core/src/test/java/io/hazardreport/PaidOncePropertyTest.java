package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However often what people do is sent again, an award is decided and paid once. */
class PaidOncePropertyTest {

    private static final String RANGE = Written.schedule(
            "",
            Written.group(
                    "EXCLUSIVE",
                    "",
                    Written.rule("a", "{}", "{'cash':{'from':'1','to':'900','adjudicator':'ADJUDICATOR'}}")));

    /** The request is sent again as it was, or as a new one; the last outcome counts. */
    private static void sentAgain(Plant plant, AwardCommand command, int times) {
        for (int i = 0; i < times; i++) {
            AwardCommand again = i % 2 == 0
                    ? command
                    : new AwardCommand(
                            command.awardId(),
                            command.expectedVersion(),
                            plant.newRequest(),
                            command.actor(),
                            command.act(),
                            null);
            try {
                plant.reporting.awards().perform(Plant.UNIT, again);
            } catch (StaleReportException tooLate) {
                assertThat(i).isPositive();
            }
        }
    }

    @Property(tries = 40)
    void retryPaysOnce(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 900) Integer> yuan,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        Plant plant = Written.plant(RANGE);
        HazardReport report = Written.confirmed(plant, Plant.worker("W100", "王"));
        int most = 0;
        for (int amount : yuan) {
            DecideCommand command = Written.deciding(plant, report).adjudicating(Map.of("a", Money.ofYuan(amount)));
            for (int i = 0; i < times && amount > most; i++) {
                assertThat(Written.decide(plant, command).explanation().total()).isEqualTo(Money.ofYuan(amount - most));
            }
            most = Math.max(most, amount);
        }
        for (Award award : plant.awards(report)) {
            Award approved = plant.does(
                    award.terms().approval().name().equals("PRINCIPAL") ? Plant.PRINCIPAL : Plant.SAFETY_HEAD,
                    award,
                    AwardAct.of(AwardAction.APPROVE));
            Award payable = plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
            sentAgain(
                    plant,
                    new AwardCommand(
                            payable.id(),
                            payable.version(),
                            plant.newRequest(),
                            Plant.FINANCE,
                            AwardAct.confirmed("voucher"),
                            null),
                    times);
        }
        Set<String> keys = new HashSet<>();
        long paid = plant.awards(report).stream()
                .peek(award -> assertThat(keys.add(award.terms().uniqueKey())).isTrue())
                .flatMap(award -> plant.reporting.awards().entries(Plant.UNIT, award.id()).stream())
                .filter(entry -> entry.kind().equals("PAY"))
                .mapToLong(Entry::fen)
                .sum();
        assertThat(paid).isEqualTo(Money.ofYuan(most).fen());
    }
}
