package io.hazardreport.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.Problem;
import io.hazardreport.scheme.ReadScheme;
import io.hazardreport.scheme.SchemeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    private static final List<String> OF_A_SCHEME =
            List.of("version", "name", "validFrom", "zone", "limits", "desks", "approvals", "fund");

    @Parameters(paramLabel = "FILE", description = "the scheme, JSON")
    private Path file;

    @Option(
            names = "--reward-only",
            description = "look at the reward part of a whole scheme alone (a reward rule by itself needs no flag)"
                    + " / 只检查奖励部分")
    private boolean rewardOnly;

    @Override
    public Integer call() throws IOException {
        String json = Input.text("FILE", file);
        boolean rule = rewardOnly || isRewardRule(json);
        ReadScheme read = rule ? SchemeReader.checkReward(json) : SchemeReader.read(json);
        if (rule) {
            out().println(say("checked-as-reward"));
        }
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

    /** A rule written by itself has nothing of what makes a whole scheme: since when, where, within what time, by whom. */
    private static boolean isRewardRule(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            return (root.has("groups") || root.has("reward"))
                    && OF_A_SCHEME.stream().noneMatch(root::has);
        } catch (JsonProcessingException e) {
            return false; // the reader of schemes says where it breaks off
        }
    }
}
