package io.hazardreport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.RewardRule;
import java.time.Duration;
import java.util.List;

/** Reward rules as a company writes them, short: single quotes for double ones. */
final class Written {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Written() {}

    static String rule(String code, String when, String then) {
        return "{'code':'" + code + "','zh':'" + code + "','en':'" + code + "','when':" + when + ",'then':" + then
                + "}";
    }

    /** A schedule of one group. */
    static String group(String combine, String more, String... rules) {
        return "{'code':'g','combine':'" + combine + "'" + more + ",'rules':[" + String.join(",", rules) + "]}";
    }

    static String schedule(String more, String... groups) {
        return "{'format':1,'groups':[" + String.join(",", groups) + "]" + more + "}";
    }

    static RewardRule read(String schedule) {
        return RewardRule.read(schedule.replace('\'', '"'));
    }

    /** A plant whose scheme is the example's with this schedule. */
    static Plant plant(String schedule) {
        try {
            ObjectNode scheme = (ObjectNode) JSON.readTree(ExampleScheme.json());
            scheme.set("reward", JSON.readTree(schedule.replace('\'', '"')));
            return new Plant(new InMemoryJournal(), scheme.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(schedule, e);
        }
    }

    static HazardReport confirmed(Plant plant, Declaration... reporters) {
        return plant.confirmed(plant.submitted(Submission.of("护栏缺失").withItem("E99"), List.of(reporters)));
    }

    /** A plain decision a minute later, to be filled in. */
    static DecideCommand deciding(Plant plant, HazardReport report) {
        plant.clock.pass(Duration.ofMinutes(1));
        HazardReport now = plant.find(report.id());
        return DecideCommand.plain(now.id(), now.version(), plant.newRequest(), Plant.ADJUDICATOR);
    }

    static RewardDecision decide(Plant plant, DecideCommand command) {
        return plant.reporting.awards().decide(Plant.UNIT, command);
    }
}
