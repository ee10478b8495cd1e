package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.HazardItem;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Obligation;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAction;
import io.hazardreport.reward.Award;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The sheet for the authority's line, filled in from the report; no name is in it. */
final class Sheet {

    /** What the outside may want to know was done, and when. */
    private static final Set<ReportAction> DONE = Set.of(
            ReportAction.ADMIT,
            ReportAction.NOT_ADMIT,
            ReportAction.START_VERIFICATION,
            ReportAction.CONFIRM,
            ReportAction.FIND_UNFOUNDED,
            ReportAction.FIND_UNVERIFIABLE,
            ReportAction.START_FIX,
            ReportAction.PLAN,
            ReportAction.SET_INTERIM,
            ReportAction.STOP_WORK,
            ReportAction.EVACUATE,
            ReportAction.ACKNOWLEDGE_DANGER,
            ReportAction.COMPLETE_RECTIFICATION,
            ReportAction.ACCEPT_RECHECK,
            ReportAction.REJECT_RECHECK,
            ReportAction.REOPEN,
            ReportAction.GO_HIGHER,
            ReportAction.ANSWER);

    private Sheet() {}

    static Text of(
            UnitId unit,
            HazardReport report,
            List<Award> awards,
            Scheme scheme,
            Instant now,
            Function<FreeText, String> words) {
        return Text.of(
                in(Text::zh, unit, report, awards, scheme, now, words),
                in(Text::en, unit, report, awards, scheme, now, words));
    }

    private static String in(
            Function<Text, String> language,
            UnitId unit,
            HazardReport report,
            List<Award> awards,
            Scheme scheme,
            Instant now,
            Function<FreeText, String> words) {
        ZoneId zone = scheme.rules().zone();
        List<String> done = new ArrayList<>();
        report.history().stream()
                .filter(event -> DONE.contains(event.action()))
                .forEach(event -> done.add(LocalDate.ofInstant(event.at(), zone) + " "
                        + language.apply(event.action().displayName())));
        List<String> late = new ArrayList<>();
        report.obligations().stream()
                .filter(o -> o.isOverdue(now))
                .forEach(o -> late.add(late("report", o, zone, language)));
        awards.stream()
                .flatMap(award -> award.obligations().stream())
                .filter(o -> o.isOverdue(now) && !Reminders.RUNS_OUT.contains(o.code()))
                .map(o -> late("award", o, zone, language))
                .distinct()
                .forEach(late::add);
        String item = scheme.rules()
                .catalogue()
                .item(report.item())
                .map(HazardItem::name)
                .map(name -> report.item() + " " + language.apply(name))
                .orElse("-");
        String suspected = report.suspicion();
        Text grade = report.assessment()
                .map(found -> found.grade().displayName())
                .orElse(Messages.text("timeline.not-graded"));
        List<String[]> lines = List.of(
                new String[] {"unit", unit + " " + language.apply(scheme.name())},
                new String[] {"line", language.apply(scheme.outsideLines())},
                new String[] {
                    "receipt", report.receipt() + " " + minute(LocalDateTime.ofInstant(report.submittedAt(), zone))
                },
                new String[] {"place", words.apply(report.submission().place())},
                new String[] {"text", words.apply(report.submission().description())},
                new String[] {"item", item},
                new String[] {"grade", language.apply(grade)},
                new String[] {"suspected", suspected.isEmpty() ? "-" : suspected},
                new String[] {"danger", language.apply(Messages.text("timeline.danger." + report.danger()))},
                new String[] {"evidence", Integer.toString(report.evidence().size())},
                new String[] {"state", language.apply(report.state().displayName())},
                new String[] {"done", joined(done)},
                new String[] {"late", joined(late)});
        StringBuilder sheet = new StringBuilder(language.apply(Messages.text("timeline.sheet.title")));
        for (String[] line : lines) {
            sheet.append('\n')
                    .append(language.apply(Messages.text("timeline.sheet." + line[0], Map.of("value", line[1]))));
        }
        return sheet.append('\n')
                .append(language.apply(Messages.text("timeline.sheet.name")))
                .toString();
    }

    private static String joined(List<String> items) {
        return items.isEmpty() ? "-" : String.join("; ", items);
    }

    private static String minute(LocalDateTime at) {
        return at.toString().replace('T', ' ').substring(0, 16);
    }

    private static String late(String loop, Obligation owed, ZoneId zone, Function<Text, String> language) {
        return language.apply(Messages.text(loop + ".duty." + owed.code())) + " "
                + minute(LocalDateTime.ofInstant(owed.due().minusMillis(1), zone));
    }
}
