package io.hazardreport.examples.cli;

import io.hazardreport.base.Messages;
import io.hazardreport.statistics.MonthlyReturn;
import java.util.Map;

/** A return as text. */
final class Returns {

    private Returns() {}

    static void print(Localised command, MonthlyReturn figures) {
        command.heading(
                "return",
                Map.of(
                        "due", figures.period().due().toString(),
                        "period", command.in(figures.period().displayName()),
                        "by", figures.dueBy().toString(),
                        "year", figures.yearFrom().toString()));
        Columns columns =
                new Columns().row(command.say("column"), command.say("this-period"), command.say("cumulative"));
        figures.rows()
                .forEach(row -> columns.row(
                        command.in(Messages.text("statistics.column." + row.code())),
                        row.period().print(),
                        row.cumulative().print()));
        columns.print(command.out());
        command.print(
                "outside",
                Map.of(
                        "before", Long.toString(figures.before()),
                        "after", Long.toString(figures.after())));
    }
}
