package io.hazardreport.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.Problem;
import io.hazardreport.scheme.ReadScheme;
import io.hazardreport.scheme.SchemeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a scheme and says everything that is wrong with it. */
@Command(
        name = "check-scheme",
        mixinStandardHelpOptions = true,
        description = "Check a scheme document / 检查制度文件（有错误时退出码 2）")
final class CheckSchemeCommand extends Localised implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the scheme, JSON")
    private Path file;

    @Option(
            names = "--reward-only",
            description = "look at the reward part alone (a schedule by itself needs no flag) / 只检查奖励部分")
    private boolean rewardOnly;

    @Override
    public Integer call() throws IOException {
        String json = Input.text("FILE", file);
        ReadScheme read = rewardOnly || isSchedule(json) ? SchemeReader.checkReward(json) : SchemeReader.read(json);
        for (Problem problem : read.errors()) {
            out().println(say("error") + " " + problem.path() + "  " + problem.message(locale()));
        }
        for (Problem problem : read.warnings()) {
            out().println(say("warning") + " " + problem.path() + "  " + problem.message(locale()));
        }
        print(
                "checked",
                Map.of(
                        "errors", Integer.toString(read.errors().size()),
                        "warnings", Integer.toString(read.warnings().size())));
        return read.errors().isEmpty() ? 0 : 2;
    }

    /** A schedule by itself has its groups on top; whatever else is there, or missing, is meant as a scheme. */
    private static boolean isSchedule(String json) {
        try {
            return new ObjectMapper().readTree(json).has("groups");
        } catch (JsonProcessingException e) {
            return false; // the reader of schemes says where it breaks off
        }
    }
}
