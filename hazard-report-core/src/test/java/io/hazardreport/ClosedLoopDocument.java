package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Opening;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.ReportState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code docs/closed-loop.md} prints of the loop's table and of the example scheme. */
final class ClosedLoopDocument {

    private ClosedLoopDocument() {}

    /** Each state that is no end, with its one main duty and the limit the example scheme gives it. */
    static String states() {
        ReportRules rules = rules();
        StringBuilder rows = new StringBuilder(
                "| 状态 state | 主要义务 main duty | 责任人 owner | 时限 limit | 示例制度 example |\n|---|---|---|---|---|\n");
        for (ReportState state : ReportState.values()) {
            Text name = state.displayName();
            ReportLoop.table()
                    .mainDuty(state)
                    .ifPresent(duty -> rows.append("| " + name.zh() + " " + name.en() + " | " + cells(duty, rules)));
        }
        String ends = Arrays.stream(ReportState.values())
                .filter(ReportLoop.table()::isEnd)
                .map(state ->
                        state.displayName().zh() + " " + state.displayName().en())
                .collect(Collectors.joining(" · "));
        return rows + "\n终点，没有主要义务 Ends, without a main duty: " + ends + "\n";
    }

    /** Every duty a step starts beside the main one. */
    static String duties() {
        ReportRules rules = rules();
        Map<String, Duty> duties = new TreeMap<>();
        ReportLoop.table()
                .steps()
                .forEach(step -> step.opens().stream()
                        .map(Opening::duty)
                        .forEach(duty -> duties.putIfAbsent(duty.code(), duty)));
        for (ReportState state : ReportState.values()) {
            ReportLoop.table().mainDuty(state).ifPresent(duty -> duties.remove(duty.code()));
        }
        StringBuilder rows =
                new StringBuilder("| 义务 duty | 责任人 owner | 时限 limit | 示例制度 example |\n|---|---|---|---|\n");
        duties.values().forEach(duty -> rows.append("| ").append(cells(duty, rules)));
        return rows.toString();
    }

    private static String cells(Duty duty, ReportRules rules) {
        Text what = Messages.text("report.duty." + duty.code());
        Text owner = duty.owner().displayName();
        String limit = "`" + duty.limit() + "`";
        String example = rules.limit(duty.limit(), LegalGrade.GENERAL).toString();
        if (rules.limits().containsKey(duty.after())) {
            limit = "`" + duty.after() + "` + " + limit;
            example = rules.limit(duty.after(), LegalGrade.GENERAL) + " + " + example;
        }
        return what.zh() + " " + what.en() + " | " + owner.zh() + " " + owner.en() + " | " + limit + " | " + example
                + " |\n";
    }

    private static ReportRules rules() {
        Plant plant = new Plant();
        return plant.reporting
                .schemes()
                .inForce(Plant.UNIT, plant.clock.instant())
                .rules();
    }

    /** Every condition of the table but those that a duty is owed or not, in words, with the steps it holds up. */
    static String conditions() {
        Map<String, Text> words = words();
        Map<String, Set<ReportAction>> steps = new LinkedHashMap<>();
        ReportLoop.table()
                .steps()
                .forEach(step -> step.requires().stream()
                        .map(ClosedLoopDocument::name)
                        .filter(name -> !name.startsWith("owed: ") && !name.startsWith("not owed: "))
                        .forEach(name -> steps.computeIfAbsent(name, n -> new LinkedHashSet<>())
                                .add(step.action())));
        StringBuilder rows = new StringBuilder("| 条件 condition | 卡住的步骤 steps it holds up |\n|---|---|\n");
        steps.forEach((name, actions) -> {
            Text text = Objects.requireNonNull(words.get(name), () -> "no words for the condition \"" + name + "\"");
            rows.append("| " + text.zh() + " · " + text.en() + " | "
                    + actions.stream()
                            .map(a -> a.displayName().zh() + " `" + a + "`")
                            .collect(Collectors.joining("、"))
                    + " |\n");
        });
        return rows.toString();
    }

    private static String name(Guard<ReportContext> guard) {
        return guard.name();
    }

    private static Map<String, Text> words() {
        try (InputStream file =
                Objects.requireNonNull(ClosedLoopDocument.class.getResourceAsStream("/closed-loop-conditions.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("｜", -1))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> Text.of(cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
