package io.hazardreport;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.Text;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plant over some days, minute by minute: who does what when, and a host that asks every ten minutes whom to remind. */
final class PlantDay {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant BEGIN = local("05T08:00");
    static final Instant END = local("06T08:00");

    private static final Instant TIMER_STARTS = local("03T09:00");
    private static final Duration TIMER = Duration.ofMinutes(10);

    /** The twelve who handle reports, with the roles the host vouches for. */
    static final Map<String, Person> CAST = cast(
            new Person("P001", Text.of("主要负责人郑国安", "Zheng Guoan, principal"), Role.PRINCIPAL),
            new Person("H001", Text.of("安全负责人何卫", "He Wei, safety head"), Role.SAFETY_HEAD),
            new Person("U001", Text.of("工会尤琴", "You Qin, union"), Role.UNION),
            new Person("S001", Text.of("受理人沈莉", "Shen Li, desk"), Role.RECEIVER),
            new Person("S002", Text.of("受理人宋扬", "Song Yang, desk"), Role.RECEIVER),
            new Person("D001", Text.of("白班带班丁海", "Ding Hai, head of the day shift"), Role.DUTY_HEAD),
            new Person("D002", Text.of("中班带班杜明", "Du Ming, head of the late shift"), Role.DUTY_HEAD),
            new Person("D003", Text.of("夜班带班邓立", "Deng Li, head of the night shift"), Role.DUTY_HEAD),
            new Person("V001", Text.of("核查人韦东", "Wei Dong, verifier"), Role.VERIFIER),
            new Person("V002", Text.of("核查兼复查人万青", "Wan Qing, verifier and rechecker"), Role.VERIFIER, Role.RECHECKER),
            new Person("R001", Text.of("整改人任强", "Ren Qiang, rectifier"), Role.RECTIFIER),
            new Person("R002", Text.of("整改人阮军", "Ruan Jun, rectifier"), Role.RECTIFIER));

    /** One of the cast. */
    record Person(String id, Text name, Role... roles) {

        Actor actor() {
            return Actor.person(id, roles);
        }

        boolean has(Role role) {
            return Arrays.asList(roles).contains(role);
        }
    }

    /** A reminder as the host delivered it. */
    record Told(Instant at, Reminder reminder, List<PersonId> to) {}

    /** Something that is no event of a report, in words. */
    record Aside(Instant at, Text words) {}

    final Plant plant = new Plant(new InMemoryJournal(), ExampleScheme.json(), new SameEachTime());
    final Map<String, ReportId> reports = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    final List<Aside> asides = new ArrayList<>();
    final List<Runnable> atEachTick = new ArrayList<>();
    private final Map<String, ClaimCode> codes = new LinkedHashMap<>();
    private final TreeMap<Instant, List<Runnable>> agenda = new TreeMap<>();

    static Instant local(String when) {
        return LocalDateTime.parse("2024-09-" + when).atZone(ZONE).toInstant();
    }

    static Actor actor(String id) {
        return Objects.requireNonNull(CAST.get(id), id).actor();
    }

    private static Map<String, Person> cast(Person... people) {
        Map<String, Person> cast = new LinkedHashMap<>();
        for (Person person : people) {
            cast.put(person.id(), person);
        }
        return cast;
    }

    void roster(String csv) {
        plant.reporting.rosters().load(Plant.UNIT, csv.getBytes(StandardCharsets.UTF_8));
    }

    void at(String when, Runnable what) {
        at(local(when), what);
    }

    void at(Instant when, Runnable what) {
        agenda.computeIfAbsent(when, at -> new ArrayList<>()).add(what);
    }

    /** Handed in under this name of the scenario; {@code who} null: without a name. */
    void reports(String when, String name, @Nullable String who, Submission submission, String... concerned) {
        at(when, () -> {
            Declaration reporter = who == null
                    ? Declaration.anonymous(Plant.OPERATIVE)
                    : Declaration.named(who, "姓名" + who, Confidentiality.RECEIVER_ONLY, Plant.OPERATIVE);
            ReportId id = ReportId.of(new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L + reports.size() + 1));
            List<PersonId> people = Arrays.stream(concerned).map(PersonId::of).toList();
            Receipt receipt = plant.reporting
                    .reports()
                    .submit(Plant.UNIT, new SubmitCommand(id, submission, List.of(reporter), people, null));
            reports.put(name, id);
            if (receipt.claimCode() != null) {
                codes.put(name, receipt.claimCode());
            }
        });
    }

    void does(String when, String name, String who, ReportAct act) {
        does(when, name, actor(who), act);
    }

    void does(String when, String name, Actor who, ReportAct act) {
        at(when, () -> perform(name, who, act));
    }

    /** The one who has the receipt of this report and no name. */
    void unnamedDoes(String when, String name, ReportAct act) {
        at(when, () -> perform(name, Actor.anonymous(Objects.requireNonNull(codes.get(name))), act));
    }

    void perform(String name, Actor who, ReportAct act) {
        plant.reporting.reports().perform(Plant.UNIT, plant.command(who, find(name), act));
    }

    ReportId id(String name) {
        return Objects.requireNonNull(reports.get(name), name);
    }

    HazardReport find(String name) {
        return plant.find(id(name));
    }

    void aside(String zh, String en) {
        asides.add(new Aside(plant.clock.instant(), Text.of(zh, en)));
    }

    /** Everything, in the order of time; what is on the agenda of a minute comes before the timer. */
    void run() {
        for (Instant tick = TIMER_STARTS; !tick.isAfter(END); tick = tick.plus(TIMER)) {
            at(tick, this::remind);
        }
        while (!agenda.isEmpty()) {
            Map.Entry<Instant, List<Runnable>> next = agenda.pollFirstEntry();
            if (next.getKey().isAfter(END)) {
                throw new IllegalStateException("after the end: " + next.getKey());
            }
            plant.clock.set(next.getKey());
            next.getValue().forEach(Runnable::run);
        }
    }

    private void remind() {
        Instant now = plant.clock.instant();
        for (Reminder reminder : plant.reporting.reminders().take(Plant.UNIT, 1000)) {
            told.add(new Told(now, reminder, reminder.to().isEmpty() ? inRole(reminder) : reminder.to()));
        }
        atEachTick.forEach(Runnable::run);
    }

    /** Whom the host finds by role where the library knows nobody. */
    private List<PersonId> inRole(Reminder reminder) {
        return CAST.values().stream()
                .filter(person -> person.has(reminder.role()))
                .map(person -> PersonId.of(person.id()))
                .filter(person -> plant.reporting.reminders().mayReceive(Plant.UNIT, reminder, person))
                .toList();
    }

    /** Different ids and bytes, in the same order each time. */
    private static final class SameEachTime implements IdSource {

        private final Random random = new Random(20240905);

        @Override
        public UUID next(Instant at) {
            ByteBuffer bits = ByteBuffer.wrap(random(16));
            return new UUID(
                    (at.toEpochMilli() << 16) | 0x7000L | (bits.getLong() & 0x0FFFL),
                    (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        }

        @Override
        public byte[] random(int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
