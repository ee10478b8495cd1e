package io.hazardreport.examples.cli;

import io.hazardreport.Owed;
import io.hazardreport.OwedStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One page for whoever opens the plant in the morning. */
@Command(
        name = "morning",
        mixinStandardHelpOptions = true,
        description = "One page: danger, overdue, due today, money due / 晨会一页：紧急、逾期、今日到期、应付奖励")
final class MorningCommand extends AtWorkspace implements Callable<Integer> {

    private static final int SHOWN = 15;

    @Option(names = "--at", defaultValue = "", description = "2024-11-20T08:00, local time (default: now)")
    private String at = "";

    @Override
    public Integer call() {
        Instant when = instant("--at", at);
        try (Workspace workspace = open()) {
            List<Owed> open = workspace.reporting().obligations().open(Workspace.UNIT, when);
            out().println(say("morning", Map.of("at", local(when), "unit", Workspace.UNIT.value())));
            part("morning-danger", open, MorningCommand::isDanger);
            part("morning-overdue", open, o -> o.overdue() && !isDanger(o) && !isMoney(o));
            part("morning-today", open, o -> o.status() == OwedStatus.DUE_TODAY && !isDanger(o) && !isMoney(o));
            part("morning-money", open, MorningCommand::isMoney);
        }
        return 0;
    }

    private static boolean isDanger(Owed owed) {
        String code = owed.obligation().code();
        return code.equals("DANGER_ACKNOWLEDGEMENT") || code.equals("INTERIM_MEASURES");
    }

    private static boolean isMoney(Owed owed) {
        return owed.loop().equals("award");
    }

    private void part(String heading, List<Owed> open, Predicate<Owed> belongs) {
        List<Owed> owed = open.stream().filter(belongs).toList();
        heading(heading, Map.of("count", Integer.toString(owed.size())));
        if (!owed.isEmpty()) {
            owed(owed.stream().limit(SHOWN).toList()).print(out());
        }
        if (owed.size() > SHOWN) {
            print("more", Map.of("count", Integer.toString(owed.size() - SHOWN)));
        }
    }
}
