package io.hazardreport.examples.cli;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words of the library and not of its parser. */
final class WrongArguments {

    private WrongArguments() {}

    /** Prints the problem and how to get help; answers the exit code. */
    static int tell(ParameterException wrong, Locale locale) {
        CommandLine line = wrong.getCommandLine();
        CommandSpec command = line.getCommandSpec();
        line.getErr().println(problem(wrong, command).message(locale));
        String help = command.qualifiedName() + " --help";
        line.getErr()
                .println(Messages.text("cli.see-help", Map.of("help", help)).in(locale));
        return 2;
    }

    private static Problem problem(ParameterException wrong, CommandSpec command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> known = command.subcommands().isEmpty()
                    ? command.options().stream().map(OptionSpec::longestName).toList()
                    : List.copyOf(command.subcommands().keySet());
            return Problem.of(
                    "cli.unknown-argument",
                    command.name(),
                    unmatched.getUnmatched().get(0),
                    String.join(" | ", known));
        }
        if (wrong instanceof MissingParameterException missing) {
            String names =
                    missing.getMissing().stream().map(WrongArguments::name).collect(Collectors.joining(", "));
            String forms =
                    missing.getMissing().stream().map(WrongArguments::allowed).collect(Collectors.joining(", "));
            return Problem.of("cli.missing-argument", names, "-", forms);
        }
        if (wrong instanceof MutuallyExclusiveArgsException || wrong instanceof MaxValuesExceededException) {
            String choice = command.argGroups().stream()
                    .flatMap(group -> group.options().stream())
                    .map(OptionSpec::longestName)
                    .collect(Collectors.joining(" | "));
            return Problem.of("cli.one-only", command.name(), "≥ 2", choice);
        }
        ArgSpec argument =
                wrong instanceof OverwrittenOptionException twice ? twice.getOverwritten() : wrong.getArgSpec();
        if (argument == null) {
            return Problem.of("cli.bad-value", command.name(), "-", "--help");
        }
        String code = wrong instanceof OverwrittenOptionException ? "cli.twice" : "cli.bad-value";
        String given = wrong.getValue() == null ? "-" : wrong.getValue();
        return Problem.of(code, name(argument), given, allowed(argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The constants it may be; otherwise how it is written. */
    private static String allowed(ArgSpec argument) {
        Object[] constants = argument.type().getEnumConstants();
        if (constants != null) {
            return Arrays.stream(constants)
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        return argument.description().length == 0 ? argument.paramLabel() : argument.description()[0];
    }
}
