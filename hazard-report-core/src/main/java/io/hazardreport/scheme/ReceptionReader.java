package io.hazardreport.scheme;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.LimitUnit;
import io.hazardreport.loop.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who receives reports, and who is reminded when. */
final class ReceptionReader {

    private static final Limit TEN_MINUTES = Limit.of(10, LimitUnit.MINUTES);

    private final List<Problem> errors;

    ReceptionReader(List<Problem> errors) {
        this.errors = errors;
    }

    List<Desk> desks(Node node) {
        List<Desk> desks = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Node desk : node.items()) {
            List<PersonId> members = people(desk.at("members"));
            String code = desk.at("code").required("?");
            desks.add(new Desk(
                    code,
                    Text.of(desk.at("zh").required("?"), desk.at("en").required("?")),
                    members,
                    people(desk.at("standIns")),
                    words(desk.at("departments")),
                    words(desk.at("items"))));
            desk.nothingElse();
            if (members.isEmpty()) {
                errors.add(Problem.of("scheme.blank", desk.path() + ".members", "[]", "≥ 1"));
            }
            if (!codes.add(code)) {
                errors.add(Problem.of("scheme.twice", desk.path() + ".code", code, "1 ×"));
            }
        }
        if (desks.size() < 2) {
            errors.add(Problem.of("scheme.two-desks", node.path(), desks.size(), "≥ 2"));
        }
        return desks;
    }

    private static List<PersonId> people(Node node) {
        List<PersonId> people = new ArrayList<>();
        for (Node person : node.items()) {
            people.add(person.parsed(PersonId::of, new PersonId("?")));
        }
        return people;
    }

    private static Set<String> words(Node node) {
        Set<String> words = new HashSet<>();
        node.items().forEach(word -> words.add(word.required("?")));
        return words;
    }

    /** Absent: nobody is reminded, and a danger is called out every ten minutes all the same. */
    ReminderRules reminders(Node node) {
        List<Limit> before = new ArrayList<>();
        for (Node each : node.at("before").items()) {
            before.add(each.parsed(Limit::parse, TEN_MINUTES));
        }
        List<ReminderRules.Rung> ladder = new ArrayList<>();
        for (Node rung : node.at("ladder").items()) {
            ladder.add(new ReminderRules.Rung(
                    rung.at("after").parsed(Limit::parse, TEN_MINUTES),
                    rung.at("role").oneOf(Role.class).orElse(Role.PRINCIPAL)));
            rung.nothingElse();
        }
        Limit again = node.at("dangerEvery").isThere()
                ? node.at("dangerEvery").parsed(Limit::parse, TEN_MINUTES)
                : TEN_MINUTES;
        if (again.unit() != LimitUnit.MINUTES || again.amount() < 1) {
            errors.add(Problem.of("scheme.out-of-range", node.path() + ".dangerEvery", again, "1-60 minutes"));
        }
        node.nothingElse();
        return new ReminderRules(before, ladder, again);
    }
}
