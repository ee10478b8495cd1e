package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The library from a shell; each command is one or a few calls of the public API. */
@Command(
        name = "hazard-report",
        mixinStandardHelpOptions = true,
        version = "hazard-report 0.1.0",
        description = "生产安全事故隐患内部报告奖励 / internal hazard reports and their rewards",
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            ReturnCommand.class,
            CheckSchemeCommand.class,
            DeadlineCommand.class,
            CalendarCommand.class,
            ObligationsCommand.class,
            TimelineCommand.class,
            MorningCommand.class,
            IntakeCommand.class,
            RewardCommand.class,
            WhatIfCommand.class,
            PaymentsCommand.class
        })
public final class Main implements Runnable {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j"); // a shell is no place for a library's banner
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** 0 done, 1 something unexpected, 2 the input is wrong: every problem is printed. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, commandLine, parsed) -> {
            Locale locale =
                    commandLine.getCommand() instanceof Localised localised ? localised.locale() : Locale.CHINESE;
            if (problem instanceof InvalidInputException invalid) {
                for (Problem each : invalid.problems()) {
                    commandLine.getErr().println(each.message(locale));
                }
                return 2;
            }
            commandLine.getErr().println(problem.getMessage());
            return 1;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }
}
