package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.Actor;
import io.hazardreport.Obligations;
import io.hazardreport.Owed;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.loop.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What somebody owes, now or at any time before. */
@Command(
        name = "obligations",
        mixinStandardHelpOptions = true,
        description = "Who owes what at an instant, past or present / 任一时刻的待办")
final class ObligationsCommand extends AtWorkspace implements Callable<Integer> {

    @Option(names = "--person", defaultValue = "", description = "by the host's id; everybody when left out")
    private String person = "";

    @Option(names = "--desk", defaultValue = "", description = "by the scheme's code: what lies with a desk")
    private String desk = "";

    @Option(names = "--roles", split = ",", description = "roles beside those the demo's people have")
    private List<Role> roles = new ArrayList<>();

    @Option(names = "--at", defaultValue = "", description = "2024-11-20T08:00, local time (default: now)")
    private String at = "";

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private String format = "table";

    @Override
    public Integer call() throws IOException {
        oneOf("--format", format, "table", "json");
        Instant when = instant("--at", at);
        if (!person.isEmpty() && !desk.isEmpty()) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "--desk", desk, "--person | --desk"));
        }
        try (Workspace workspace = open()) {
            Obligations obligations = workspace.reporting().obligations();
            List<Owed> owed = !desk.isEmpty()
                    ? obligations.ofDesk(Workspace.UNIT, desk, when)
                    : person.isEmpty()
                            ? obligations.open(Workspace.UNIT, when)
                            : obligations.of(Workspace.UNIT, who(), when);
            if (format.equals("json")) {
                json(owed);
            } else {
                heading(
                        "due",
                        Map.of(
                                "count", Integer.toString(owed.size()),
                                "overdue",
                                        Long.toString(owed.stream()
                                                .filter(Owed::overdue)
                                                .count())));
                owed(owed).print(out());
            }
        }
        return 0;
    }

    private Actor who() {
        List<Role> all = new ArrayList<>(roles);
        all.addAll(Crew.of(person).roles());
        return Actor.person(person, all.toArray(Role[]::new));
    }

    private void json(List<Owed> owed) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Owed each : owed) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("loop", each.loop());
            row.put("receipt", each.label());
            row.put("duty", each.obligation().code());
            row.put("owner", each.obligation().owner().name());
            row.put("assignee", each.obligation().assignee());
            row.put("named", each.named());
            row.put("answering", each.answering());
            row.put(
                    "due",
                    each.obligation().due().atZone(ZONE).toOffsetDateTime().toString());
            row.put("status", each.status().name());
            rows.add(row);
        }
        out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }
}
