package io.hazardreport.scheme;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.category.Catalogue;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.category.Tier;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Roll;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.fund.FundSource;
import io.hazardreport.fund.SafetyExpense;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.Separation;
import io.hazardreport.report.TalkRule;
import io.hazardreport.reward.AwardRules;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.reward.Finding;
import io.hazardreport.reward.Remainder;
import io.hazardreport.reward.Schedule;
import io.hazardreport.reward.ScheduleCheck;
import io.hazardreport.reward.Severity;
import io.hazardreport.statistics.PeriodRule;
import io.hazardreport.worker.EligibilityRules;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Treatment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a scheme from JSON (format 1; its JSON Schema lies beside this class as {@code scheme.schema.json}, see {@link
 * #jsonSchema()}) and checks it as a whole.
 */
public final class SchemeReader {

    /** What cannot be kept where one person puts right and checks. */
    private static final Set<Separation> ONE_PAIR_OF_HANDS =
            Set.of(Separation.RECTIFIER_NEVER_RECHECKS, Separation.RECTIFIER_NEVER_REPLANS);

    /** Every key of a scheme, so that one of them beside a reward rule is no fault. */
    static final List<String> KEYS = List.of(
            ("format example version name validFrom zone calendar industry catalogue majorHazards tiers desks reminders limits "
                            + "talkBeforeConclusion extensions notAdmittedReasons smallUnit eligibility reward honours approvals "
                            + "onTheSpot payment publicNotice expiry fund return authorityLine "
                            + "parent principals pseudonymPerPerson")
                    .split(" "));

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** What the company calls the values of facts. */
    private final Map<String, Text> words = new HashMap<>();

    private SchemeReader() {}

    /** All problems at once, each with its JSON path. */
    public static ReadScheme read(String json) {
        SchemeReader reader = new SchemeReader();
        Scheme scheme;
        try {
            scheme = reader.scheme(Node.root(json, reader.errors));
        } catch (InvalidInputException notJson) {
            return new ReadScheme(Optional.empty(), notJson.problems(), List.of());
        }
        return new ReadScheme(
                reader.errors.isEmpty() ? Optional.of(scheme) : Optional.empty(), reader.errors, reader.warnings);
    }

    /** The JSON Schema of all schemes of format 1, for editors and other tools. */
    public static String jsonSchema() {
        return ExampleScheme.read("scheme.schema.json");
    }

    /** All that {@link RewardRule#read} would find in a reward rule, what stands in its way and what does not. */
    public static ReadScheme checkReward(String json) {
        SchemeReader reader = new SchemeReader();
        try {
            reader.reward(Node.root(json, reader.errors));
        } catch (InvalidInputException notJson) {
            return new ReadScheme(Optional.empty(), notJson.problems(), List.of());
        }
        return new ReadScheme(Optional.empty(), reader.errors, reader.warnings);
    }

    static RewardRule readReward(String json) {
        SchemeReader reader = new SchemeReader();
        RewardRule rule = reader.reward(Node.root(json, reader.errors));
        if (!reader.errors.isEmpty()) {
            throw new InvalidInputException(reader.errors);
        }
        return rule;
    }

    private RewardRule reward(Node root) {
        boolean bare = !root.at("reward").isThere();
        Catalogue catalogue = bare ? Catalogue.standard() : catalogue(root.at("catalogue"));
        List<String> tiers = bare ? List.of() : tierCodes(root.at("tiers"));
        EligibilityRules eligibility = !bare && root.at("eligibility").isThere()
                ? eligibility(root.at("eligibility"))
                : EligibilityRules.everybody();
        Schedule schedule = schedule(bare ? root : root.at("reward"), tiers, catalogue);
        if (!bare) {
            root.mayNameItsSchema();
            KEYS.forEach(root::at);
            root.nothingElse();
        }
        Map<String, FactType> types = new LinkedHashMap<>(FactTypes.standard(
                tiers, catalogue.items().stream().map(HazardItem::code).toList()));
        types.putAll(schedule.facts());
        return new RewardRule(schedule, types, eligibility, warnings);
    }

    /** As in a scheme, or no more than the codes from small to big. */
    private List<String> tierCodes(Node node) {
        List<Node> items = node.items();
        if (items.stream().anyMatch(Node::isObject)) {
            return tiers(node).stream().map(Tier::code).toList();
        }
        List<String> codes = items.stream().map(code -> code.required("?")).toList();
        unique(errors, "tiers", codes);
        return codes;
    }

    private Scheme scheme(Node root) {
        root.mayNameItsSchema();
        root.at("format").number(1, 1, 1);
        root.at("example").flag(false);
        String version = root.at("version").required("?");
        Text name = root.at("name").textAlone();
        ZoneId zone = root.at("zone").isThere()
                ? root.at("zone").parsed(Form.TEXT, ZoneId::of, ZoneId.of("Asia/Shanghai"))
                : ZoneId.of("Asia/Shanghai");
        LocalDate from = root.at("validFrom").day();
        String industry = root.at("industry").required("OTHER");
        if (!MajorHazardTable.industries().contains(industry)) {
            errors.add(Problem.of(
                    "scheme.not-one-of", "industry", industry, String.join(", ", MajorHazardTable.industries())));
        }
        Catalogue catalogue = catalogue(root.at("catalogue"));
        MajorHazardTable majorHazards =
                new MajorHazardsReader(errors).read(root.at("majorHazards"), industry, catalogue);
        List<Tier> tiers = tiers(root.at("tiers"));
        List<String> tierCodes = tiers.stream().map(Tier::code).toList();
        boolean expiry = root.at("expiry").flag(false);
        Map<String, Limit> limits = new LimitsReader(errors, warnings).read(root.at("limits"), expiry);
        WorkingCalendar calendar = new CalendarReader(errors).read(root.at("calendar"));
        ReportRules rules = new ReportRules(
                version,
                zone,
                calendar,
                limits,
                catalogue,
                tiers.stream().collect(Collectors.toMap(Tier::code, Tier::grade, (first, again) -> first)),
                reasons(root.at("notAdmittedReasons")),
                waived(root.at("smallUnit")),
                root.at("talkBeforeConclusion").constant(TalkRule.class, TalkRule.ALL),
                root.at("extensions").number(1, 0, 10),
                industry,
                majorHazards);
        EligibilityRules eligibility = eligibility(root.at("eligibility"));
        Schedule schedule = schedule(root.at("reward"), tierCodes, catalogue);
        AwardReader money = new AwardReader(errors);
        AwardRules awards = new AwardRules(
                version,
                zone,
                calendar,
                limits,
                money.approvals(root.at("approvals")),
                root.at("publicNotice").flag(false),
                expiry,
                root.at("onTheSpot").at("upTo").optionalMoney(),
                AwardReader.spotGivers(root.at("onTheSpot")),
                AwardReader.payment(root.at("payment")));
        List<FundSource> sources = money.sources(root.at("fund"));
        String use = root.at("fund").at("use").required("");
        Optional<FundSource> source =
                sources.stream().filter(s -> s.code().equals(use)).findFirst();
        if (source.isEmpty() && !use.isEmpty()) {
            errors.add(Problem.of(
                    "scheme.not-one-of",
                    "fund.use",
                    use,
                    sources.stream().map(FundSource::code).toList().toString()));
        }
        if (use.equals(SafetyExpense.CODE)) {
            SafetyExpense.of(industry)
                    .filter(row -> row.applies() != SafetyExpense.Applies.YES)
                    .ifPresent(row -> warnings.add(Problem.of(
                                    row.applies() == SafetyExpense.Applies.NO
                                            ? "scheme.safety-expense-not-here"
                                            : "scheme.safety-expense-partly",
                                    "fund.use",
                                    industry,
                                    row.sector())
                            .from(SafetyExpense.MEASURE)));
        }
        Node periods = root.at("return");
        PeriodRule period = new PeriodRule(
                periods.at("cutOffDay").number(PeriodRule.STANDARD.cutOffDay(), 0, 28),
                periods.at("dueDay").number(PeriodRule.STANDARD.dueDay(), 1, 28),
                periods.at("dueIncluded").flag(PeriodRule.STANDARD.dueIncluded()),
                periods.at("roll").constant(Roll.class, PeriodRule.STANDARD.roll()));
        periods.nothingElse();
        ReceptionReader reception = new ReceptionReader(errors);
        List<Desk> desks = reception.desks(root.at("desks"), catalogue);
        ReminderRules reminders = reception.reminders(root.at("reminders"));
        Text authority = root.at("authorityLine").textAlone();
        Optional<Text> parent = reception.line(root.at("parent"));
        List<PersonId> principals = ReceptionReader.people(root.at("principals").items());
        List<HonourRule> honours = new HonourReader(errors).read(root.at("honours"));
        boolean perPerson = root.at("pseudonymPerPerson").flag(false);
        root.nothingElse();
        FundSource first = source.orElse(new FundSource("?", Text.of("?", "?"), Optional.empty()));
        return new Scheme(
                version,
                name,
                from.atStartOfDay(zone).toInstant(),
                industry,
                tierCodes,
                rules,
                awards,
                schedule,
                honours,
                eligibility,
                majorHazards,
                desks,
                reminders,
                sources,
                first,
                period,
                authority,
                parent,
                principals,
                perPerson);
    }

    private Catalogue catalogue(Node node) {
        Catalogue catalogue = Catalogue.standard();
        for (Node item : node.at("add").items()) {
            Catalogue before = catalogue;
            Text name = item.text();
            catalogue = item.at("code").parsed(Form.TEXT, code -> before.with(code, name), before);
            item.nothingElse();
        }
        node.nothingElse();
        return catalogue;
    }

    private List<Tier> tiers(Node node) {
        List<Tier> tiers = new ArrayList<>();
        for (Node tier : node.items()) {
            tiers.add(new Tier(
                    tier.at("code").required("?"),
                    tier.text(),
                    tier.at("grade").oneOf(LegalGrade.class).orElse(LegalGrade.GENERAL)));
            tier.nothingElse();
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).grade().compareTo(tiers.get(i - 1).grade()) < 0) {
                errors.add(Problem.of(
                        "scheme.tiers-inverted",
                        "tiers[" + i + "].grade",
                        tiers.get(i).grade(),
                        "≥ " + tiers.get(i - 1).grade()));
            }
        }
        unique(errors, "tiers", tiers.stream().map(Tier::code).toList());
        for (Tier tier : tiers) {
            words.put("tier." + tier.code(), tier.name());
            words.put("rewardTier." + tier.code(), tier.name());
        }
        return tiers;
    }

    static void unique(List<Problem> errors, String path, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                errors.add(Problem.of("scheme.twice", path + "[" + i + "].code", codes.get(i), "1 ×"));
            }
        }
    }

    private Map<String, Text> reasons(Node node) {
        Map<String, Text> reasons = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>();
        for (Node reason : node.someItems()) {
            String code = reason.at("code").required("?");
            codes.add(code);
            reasons.put(code, reason.text());
            reason.nothingElse();
            if (code.matches("(?i).*(trivial|minor|small).*")) {
                errors.add(Problem.of("scheme.trivial-is-no-reason", reason.path() + ".code", code, "-"));
            }
        }
        unique(errors, node.path(), codes);
        return reasons;
    }

    /** A listed profile: up to 10 people somebody may recheck his own work, up to 3 all may be waived. */
    private Set<Separation> waived(Node node) {
        Set<Separation> waived = EnumSet.noneOf(Separation.class);
        if (!node.isThere()) {
            return waived;
        }
        int headcount = node.at("headcount").number(11, 1, 1_000_000);
        for (Node code : node.at("waive").items()) {
            code.oneOf(Separation.class).ifPresent(separation -> {
                int most = ONE_PAIR_OF_HANDS.contains(separation) ? 10 : 3;
                if (headcount > most) {
                    errors.add(Problem.of("scheme.waiver-too-big", code.path(), headcount, "≤ " + most));
                }
                waived.add(separation);
            });
        }
        node.nothingElse();
        return waived;
    }

    private EligibilityRules eligibility(Node node) {
        EligibilityRules standard = EligibilityRules.standard();
        EligibilityRules rules = new EligibilityRules(
                constants(node.at("employments"), Employment.class, standard.employments()),
                constants(node.at("jobRoles"), JobRole.class, standard.jobRoles()),
                node.at("safetyStaff").constant(Treatment.class, standard.safetyStaff()),
                node.at("ownDuty").constant(Treatment.class, standard.ownDuty()),
                node.at("minimumServiceMonths").number(0, 0, 600),
                node.at("anonymousRewarded").flag(true));
        node.nothingElse();
        rules.warnings().forEach(warning -> warnings.add(warning.under("eligibility")));
        return rules;
    }

    private static <E extends Enum<E>> Set<E> constants(Node node, Class<E> type, Set<E> fallback) {
        if (!node.isThere()) {
            return fallback;
        }
        Set<E> constants = EnumSet.noneOf(type);
        node.items().forEach(item -> item.oneOf(type).ifPresent(constants::add));
        return constants;
    }

    private Schedule schedule(Node node, List<String> tiers, Catalogue catalogue) {
        int before = errors.size();
        List<String> items = catalogue.items().stream().map(HazardItem::code).toList();
        Map<String, FactType> standard = FactTypes.standard(tiers, items);
        catalogue.items().forEach(item -> words.put("item." + item.code(), item.name()));
        ScheduleReader reader = new ScheduleReader(errors, standard, words);
        Schedule schedule = reader.read(node);
        List<String> unreadable = errors.subList(before, errors.size()).stream()
                .map(Problem::path)
                .toList();
        for (Finding finding : ScheduleCheck.check(schedule, standard, node.path(), reader.places(), unreadable)) {
            (finding.severity() == Severity.ERROR ? errors : warnings).add(finding.problem());
        }
        Node remainder = node.at("remainder");
        if (!remainder.isThere() && schedule.splits()) {
            warnings.add(Problem.of(
                    "reward.no-remainder",
                    remainder.path(),
                    "-",
                    Arrays.stream(Remainder.values()).map(Remainder::name).collect(Collectors.joining(" | "))));
        }
        return schedule;
    }
}
