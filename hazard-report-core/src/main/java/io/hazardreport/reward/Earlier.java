package io.hazardreport.reward;

/**
 * What was given before this decision; it is taken off, so that only what is more is given now.
 *
 * @param ordinal the beneficiary's number; 0 for the collective
 * @param rule code of the rule that gave it; empty when not known
 * @param title an honour's or the goods' code, or which collective; empty for an amount
 * @param units in the component's smallest unit
 */
public record Earlier(int ordinal, String rule, String component, String title, long units, Origin origin) {

    /** What it was given for. */
    public enum Origin {
        /** This hazard. */
        SAME_HAZARD,
        /** This hazard, but it was declined, waived, revoked or lapsed: it counts against the same rule only. */
        ENDED,
        /** A hazard that contains this one or lies within it. */
        RELATED
    }

    boolean isAmount() {
        return !component.equals("HONOUR") && !component.equals("GOODS");
    }
}
