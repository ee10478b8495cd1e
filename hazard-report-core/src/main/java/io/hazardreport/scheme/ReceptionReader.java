package io.hazardreport.scheme;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.LimitUnit;
import io.hazardreport.loop.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
                    words(desk.at("items")),
                    grades(desk.at("grades")),
                    desk.at("role").constant(Role.class, Role.RECEIVER),
                    channels(desk.at("channels")),
                    line(desk.at("hours"))));
            desk.nothingElse();
            Role role = desks.get(desks.size() - 1).role();
            if (role != Role.RECEIVER && role != Role.UNION) {
                errors.add(Problem.of("scheme.not-one-of", desk.path() + ".role", role, "RECEIVER, UNION"));
            }
            if (members.isEmpty()) {
                errors.add(Problem.of("scheme.blank", desk.path() + ".members", "[]", "≥ 1"));
            }
            if (!codes.add(code)) {
                errors.add(Problem.of("scheme.twice", desk.path() + ".code", code, "1 ×"));
            }
        }
        if (desks.stream().noneMatch(one -> desks.stream().anyMatch(one::isIndependentOf))) {
            errors.add(Problem.of("scheme.two-desks", node.path(), desks.isEmpty() ? 0 : 1, "≥ 2"));
        }
        return desks;
    }

    /** Both languages, or nothing at all. */
    Optional<Text> line(Node node) {
        if (!node.isThere()) {
            return Optional.empty();
        }
        Text text = node.text();
        node.nothingElse();
        return Optional.of(text);
    }

    private static Set<LegalGrade> grades(Node node) {
        Set<LegalGrade> grades = EnumSet.noneOf(LegalGrade.class);
        node.items().forEach(grade -> grade.oneOf(LegalGrade.class).ifPresent(grades::add));
        return grades;
    }

    private List<Channel> channels(Node node) {
        List<Channel> channels = new ArrayList<>();
        for (Node each : node.items()) {
            Channel channel = new Channel(
                    each.at("type").oneOf(ChannelType.class).orElse(ChannelType.PHONE),
                    each.at("address").required("?"));
            each.nothingElse();
            if (channels.contains(channel)) {
                errors.add(Problem.of("scheme.twice", each.path(), channel, "1 ×"));
            }
            channels.add(channel);
        }
        return channels;
    }

    static List<PersonId> people(Node node) {
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
