package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.LimitUnit;
import io.hazardreport.deadline.Roll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the time limits, and checks what no company may loosen. */
final class LimitsReader {

    /** Every limit the loops ask for. */
    static final List<String> CODES = List.of(
            "admission",
            "verificationStart",
            "verification",
            "arrangement",
            "fixNow",
            "rectification",
            "rework",
            "recheck",
            "dangerAcknowledgement",
            "interimMeasures",
            "accidentReport",
            "authorityNotice",
            "congressNotice",
            "placeGuard",
            "pressureCheck",
            "outsideReview",
            "extensionNotice",
            "extension",
            "extensionDecision",
            "pause",
            "higher",
            "progress",
            "effectCheck",
            "reopening",
            "answer",
            "appeal",
            "suggestion",
            "returnCorrection",
            "rewardDecision",
            "awardApproval",
            "awardRelease",
            "awardNotice",
            "objection",
            "payment");

    /** What a step may have of its own. */
    private static final Set<String> OF_A_STEP = Set.of("extensionNotice", "extension", "extensionDecision", "pause");

    private static final List<String> STEPS = List.of("VERIFICATION", "RECTIFICATION", "RECHECK");

    /** Payment, claim and appeal may roll over days off; nothing else does. */
    static final Set<String> MAY_ROLL = Set.of("payment", "claim", "appeal");

    private static final Limit ONE_DAY = Limit.of(1, LimitUnit.DAYS);
    private static final String QUARTERLY = "≤ 92 days, ≤ 55 working days";

    private final List<Problem> errors;
    private final List<Problem> warnings;

    LimitsReader(List<Problem> errors, List<Problem> warnings) {
        this.errors = errors;
        this.warnings = warnings;
    }

    /** @param expiry whether an award lapses, so that the limit {@code claim} is needed */
    Map<String, Limit> read(Node node, boolean expiry) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        if (expiry || node.at("claim").isThere()) {
            limits.put("claim", node.at("claim").parsed(Form.LIMIT, Limit::parse, ONE_DAY));
        }
        for (String code : CODES) {
            for (String key : keys(code)) {
                Node at = node.at(key);
                if (at.isThere() || key.equals(code)) {
                    Limit limit = at.parsed(Form.LIMIT, Limit::parse, ONE_DAY);
                    check(code, at.path(), limit);
                    limits.put(key, limit);
                }
            }
        }
        node.nothingElse();
        warnOfExtensionsNobodyCanAskFor(node.path(), limits);
        return limits;
    }

    /** What may stand in a scheme for this limit, the general one first. */
    static List<String> keys(String code) {
        List<String> keys = new ArrayList<>(List.of(code, code + ".MAJOR"));
        if (OF_A_STEP.contains(code)) {
            STEPS.forEach(step -> keys.addAll(List.of(code + "." + step, code + "." + step + ".MAJOR")));
        }
        if (code.equals("effectCheck")) {
            keys.add(code + ".FIX_NOW");
        }
        return keys;
    }

    private void check(String code, String path, Limit limit) {
        if (!MAY_ROLL.contains(code) && limit.roll() == Roll.FORWARD) {
            errors.add(Problem.of("scheme.limit-never-rolls", path, limit, limit.rolling(Roll.NONE) + ""));
        }
        if (code.equals("progress") && !isQuarterly(limit)) {
            errors.add(Problem.of("scheme.out-of-range", path, limit, QUARTERLY));
        }
    }

    /** At most a quarter, however the holidays of a year lie. */
    private static boolean isQuarterly(Limit limit) {
        long most = switch (limit.unit()) {
            case MINUTES -> 92 * 24 * 60;
            case HOURS -> 92 * 24;
            case DAYS -> 92;
            case WORKING_DAYS -> 55;
        };
        return limit.amount() <= most;
    }

    private void warnOfExtensionsNobodyCanAskFor(String path, Map<String, Limit> limits) {
        Limit notice = limits.getOrDefault("extensionNotice.VERIFICATION", limits.get("extensionNotice"));
        Limit verification = limits.get("verification");
        if (notice != null
                && verification != null
                && notice.unit() == verification.unit()
                && notice.amount() >= verification.amount()) {
            warnings.add(Problem.of(
                    "scheme.notice-too-long", path + ".extensionNotice.VERIFICATION", notice, "< " + verification));
        }
    }
}
