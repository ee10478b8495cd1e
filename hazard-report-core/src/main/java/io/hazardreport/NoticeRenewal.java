package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.channel.Desk;
import io.hazardreport.scheme.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the public notice (desks, people, channels, lines) a new version of the scheme makes wrong. */
final class NoticeRenewal {

    private NoticeRenewal() {}

    static List<Problem> warnings(Scheme before, Scheme after) {
        List<Problem> warnings = new ArrayList<>();
        Map<String, Desk> old = byCode(before);
        Map<String, Desk> now = byCode(after);
        Set<String> codes = new LinkedHashSet<>(old.keySet());
        codes.addAll(now.keySet());
        for (String code : codes) {
            Desk was = old.get(code);
            Desk is = now.get(code);
            if (was == null || is == null) {
                warn("desks." + code, (was == null ? "+" : "−") + code, warnings);
                continue;
            }
            List<String> changes = new ArrayList<>();
            changed("members", ids(was.members()), ids(is.members()), changes);
            changed("standIns", ids(was.standIns()), ids(is.standIns()), changes);
            changed("channels", was.channels(), is.channels(), changes);
            changed("name", List.of(was.name()), List.of(is.name()), changes);
            changed("hours", was.hours().stream().toList(), is.hours().stream().toList(), changes);
            if (!changes.isEmpty()) {
                warn("desks." + code, String.join("; ", changes), warnings);
            }
        }
        List<String> lines = new ArrayList<>();
        changed("authorityLine", List.of(before.authorityLine()), List.of(after.authorityLine()), lines);
        changed(
                "parent",
                before.parentLine().stream().toList(),
                after.parentLine().stream().toList(),
                lines);
        if (!lines.isEmpty()) {
            warn("authorityLine", String.join("; ", lines), warnings);
        }
        return warnings;
    }

    private static void warn(String path, String changes, List<Problem> warnings) {
        warnings.add(Problem.of("scheme.notice-renewal", path, changes, "notice"));
    }

    private static Map<String, Desk> byCode(Scheme scheme) {
        Map<String, Desk> desks = new LinkedHashMap<>();
        scheme.desks().forEach(desk -> desks.put(desk.code(), desk));
        return desks;
    }

    private static List<String> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private static void changed(String what, Collection<?> was, Collection<?> is, List<String> changes) {
        List<String> moved = new ArrayList<>();
        is.stream().filter(each -> !was.contains(each)).forEach(each -> moved.add("+" + each));
        was.stream().filter(each -> !is.contains(each)).forEach(each -> moved.add("−" + each));
        if (!moved.isEmpty()) {
            changes.add(what + " " + String.join(" ", moved));
        }
    }
}
