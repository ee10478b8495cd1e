package io.hazardreport.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the money ledger; append-only, unique on (unit, award, kind, round).
 *
 * @param kind {@code RESERVE, COMMIT, PAY, RELEASE, RETURN}
 * @param round from 1; grows only with a reversing entry
 * @param fundSource which source bears it
 * @param year the budget year it counts in
 * @param fen the whole amount
 * @param coordinatedFen the part of it the source could not bear, borne by internal coordination (内部协调); 0 ≤ it ≤ fen
 * @param reference voucher or the like; empty when there is none
 */
public record Entry(
        UUID award,
        String kind,
        int round,
        String fundSource,
        int year,
        long fen,
        long coordinatedFen,
        Instant at,
        String reference) {}
