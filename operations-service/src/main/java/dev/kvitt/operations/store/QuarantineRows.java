package dev.kvitt.operations.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What services could not read, by the ledger. */
@Singleton
public class QuarantineRows {

    private final LedgerTransactions transactions;

    QuarantineRows(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A message that nobody could read.
     *
     * @param service who could not
     * @param reason names fields only, never what stood in them
     * @param body sealed; absent where it could not be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quarantined(
            String service, String topic, int partition, long offset, String reason, Instant at, String body) {}

    /** The latest first, of those older than a time. Those of one moment are not torn apart: the last moment's may exceed the limit. */
    public List<Quarantined> list(Instant before, int limit) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    """
                    select * from (
                        select service, topic, partition, "offset", reason, at, body from quarantined
                        where at < ? order by at desc fetch first ? rows with ties) latest
                    order by at desc, service, topic, partition, "offset\"""")) {
                select.setObject(1, before.atOffset(ZoneOffset.UTC));
                select.setInt(2, limit);
                var rows = select.executeQuery();
                var found = new ArrayList<Quarantined>();
                while (rows.next()) {
                    found.add(new Quarantined(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            rows.getString(7)));
                }
                return found;
            }
        });
    }
}
