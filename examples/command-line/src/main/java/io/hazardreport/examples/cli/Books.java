package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.HazardReporting;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.exchange.SheetCell;
import io.hazardreport.exchange.SheetData;
import io.hazardreport.exchange.Sheets;
import io.hazardreport.identity.FreeText;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAction;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.statistics.MonthlyReturn;
import io.hazardreport.worker.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the return and the ledger as workbooks. A shared ledger has no column that tells who reported. */
final class Books {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Books() {}

    static void returnBook(Path file, MonthlyReturn figures) throws IOException {
        List<List<SheetCell>> rows = new ArrayList<>();
        int number = 0;
        for (MonthlyReturn.Row row : figures.rows()) {
            rows.add(List.of(
                    SheetCell.of(++number),
                    SheetCell.of(
                            Messages.text("statistics.column." + row.code()).zh()),
                    SheetCell.figure(row.period().print()),
                    SheetCell.figure(row.cumulative().print())));
        }
        String period = figures.period().displayName().zh();
        SheetData sheet = SheetData.of(
                        "月度统计表",
                        "生产经营单位事故隐患内部报告奖励工作情况统计表",
                        List.of("序号", "项目", "本期（" + period + "）", "累计（自 " + figures.yearFrom() + "）"),
                        rows)
                .withWidths(List.of(6, 40, 30, 30))
                .withFooters(List.of(
                        List.of(
                                "填报单位：" + figures.unit(),
                                "统计期：" + period + "，数据截至 " + figures.period().to() + " 24:00",
                                "应报出：" + figures.dueBy() + "（含）以前"),
                        List.of("未统计：来源尚未建立；「/」：分母为 0"),
                        List.of("填报人：", "审核人：", "主要负责人：", "填报日期：")));
        write(file, List.of(sheet));
    }

    static void ledger(Path file, HazardReporting reporting, List<ReportId> ids, Actor reader) throws IOException {
        List<List<SheetCell>> rows = new ArrayList<>();
        for (ReportId id : ids) {
            reporting.reports().find(Workspace.UNIT, id).ifPresent(report -> rows.add(row(reporting, report, reader)));
        }
        List<String> header = List.of(
                "编号", "报告时间", "来源", "渠道", "岗位类别", "用工形式", "隐患类别", "隐患描述", "地点", "建议", "等级", "判定依据", "受理时间", "核查人",
                "属实认定", "整改方式", "整改责任人", "整改期限", "整改完成", "复查人", "销号时间", "状态", "答复时间", "奖励（元）", "奖励状态");
        List<Integer> widths = List.of(
                19, 16, 14, 12, 12, 14, 10, 46, 20, 24, 16, 24, 16, 10, 16, 10, 10, 16, 16, 10, 16, 10, 16, 12, 10);
        write(
                file,
                List.of(SheetData.of("报告奖励台账", "事故隐患内部报告奖励台账（共享版，不含身份信息）", header, rows)
                        .withWidths(widths)
                        .withFrozenColumns(1)
                        .withFooters(List.of(List.of("数据为虚构示例"), List.of("制表人：", "审核人：", "日期：")))));
    }

    private static List<SheetCell> row(HazardReporting reporting, HazardReport report, Actor reader) {
        List<SheetCell> cells = new ArrayList<>();
        Optional<Assessment> found = report.assessment();
        Optional<Standing> standing = report.reporters().stream().findFirst().map(r -> r.standing());
        cells.add(SheetCell.of(report.receipt().value()));
        cells.add(at(Optional.of(report.submittedAt())));
        cells.add(SheetCell.of(report.submission().source().displayName().zh()));
        cells.add(SheetCell.of(report.submission().channel()));
        cells.add(SheetCell.of(standing.map(s -> s.jobRole().displayName().zh()).orElse("")));
        cells.add(SheetCell.of(
                standing.map(s -> s.employment().displayName().zh()).orElse("")));
        cells.add(SheetCell.of(report.item()));
        cells.add(words(reporting, report, report.submission().description(), reader));
        cells.add(words(reporting, report, report.submission().place(), reader));
        cells.add(words(reporting, report, report.submission().suggestion(), reader));
        cells.add(SheetCell.of(found.map(a -> a.grade().displayName().zh()).orElse("")));
        cells.add(SheetCell.of(found.map(Assessment::basis).orElse("")));
        cells.add(at(report.first(ReportAction.ADMIT)));
        cells.add(SheetCell.of(String.join("、", report.verifiers())));
        cells.add(at(report.first(ReportAction.CONFIRM)));
        cells.add(SheetCell.of(
                report.branch().map(b -> Messages.text("cli.branch." + b).zh()).orElse("")));
        cells.add(SheetCell.of(report.plan().map(p -> p.responsible()).orElse("")));
        cells.add(SheetCell.of(
                report.plan().map(p -> String.valueOf(p.finishBy())).orElse("")));
        cells.add(at(report.first(ReportAction.COMPLETE_RECTIFICATION)));
        cells.add(SheetCell.of(report.history().stream()
                .filter(e -> e.action() == ReportAction.ACCEPT_RECHECK)
                .map(e -> e.actor())
                .findFirst()
                .orElse("")));
        cells.add(at(report.first(ReportAction.ACCEPT_RECHECK)));
        cells.add(SheetCell.of(report.state().displayName().zh()));
        cells.add(at(report.first(ReportAction.ANSWER)));
        List<Award> awards = reporting.awards().ofReport(Workspace.UNIT, report.id());
        Money given = awards.stream()
                .filter(a -> a.state() == AwardState.PAID)
                .map(a -> a.terms().amount())
                .reduce(Money.ZERO, Money::plus);
        cells.add(awards.isEmpty() ? SheetCell.blank() : SheetCell.of(given));
        cells.add(SheetCell.of(awards.stream()
                .map(a -> a.state().displayName().zh())
                .distinct()
                .reduce((a, b) -> a + "、" + b)
                .orElse("")));
        return cells;
    }

    private static SheetCell words(HazardReporting reporting, HazardReport report, FreeText text, Actor reader) {
        return SheetCell.of(reporting
                .reports()
                .words(Workspace.UNIT, report.id(), text, reader)
                .orElse(""));
    }

    private static SheetCell at(Optional<Instant> instant) {
        return instant.map(i -> SheetCell.of(LocalDateTime.ofInstant(i, ZONE))).orElse(SheetCell.blank());
    }

    private static void write(Path file, List<SheetData> sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Sheets.write(out, sheets);
        }
    }
}
