package io.hazardreport.exchange;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.PaymentResult;
import java.util.List;

/**
 * What a row of finance's file says of one line of a batch.
 *
 * @param number of the row in the file, from 1
 * @param batch the batch's number
 * @param line the line's number within the batch
 * @param voucher voucher or bank line; empty only where there is no result yet
 * @param result {@link PaymentResult#OPEN} where the row says nothing yet
 * @param reason code of {@code award.payment-reason}; empty for what was paid
 * @param problems why the row cannot be used; empty when it can
 */
public record PaymentRow(
        int number,
        String batch,
        int line,
        String voucher,
        PaymentResult result,
        String reason,
        List<Problem> problems) {

    public PaymentRow {
        problems = List.copyOf(problems);
    }
}
