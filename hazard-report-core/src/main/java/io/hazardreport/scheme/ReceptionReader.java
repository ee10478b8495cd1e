package io.hazardreport.scheme;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.category.Catalogue;
import io.hazardreport.category.HazardClass;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.LimitUnit;
import io.hazardreport.loop.Role;
import java.util.ArrayList;
import java.util.Arrays;
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

    List<Desk> desks(Node node, Catalogue catalogue) {
        List<Desk> desks = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Node desk : node.items()) {
            List<PersonId> members = people(desk.at("members").someItems());
            String code = desk.at("code").required("?");
            desks.add(new Desk(
                    code,
                    desk.text(),
                    members,
                    people(desk.at("standIns").items()),
                    words(desk.at("departments")),
                    items(desk.at("items"), catalogue),
                    grades(desk.at("grades")),
                    desk.at("role").constant(Role.class, Role.RECEIVER),
                    channels(desk.at("channels")),
                    line(desk.at("hours"))));
            desk.nothingElse();
            Role role = desks.get(desks.size() - 1).role();
            if (role != Role.RECEIVER && role != Role.UNION) {
                errors.add(Problem.of("scheme.not-one-of", desk.path() + ".role", role, "RECEIVER, UNION"));
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
        return Optional.of(node.textAlone());
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

    static List<PersonId> people(List<Node> nodes) {
        List<PersonId> people = new ArrayList<>();
        for (Node person : nodes) {
            people.add(person.parsed(Form.TEXT, PersonId::of, new PersonId("?")));
        }
        return people;
    }

    private static Set<String> words(Node node) {
        Set<String> words = new HashSet<>();
        node.items().forEach(word -> words.add(word.required("?")));
        return words;
    }

    /** A code or a class letter nobody knows would never send anything here. */
    private Set<String> items(Node node, Catalogue catalogue) {
        Set<String> items = new HashSet<>();
        for (Node item : node.items()) {
            String code = item.required("P");
            boolean known = catalogue.item(code).isPresent()
                    || Arrays.stream(HazardClass.values())
                            .anyMatch(letter -> letter.name().equals(code));
            if (!known) {
                errors.add(Problem.of("scheme.not-one-of", item.path(), code, "P, E, V, M, P01, …"));
            }
            items.add(code);
        }
        return items;
    }

    /** Absent: nobody is reminded, and a danger is called out every ten minutes all the same. */
    ReminderRules reminders(Node node) {
        List<Limit> before = new ArrayList<>();
        for (Node each : node.at("before").items()) {
            before.add(each.parsed(Form.LIMIT, Limit::parse, TEN_MINUTES));
        }
        List<ReminderRules.Rung> ladder = new ArrayList<>();
        for (Node rung : node.at("ladder").items()) {
            ladder.add(new ReminderRules.Rung(
                    rung.at("after").parsed(Form.LIMIT, Limit::parse, TEN_MINUTES),
                    rung.at("role").oneOf(Role.class).orElse(Role.PRINCIPAL)));
            rung.nothingElse();
        }
        Node every = node.at("dangerEvery");
        Limit again = every.isThere() ? every.parsed(Form.CALL, Limit::parse, TEN_MINUTES) : TEN_MINUTES;
        node.nothingElse();
        return new ReminderRules(before, ladder, again);
    }
}
