package io.hazardreport.journal;

/** A typed column of a snapshot: what a person may query or report on. */
public record Column(String name, ColumnType type) {

    public static Column code(String name) {
        return new Column(name, ColumnType.CODE);
    }

    public static Column instant(String name) {
        return new Column(name, ColumnType.INSTANT);
    }

    public static Column number(String name) {
        return new Column(name, ColumnType.NUMBER);
    }

    public static Column flag(String name) {
        return new Column(name, ColumnType.FLAG);
    }
}
