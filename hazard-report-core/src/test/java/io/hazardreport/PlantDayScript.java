package io.hazardreport;

import io.hazardreport.base.Money;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What happens from Tuesday to Friday morning: seventeen reports by hand, and 43 ordinary ones from a file. Words are
 * written in both languages, {@code 中文｜English}.
 */
final class PlantDayScript {

    private static final String MANDATE = "安办〔2024〕1号";

    private static final String ROSTER = """
            from,until,role,person,shift,coveredBy
            2024-09-03T00:00,2024-09-03T08:00,DUTY_HEAD,D003,夜班,
            2024-09-03T08:00,2024-09-03T16:00,DUTY_HEAD,D001,白班,
            2024-09-03T16:00,2024-09-04T00:00,DUTY_HEAD,D002,中班,
            2024-09-04T00:00,2024-09-04T08:00,DUTY_HEAD,D003,夜班,
            2024-09-04T08:00,2024-09-04T16:00,DUTY_HEAD,D001,白班,
            2024-09-04T16:00,2024-09-05T00:00,DUTY_HEAD,D002,中班,
            2024-09-05T00:00,2024-09-05T08:00,DUTY_HEAD,D003,夜班,
            2024-09-05T08:00,2024-09-05T16:00,DUTY_HEAD,D001,白班,
            2024-09-05T16:00,2024-09-06T00:00,DUTY_HEAD,D002,中班,
            2024-09-06T00:00,2024-09-06T08:00,DUTY_HEAD,D003,夜班,
            2024-09-03T00:00,2024-09-07T00:00,SAFETY_HEAD,H001,,
            2024-09-03T00:00,2024-09-07T00:00,PRINCIPAL,P001,,
            2024-09-03T00:00,2024-09-07T00:00,UNION,U001,,
            2024-09-05T08:00,2024-09-05T16:00,RECEIVER,S001,白班,
            2024-09-05T16:00,2024-09-06T00:00,RECEIVER,S002,中班,
            2024-09-05T08:00,2024-09-05T16:00,RECTIFIER,R001,白班,
            2024-09-05T16:00,2024-09-06T08:00,RECTIFIER,R002,夜班,
            2024-09-05T00:00,2024-09-07T00:00,AWAY,V001,,V002
            2024-09-06T00:00,2024-09-06T08:00,AWAY,D003,,D002
            """;

    private final PlantDay day;

    private PlantDayScript(PlantDay day) {
        this.day = day;
    }

    /** The day, lived to its end. */
    static PlantDay lived() {
        PlantDay day = new PlantDay();
        new PlantDayScript(day).write();
        day.run();
        return day;
    }

    private void write() {
        day.at("03T08:00", () -> day.roster(ROSTER));
        carriedOver();
        late();
        ordinary();
        spotAndDuplicates();
        unnamed();
        unfounded();
        aboutTheHead();
        major();
        leaving();
        danger();
    }

    /** The first steps alike: admitted, two hours later under check, the reporter talked to. */
    private void checked(String name, String date, int hour, String... verifiers) {
        day.does(clock(date, hour, 0), name, "S001", ReportAct.admit());
        day.does(clock(date, hour, 20), name, "S001", ReportAct.startVerification(verifiers));
        day.does(clock(date, hour, 40), name, verifiers[0], talk());
    }

    private static String clock(String date, int hour, int minute) {
        return String.format(Locale.ROOT, "%sT%02d:%02d", date, hour, minute);
    }

    private static ReportAct talk() {
        return FollowUp.talkByDelegate(
                MANDATE, "与报告人核对了地点、情况和处理意见｜place, facts and remedy gone through with the reporter");
    }

    private void carriedOver() {
        day.reports("03T09:40", "lamp", "W102", Submission.of("罐区应急照明不亮｜emergency lighting of the tank yard is dark"));
        checked("lamp", "03", 10, "V002");
        day.does("03T13:00", "lamp", "V002", ReportAct.confirm(Plant.general()));
        day.does("03T13:30", "lamp", "H001", ReportAct.startFix("R001"));
        day.does("04T09:00", "lamp", "R001", done("灯具和电池已更换｜lamp and battery replaced"));
        day.does("04T10:00", "lamp", "H001", ReportAct.acceptRecheck());
        day.does("04T10:30", "lamp", "S001", ReportAct.of(ReportAction.ANSWER, "已销号，谢谢｜closed, thank you"));

        day.reports(
                "03T10:10",
                "stairs",
                "W103",
                Submission.of("反应框架楼梯踏板锈穿｜treads of the reactor stairs are rusted through"));
        checked("stairs", "03", 11, "V002");
        day.does("03T14:00", "stairs", "V002", ReportAct.confirm(Plant.general()));
        day.does("03T14:30", "stairs", "R001", guarded("踏板加盖，挂牌禁行｜treads covered, stairs closed", "R001", "20T18:00"));
        day.does("03T15:00", "stairs", "H001", ReportAct.plan(plan("R001", "更换踏板｜new treads", "")));

        day.reports("03T11:00", "hose", "W104", Submission.of("卸车软管有裂纹｜crack in an unloading hose"));
        checked("hose", "03", 12, "V001");
    }

    private void late() {
        day.reports(
                "03T09:20",
                "box",
                "W105",
                Submission.of("意见箱：通道照明坏了两周｜from the box: corridor light broken for two weeks"));
        day.does("06T07:30", "box", "S002", ReportAct.admit());

        day.reports(
                "03T14:00",
                "dust",
                "W106",
                Submission.of("除尘器泄爆片有划痕｜scratches on the vent panel of the dust collector"));
        day.does("04T09:30", "dust", "S001", ReportAct.admit());

        day.reports("04T08:30", "fan", "W107", Submission.of("轴流风机护网脱落｜the mesh of the axial fan has come off"));
        checked("fan", "04", 9, "V002");
        day.does("04T13:00", "fan", "V002", ReportAct.confirm(Plant.general()));
        day.does("04T14:00", "fan", "H001", ReportAct.startFix("R001"));
        day.does("04T14:15", "fan", "R001", guarded("风机四周拉起围栏｜the fan fenced off", "R001", "10T18:00"));
        day.does(
                "05T15:10",
                "fan",
                Actor.person("W107"),
                ReportAct.of(ReportAction.GO_HIGHER, "风机还在转，护网还没装｜the fan runs, the mesh is still off"));
        day.does(
                "05T17:00",
                "fan",
                "P001",
                ReportAct.of(ReportAction.ANSWER_HIGHER, "已换人整改，今晚停机｜another man is on it, the fan stops tonight"));
    }

    private void spotAndDuplicates() {
        day.reports(
                "05T09:05",
                "spot",
                "W108",
                Submission.of("平台堆有废料，已当场清走｜scrap on the platform, cleared away at once")
                        .fixed(Plant.before(), Plant.after()));
        checked("spot", "05", 10, "V002");
        day.does("05T11:00", "spot", "V002", ReportAct.confirm(Plant.general()));
        day.does("05T11:10", "spot", "V002", ReportAct.of(ReportAction.ACCEPT_SPOT_FIX));
        day.does("05T13:00", "spot", "H001", ReportAct.acceptRecheck());

        day.reports("05T09:40", "first", "W109", Submission.of("南通道被托盘堵住｜the south aisle is blocked by pallets"));
        day.reports("05T10:05", "second", "W110", Submission.of("南通道有托盘过不去｜no way through the south aisle, pallets"));
        day.reports("05T13:20", "third", "W111", Submission.of("托盘堵了南边通道｜pallets block the aisle in the south"));
        checked("first", "05", 10, "V002");
        day.at(
                "05T10:30",
                () -> day.perform("second", PlantDay.actor("S001"), new ReportAct.MarkDuplicate(day.id("first"))));
        day.at(
                "05T13:40",
                () -> day.perform("third", PlantDay.actor("S001"), new ReportAct.MarkDuplicate(day.id("first"))));
        day.does("05T11:30", "first", "V002", ReportAct.confirm(Plant.general()));
        day.does("05T12:00", "first", "H001", ReportAct.startFix("R002"));
        day.does("05T14:30", "first", "R002", done("托盘已移走，划线｜pallets moved, floor marked"));
        day.does("05T15:30", "first", "H001", ReportAct.acceptRecheck());
    }

    private void unnamed() {
        day.reports("05T11:15", "unnamed", null, Submission.of("夜班有人短接联锁｜on nights somebody bridges the interlock"));
        checked("unnamed", "05", 12, "V002");
        day.unnamedDoes(
                "05T14:20",
                "unnamed",
                FollowUp.message(Visibility.EVERYBODY, "在三号釜，凌晨三点左右｜at reactor 3, about three in the morning"));
        day.does("05T16:30", "unnamed", "V002", ReportAct.confirm(Plant.general()));
    }

    private void unfounded() {
        day.reports("05T08:40", "smell", "W112", Submission.of("仓库有怪味｜strange smell in the store"));
        checked("smell", "05", 9, "V002");
        day.does(
                "05T13:30",
                "smell",
                "V002",
                ReportAct.because(ReportAction.FIND_UNFOUNDED, "NOT_FOUND", "检测无异常｜measured, nothing found"));
        day.does(
                "05T13:50",
                "smell",
                "S001",
                ReportAct.of(ReportAction.ANSWER, "检测无异常，附检测记录｜nothing measured, record enclosed"));
        day.does(
                "05T15:00",
                "smell",
                Actor.person("W112"),
                ReportAct.of(ReportAction.APPEAL, "只测了白天，夜里才有｜measured by day only, it smells at night"));
        day.does("05T18:00", "smell", "U001", ReportAct.of(ReportAction.UPHOLD_APPEAL, "夜间复测｜measure again at night"));

        day.reports("05T10:20", "noise", "W113", Submission.of("电机声音大｜a motor is loud"));
        checked("noise", "05", 11, "V002");
        day.does(
                "05T14:00",
                "noise",
                "V002",
                ReportAct.because(
                        ReportAction.FIND_UNFOUNDED, "WITHIN_LIMITS", "振动和噪声均在限值内｜vibration and noise within limits"));
        day.does(
                "05T14:10",
                "noise",
                "S001",
                ReportAct.of(ReportAction.ANSWER, "测值已附，谢谢留意｜values enclosed, thank you for watching"));

        day.reports("05T09:15", "label", "W114", Submission.of("成品标签印歪｜labels printed askew"));
        day.does("05T09:45", "label", "S001", ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "转质量｜to quality"));
        day.does(
                "05T10:00",
                "label",
                "H001",
                ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "属质量事项，已转质量部｜a matter of quality, passed on"));
        day.does("05T10:15", "label", "S001", ReportAct.of(ReportAction.ANSWER, "已转质量部｜passed on to quality"));
    }

    private void aboutTheHead() {
        day.reports(
                "05T12:30",
                "head",
                "W115",
                Submission.of("安全负责人要求先开车后补票｜the safety head has work begun before the permit"),
                "H001");
        checked("head", "05", 13, "V002");
        day.does(
                "05T15:20",
                "head",
                "P001",
                ReportAct.of(ReportAction.HEAR, "听取其对票证管理的说明｜heard on how permits are handled"));
        day.does("05T16:20", "head", "V002", ReportAct.confirm(Plant.general()));
        day.does("05T16:50", "head", "P001", ReportAct.startFix("R002"));
        day.does("05T18:30", "head", "R002", done("票证改为现场签发，逐张核对｜permits are issued on the spot, each one checked"));
        day.does("05T19:30", "head", "V002", ReportAct.acceptRecheck());
        day.does(
                "05T19:40",
                "head",
                "S002",
                ReportAct.of(ReportAction.ANSWER, "已整改，由主要负责人督办｜put right, under the principal"));
    }

    private void major() {
        day.reports(
                "05T13:40",
                "major",
                "W116",
                Submission.of("罐区检修动火未办许可｜hot work in the tank yard without a permit")
                        .withItem("E05"));
        day.does("05T13:50", "major", "S001", ReportAct.admit());
        day.does(
                "05T14:05",
                "major",
                "R002",
                guarded(
                        "停止动火，清空并隔离，专人监护｜hot work stopped, tank emptied and isolated, a watcher posted",
                        "R002",
                        "30T18:00"));
        day.does("05T14:20", "major", "S001", ReportAct.startVerification("V002", "H001"));
        day.does("05T15:00", "major", "H001", FollowUp.talk("与报告人核对了现场情况｜facts gone through with the reporter"));
        day.does(
                "05T15:40",
                "major",
                "V002",
                ReportAct.propose(ReportAction.CONFIRM, "MAJOR", "符合判定标准｜meets the standard"));
        day.does("05T16:10", "major", "H001", ReportAct.confirm(Plant.major()));
        day.does(
                "05T17:30",
                "major",
                "P001",
                ReportAct.plan(plan(
                        "R002",
                        "重建动火许可制度，改造隔离阀｜permits for hot work rebuilt, isolating valves changed",
                        "验收合格后复产｜production after acceptance")));
        day.does("05T17:45", "major", "P001", new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, "安报〔2024〕17号"));
        day.does("05T18:20", "major", "P001", new ReportAct.Notice(ReportAction.NOTIFY_CONGRESS, "职代会〔2024〕3号"));
    }

    private void leaving() {
        day.at("05T16:40", () -> {
            HandedOver over = day.plant
                    .reporting
                    .reports()
                    .handOver(Plant.UNIT, "R001", "R002", PlantDay.actor("H001"), "调离｜moves on", "leaving");
            day.aside(
                    "整改人任强调离：手上 " + over.done().size() + " 份报告（含已销号的）一次移交阮军，未能移交 "
                            + over.refused().size() + " 份；历史仍记着谁做了什么",
                    "Ren Qiang, rectifier, moves on: " + over.done().size()
                            + " reports, closed ones too, go to Ruan Jun at once, "
                            + over.refused().size() + " could not; the history keeps who did what");
        });
    }

    private void danger() {
        String name = "danger";
        day.reports(
                "06T02:10",
                name,
                "W117",
                Submission.of("氨压缩机轴封喷氨｜ammonia sprays from the compressor's seal")
                        .inDanger());
        day.does(
                "06T02:12",
                name,
                Actor.person("W301", Role.WORKER),
                ReportAct.of(ReportAction.STOP_WORK, "已停机｜machine stopped"));
        day.does(
                "06T02:15",
                name,
                Actor.person("W301", Role.WORKER),
                ReportAct.of(ReportAction.EVACUATE, "机房撤空｜engine room cleared"));
        day.does("06T02:34", name, "D002", ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER, "到场｜on the spot"));
        day.does(
                "06T02:40",
                name,
                "R002",
                guarded("切断、喷淋、警戒 50 米｜shut off, water curtain, 50 m cleared", "R002", "07T08:00"));
        day.does("06T02:50", name, "S002", ReportAct.admit());
        day.does("06T02:55", name, "S002", ReportAct.startVerification("V002"));
        day.does("06T03:10", name, "V002", talk());
        day.does("06T03:30", name, "V002", ReportAct.confirm(Plant.general()));
        day.does("06T03:40", name, "P001", ReportAct.startFix("R002"));
        day.does("06T05:20", name, "R002", done("轴封已更换，试漏合格｜seal replaced, leak test passed"));
        day.does("06T06:10", name, "V002", ReportAct.acceptRecheck());
        day.does(
                "06T06:20",
                name,
                "S002",
                ReportAct.of(ReportAction.ANSWER, "您报得及时，已修复｜you reported in time, it is mended"));
    }

    private void ordinary() {
        List<String> lines = file().lines().skip(1).toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            ordinary("ordinary-" + i, cells[0], cells[1], cells[2], cells[3], ReportState.valueOf(cells[4]));
        }
    }

    /** Goes the common way at a common pace, and has come as far as this by the next morning. */
    private void ordinary(String name, String when, String who, String place, String text, ReportState until) {
        day.reports(when, name, who, Submission.of(text).withPlace(place));
        Instant start = PlantDay.local(when);
        String receiver = start.isBefore(PlantDay.local("05T16:00")) ? "S001" : "S002";
        String rectifier = start.isBefore(PlantDay.local("05T10:00")) ? "R001" : "R002";
        step(name, start, until, ReportState.ADMITTED, 15, receiver, ReportAct.admit());
        step(name, start, until, ReportState.VERIFYING, 40, receiver, ReportAct.startVerification("V002"));
        step(name, start, until, ReportState.VERIFYING, 60, "V002", talk());
        step(name, start, until, ReportState.CONFIRMED, 100, "V002", ReportAct.confirm(Plant.general()));
        step(name, start, until, ReportState.RECTIFYING, 130, "H001", ReportAct.startFix(rectifier));
        step(name, start, until, ReportState.AWAITING_RECHECK, 200, rectifier, done("已整改｜put right"));
        step(name, start, until, ReportState.CLOSED, 260, "H001", ReportAct.acceptRecheck());
    }

    private void step(
            String name, Instant start, ReportState until, ReportState to, long minutes, String who, ReportAct act) {
        if (to.compareTo(until) <= 0) {
            day.at(start.plus(Duration.ofMinutes(minutes)), () -> day.perform(name, PlantDay.actor(who), act));
        }
    }

    private static ReportAct done(String note) {
        return ReportAct.complete(note, Plant.before(), Plant.after());
    }

    private static ReportAct guarded(String measures, String watcher, String until) {
        return new ReportAct.SetInterim(FreeText.of(measures), watcher, PlantDay.local(until));
    }

    private static RectificationPlan plan(String responsible, String measures, String goals) {
        return new RectificationPlan(
                responsible,
                FreeText.of(measures),
                Money.ofYuan(3000),
                FreeText.NONE,
                LocalDate.parse("2024-09-30"),
                "应急预案-03",
                FreeText.of(goals));
    }

    private static String file() {
        try (InputStream file = Objects.requireNonNull(PlantDayScript.class.getResourceAsStream("/plant-day.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
