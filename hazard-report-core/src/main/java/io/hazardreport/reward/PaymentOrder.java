package io.hazardreport.reward;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.Text;

/**
 * One line of a batch as finance must have it to pay somebody. It names the payee, so its {@code toString} does not, and
 * nothing in it leads to a report.
 *
 * @param payer who bears it
 * @param payee name of a person, an agency or a collective; empty where only the custodian knows him, and where the
 *     reader may not know
 * @param payeeId his number with the host; behind an agency the worker's, for a collective its
 *     department; empty where nobody may know it
 * @param payItem what the payment is called
 * @param fundSource what the source is called
 */
public record PaymentOrder(
        ReceiptNumber batch,
        PaymentBatch.Line line,
        String payer,
        String payee,
        String payeeId,
        Text payItem,
        Text fundSource,
        PaymentResult result) {

    @Override
    public String toString() {
        return "PaymentOrder[" + batch + " " + line.number() + " " + result + "]";
    }
}
