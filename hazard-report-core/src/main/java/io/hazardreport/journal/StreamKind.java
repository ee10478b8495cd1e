package io.hazardreport.journal;

import java.util.List;

/**
 * A kind of stream, one per loop or document, with the columns of its snapshots beyond those every snapshot has
 * ({@code unit_id, id, version, head_hash, state, body}).
 *
 * @param code stable, stored in every event
 * @param table its snapshot table, without the prefix
 * @param events what may happen in it
 */
public record StreamKind(String code, String table, List<Column> columns, EventTypes events) {

    public StreamKind {
        columns = List.copyOf(columns);
    }
}
