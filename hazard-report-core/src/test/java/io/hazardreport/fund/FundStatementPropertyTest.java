package io.hazardreport.fund;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.journal.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Over lives of awards at random: what the lines say is what the months and the year say, to the fen. */
class FundStatementPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> SOURCES = List.of("SAFETY_EXPENSE", "WAGES");

    /** What the awards stand at, kept apart from the statement. */
    private static final class Model {
        private long reserved;
        private long committed;
        private long paid;
        private long coordinated;
    }

    @Property(tries = 300)
    void monthsChainAndSumToTheYearAndTheYearIsWhatTheAwardsStandAt(
            @ForAll long seed, @ForAll @IntRange(max = 25) int awards) {
        Random random = new Random(seed);
        Model model = new Model();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < awards; i++) {
            live(random, entries, model);
        }
        entries.sort(Comparator.comparing(Entry::at));
        FundStatement statement = FundStatement.of(2024, List.of(), entries, ZONE);
        assertThat(sum(statement.lines(), FundStatement.Line::reserved)).isEqualTo(model.reserved);
        assertThat(sum(statement.lines(), FundStatement.Line::committed)).isEqualTo(model.committed);
        assertThat(sum(statement.lines(), FundStatement.Line::paid)).isEqualTo(model.paid);
        assertThat(sum(statement.lines(), FundStatement.Line::coordinated)).isEqualTo(model.coordinated);
        for (FundStatement.Line line : statement.lines()) {
            checkMonths(line, of(statement, line.source()));
        }
    }

    @Example
    void everyColumnOfAMonthHasANameInBothLanguages() {
        assertThat(FundMonth.columns()).hasSameSizeAs(FundMonth.class.getRecordComponents());
        assertThat(FundMonth.columns())
                .extracting(Text::zh)
                .contains("期初未付", "期末未付")
                .doesNotHaveDuplicates();
    }

    private static void checkMonths(FundStatement.Line line, List<FundMonth> months) {
        assertThat(months).isNotEmpty();
        assertThat(months.get(0).opening()).isEqualTo(Money.ZERO);
        for (int i = 0; i < months.size(); i++) {
            FundMonth month = months.get(i);
            assertThat(month.closing())
                    .isEqualTo(month.opening()
                            .plus(month.reserved())
                            .minus(month.paid())
                            .plus(month.returned())
                            .minus(month.released()));
            assertThat(month.closing().isNegative()).isFalse();
            if (i > 0) {
                assertThat(month.opening()).isEqualTo(months.get(i - 1).closing());
                assertThat(month.month()).isEqualTo(months.get(i - 1).month().plusMonths(1));
            }
        }
        assertThat(months.get(months.size() - 1).closing())
                .isEqualTo(line.reserved().plus(line.committed()));
        assertThat(sum(months, FundMonth::paid) - sum(months, FundMonth::returned))
                .isEqualTo(line.paid().fen());
        assertThat(sum(months, FundMonth::reserved) - sum(months, FundMonth::released))
                .isEqualTo(line.used().fen());
        assertThat(sum(months, FundMonth::coordinated))
                .isEqualTo(line.coordinated().fen());
    }

    private static List<FundMonth> of(FundStatement statement, String source) {
        return statement.months().stream()
                .filter(month -> month.source().equals(source))
                .toList();
    }

    private static <T> long sum(List<T> lines, Function<T, Money> of) {
        return lines.stream().map(of).mapToLong(Money::fen).sum();
    }

    /** Reserved, perhaps promised, perhaps paid and come back some times, perhaps given back. */
    private static void live(Random random, List<Entry> entries, Model model) {
        UUID award = new UUID(random.nextLong(), random.nextLong());
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        long fen = 1 + random.nextInt(500_000);
        long coordinated = random.nextBoolean() ? 0 : random.nextLong(fen + 1);
        Instant[] now = {Instant.parse("2024-01-01T00:00:00Z")};
        Book book = (kind, round) -> {
            now[0] = now[0].plusSeconds(random.nextInt(60 * 24 * 3600));
            entries.add(new Entry(award, kind.name(), round, source, 2024, fen, coordinated, now[0], ""));
        };
        book.line(EntryKind.RESERVE, 1);
        boolean committed = random.nextInt(4) > 0;
        if (committed) {
            book.line(EntryKind.COMMIT, 1);
        }
        int round = 1;
        boolean paid = committed && random.nextBoolean();
        if (paid) {
            book.line(EntryKind.PAY, round);
            while (random.nextInt(3) == 0) {
                book.line(EntryKind.RETURN, round);
                book.line(EntryKind.PAY, ++round);
            }
        }
        boolean released = random.nextInt(3) == 0;
        if (released && paid) {
            book.line(EntryKind.RETURN, round);
        }
        if (released) {
            book.line(EntryKind.RELEASE, 1);
            return;
        }
        model.coordinated += coordinated;
        if (paid) {
            model.paid += fen;
        } else if (committed) {
            model.committed += fen;
        } else {
            model.reserved += fen;
        }
    }

    private interface Book {
        void line(EntryKind kind, int round);
    }
}
