package io.hazardreport.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The columns of the monthly return, in order: the superset of what authorities ask for. */
public final class ReturnModel {

    private ReturnModel() {}

    public static List<ReturnColumn> standard() {
        List<ReturnColumn> columns = new ArrayList<>();
        missing(columns, "unitsDue", "unitsExcluded", "unitsEstablished", "unitsImplemented", "unitsZero");
        counted(columns, "reported", Figure.REPORTED);
        counted(columns, "reportedP", Figure.REPORTED, ofClass("P"));
        counted(columns, "reportedE", Figure.REPORTED, ofClass("E"));
        counted(columns, "reportedV", Figure.REPORTED, ofClass("V"));
        counted(columns, "reportedM", Figure.REPORTED, ofClass("M"));
        counted(columns, "reportedUnclassified", Figure.REPORTED, ofClass(""));
        counted(columns, "reportedOther", Figure.OTHER_ITEMS);
        share(columns, "otherShare", Figure.OTHER_ITEMS, Figure.REPORTED, cell -> true);
        counted(
                columns,
                "reportedDispatched",
                Figure.REPORTED,
                cell -> cell.employment().equals("DISPATCHED"));
        counted(
                columns,
                "reportedTemporary",
                Figure.REPORTED,
                cell -> cell.employment().equals("TEMPORARY"));
        counted(
                columns,
                "reportedUnsafeActs",
                Figure.REPORTED,
                cell -> cell.kind().equals("UNSAFE_ACT"));
        counted(columns, "suspectedMajor", Figure.SUSPECTED_MAJOR);
        counted(columns, "danger", Figure.DANGER);
        counted(columns, "confirmed", Figure.CONFIRMED);
        counted(columns, "confirmedGeneral", Figure.CONFIRMED, ofGrade("GENERAL"));
        counted(columns, "confirmedMajor", Figure.CONFIRMED, ofGrade("MAJOR"));
        counted(columns, "closed", Figure.CLOSED);
        counted(columns, "closedGeneral", Figure.CLOSED, ofGrade("GENERAL"));
        counted(columns, "closedMajor", Figure.CLOSED, ofGrade("MAJOR"));
        share(columns, "closedRate", Figure.CLOSED, Figure.CONFIRMED, cell -> true);
        share(columns, "closedRateGeneral", Figure.CLOSED, Figure.CONFIRMED, ofGrade("GENERAL"));
        share(columns, "closedRateMajor", Figure.CLOSED, Figure.CONFIRMED, ofGrade("MAJOR"));
        counted(columns, "fixedOnSpot", Figure.FIXED_ON_SPOT);
        counted(columns, "unrectified", Figure.UNRECTIFIED);
        counted(columns, "planned", Figure.PLANNED);
        counted(columns, "open", Figure.OPEN);
        counted(columns, "unfounded", Figure.UNFOUNDED);
        counted(columns, "unverifiable", Figure.UNVERIFIABLE);
        counted(columns, "notAdmitted", Figure.NOT_ADMITTED);
        counted(columns, "duplicate", Figure.DUPLICATE);
        counted(columns, "transferred", Figure.TRANSFERRED);
        counted(columns, "settled", Figure.SETTLED);
        counted(columns, "rewardedTimes", Figure.REWARDED_TIMES);
        counted(columns, "personsInPeriod", Figure.PERSONS_IN_PERIOD);
        counted(columns, "personsInYear", Figure.PERSONS_IN_YEAR);
        counted(columns, "rewardedHazards", Figure.REWARDED_HAZARDS);
        columns.add(new ReturnColumn("rewardedAmount", new ReturnColumn.Paid(Figure.REWARDED_FEN)));
        counted(columns, "awardsDue", Figure.AWARDS_DUE);
        missing(columns, "collectiveAmount");
        counted(columns, "honoured", Figure.HONOURED_TIMES);
        counted(columns, "suggested", Figure.SUGGESTED);
        counted(columns, "adopted", Figure.ADOPTED);
        missing(
                columns,
                "inspectedUnits",
                "formalismFound",
                "orderedToCorrect",
                "dualPenalty",
                "trainingSessions",
                "trainedPersons",
                "typicalCases");
        counted(columns, "nearMisses", Figure.NEAR_MISSES);
        counted(columns, "suggestionsOnly", Figure.SUGGESTIONS_ONLY);
        counted(columns, "accidentsDiverted", Figure.ACCIDENTS_DIVERTED);
        counted(columns, "otherSources", Figure.OTHER_SOURCES);
        return List.copyOf(columns);
    }

    private static Predicate<Cell> ofClass(String code) {
        return cell -> cell.hazardClass().equals(code);
    }

    private static Predicate<Cell> ofGrade(String grade) {
        return cell -> cell.grade().equals(grade);
    }

    private static void counted(List<ReturnColumn> columns, String code, Figure figure) {
        counted(columns, code, figure, cell -> true);
    }

    private static void counted(List<ReturnColumn> columns, String code, Figure figure, Predicate<Cell> where) {
        columns.add(new ReturnColumn(code, new ReturnColumn.Counted(figure, where)));
    }

    private static void share(
            List<ReturnColumn> columns, String code, Figure part, Figure whole, Predicate<Cell> where) {
        columns.add(new ReturnColumn(
                code,
                new ReturnColumn.Share(new ReturnColumn.Counted(part, where), new ReturnColumn.Counted(whole, where))));
    }

    private static void missing(List<ReturnColumn> columns, String... codes) {
        for (String code : codes) {
            columns.add(new ReturnColumn(code, new ReturnColumn.Missing()));
        }
    }
}
