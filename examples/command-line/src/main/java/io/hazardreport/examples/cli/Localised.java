package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: a language, and a place to print to. */
abstract class Localised {

    @Option(names = "--lang", defaultValue = "zh", description = "zh | en (default: ${DEFAULT-VALUE}) / 输出语言")
    private String language = "zh";

    @Spec
    private CommandSpec spec;

    Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    String in(Text text) {
        return text.in(locale());
    }

    String say(String code, Map<String, String> arguments) {
        return in(Messages.text("cli." + code, arguments));
    }

    String say(String code) {
        return say(code, Map.of());
    }

    /** The value, if it is one of these. */
    static String oneOf(String option, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new InvalidInputException(Problem.of("cli.bad-value", option, value, String.join(", ", allowed)));
        }
        return value;
    }

    void print(String code, Map<String, String> arguments) {
        out().println(say(code, arguments));
    }

    void heading(String code, Map<String, String> arguments) {
        out().println();
        out().println("== " + say(code, arguments));
    }

    void heading(String code) {
        heading(code, Map.of());
    }
}
