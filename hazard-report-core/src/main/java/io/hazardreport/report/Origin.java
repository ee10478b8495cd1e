package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;

/** The report of another unit that was transferred here; its receipt and its reporters' answer stay due there. */
public record Origin(
        @JsonProperty("unit") UnitId unit,
        @JsonProperty("report") ReportId report,
        @JsonProperty("receipt") ReceiptNumber receipt) {}
