package io.hazardreport.fund;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** A line of the money ledger: set aside, promised, paid, given back to the budget, come back from the payee. */
public enum EntryKind {
    @JsonProperty("RESERVE")
    RESERVE,
    @JsonProperty("COMMIT")
    COMMIT,
    @JsonProperty("PAY")
    PAY,
    @JsonProperty("RELEASE")
    RELEASE,
    @JsonProperty("RETURN")
    RETURN;

    public Text displayName() {
        return Messages.text("fund.entry." + name());
    }
}
