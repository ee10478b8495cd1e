package io.hazardreport.examples.cli;

import io.hazardreport.Owed;
import io.hazardreport.OwedStatus;
import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.channel.Roster;
import io.hazardreport.deadline.Due;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            onDuty(workspace, when);
            part("morning-danger", when, open, MorningCommand::isDanger);
            part("morning-overdue", when, open, o -> o.overdue() && !isDanger(o) && !isMoney(o));
            part("morning-today", when, open, o -> o.status() == OwedStatus.DUE_TODAY && !isDanger(o) && !isMoney(o));
            money(workspace, when, open.stream().filter(MorningCommand::isMoney).toList());
        }
        return 0;
    }

    private void onDuty(Workspace workspace, Instant when) {
        Roster roster = workspace.reporting().rosters().of(Workspace.UNIT);
        List<String> heads = roster.onDuty(Role.DUTY_HEAD, when).stream()
                .map(PersonId::value)
                .toList();
        print(
                heads.isEmpty() ? "morning-nobody-on-duty" : "morning-on-duty",
                Map.of("shift", roster.shiftAt(when), "heads", String.join(", ", heads)));
    }

    /** What is to be approved or paid, with the sum: the last part, since people come first. */
    private void money(Workspace workspace, Instant when, List<Owed> owed) {
        Map<UUID, Money> amounts = new HashMap<>();
        Money total = Money.ZERO;
        for (Owed each : owed) {
            Money amount = workspace
                    .reporting()
                    .awards()
                    .find(Workspace.UNIT, AwardId.of(each.subject()))
                    .map(award -> award.terms().amount())
                    .orElse(Money.ZERO);
            total = amounts.put(each.subject(), amount) == null ? total.plus(amount) : total;
        }
        heading("morning-money", Map.of("count", Integer.toString(owed.size()), "total", total.toString()));
        Columns columns = new Columns();
        owed.stream()
                .limit(SHOWN)
                .forEach(o -> columns.row(
                        state(o, when),
                        o.label(),
                        in(o.text()),
                        who(o),
                        say("yuan", Map.of("amount", String.valueOf(amounts.get(o.subject()))))));
        columns.print(out());
        more(owed.size());
    }

    private String state(Owed owed, Instant when) {
        Instant due = owed.obligation().due();
        return owed.overdue() ? late(due, when) : say("until", Map.of("at", Due.shown(due, ZONE)));
    }

    private void more(int size) {
        if (size > SHOWN) {
            print("more", Map.of("count", Integer.toString(size - SHOWN)));
        }
    }

    /** Unacknowledged danger, and everybody nothing protects: measures not yet set, or run out. */
    private static boolean isDanger(Owed owed) {
        return switch (owed.obligation().code()) {
            case "DANGER_ACKNOWLEDGEMENT", "INTERIM_MEASURES" -> true;
            case "INTERIM_END" -> owed.overdue();
            default -> false;
        };
    }

    private static boolean isMoney(Owed owed) {
        return owed.loop().equals("award");
    }

    private void part(String heading, Instant when, List<Owed> open, Predicate<Owed> belongs) {
        List<Owed> owed = open.stream().filter(belongs).toList();
        heading(heading, Map.of("count", Integer.toString(owed.size())));
        Columns columns = new Columns();
        owed.stream().limit(SHOWN).forEach(o -> columns.row(state(o, when), o.label(), in(o.text()), who(o)));
        columns.print(out());
        more(owed.size());
    }
}
