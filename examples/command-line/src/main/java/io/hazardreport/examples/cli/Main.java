package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        line.setParameterExceptionHandler((wrong, all) -> WrongArguments.tell(wrong, locale(all)));
        line.setExecutionExceptionHandler(
                (problem, commandLine, parsed) -> tell(problem, commandLine.getErr(), locale(arguments)));
        return line.execute(arguments);
    }

    private static int tell(Exception problem, PrintWriter err, Locale locale) {
        if (problem instanceof InvalidInputException invalid) {
            invalid.problems().forEach(each -> err.println(each.message(locale)));
            return 2;
        }
        String what = String.valueOf(problem.getMessage());
        err.println(Messages.text("cli.unexpected", Map.of("what", what)).in(locale));
        return 1;
    }

    /** The language that was asked for, also where the rest of the line cannot be read. */
    private static Locale locale(String... arguments) {
        List<String> all = List.of(arguments);
        int at = all.indexOf("--lang");
        boolean english = all.contains("--lang=en")
                || (at >= 0 && at + 1 < all.size() && all.get(at + 1).equals("en"));
        return english ? Locale.ENGLISH : Locale.CHINESE;
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }
}
