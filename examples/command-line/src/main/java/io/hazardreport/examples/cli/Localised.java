package io.hazardreport.examples.cli;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: a language, and a place to print to. */
abstract class Localised {

    /** What commands speak. */
    enum Language {
        ZH,
        EN
    }

    @Option(names = "--lang", defaultValue = "zh", description = "zh | en (default: ${DEFAULT-VALUE}) / 输出语言")
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec;

    Locale locale() {
        return language == Language.EN ? Locale.ENGLISH : Locale.CHINESE;
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
