package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.receipt.domain.Sold;
import dev.kvitt.receipt.store.ReceiptRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Writes what became of a receipt and tells it, in one transaction. */
final class ReceiptOutcomes {

    private static final String POSTED = "posted";
    private static final String REJECTED = "rejected";
    private static final Logger LOG = Logger.getLogger(ReceiptOutcomes.class);

    private ReceiptOutcomes() {}

    /** Counts from 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin() {
        receipts(POSTED);
        receipts(REJECTED);
    }

    static void posted(Sold sold, Effects effects) throws SQLException {
        ReceiptRows.posted(effects.connection(), sold, effects.now());
        effects.send(ReceiptEvents.posted(sold, effects.now()));
        count(POSTED, effects);
    }

    static void rejected(Sold sold, Refusal refusal, Effects effects) throws SQLException {
        LOG.warnf("There is no receipt for %s: %s", sold.reference(), refusal.code());
        ReceiptRows.rejected(effects.connection(), sold, refusal, effects.now());
        effects.send(ReceiptEvents.rejected(sold, refusal, effects.now()));
        count(REJECTED, effects);
    }

    private static void count(String outcome, Effects effects) {
        effects.afterCommit(() -> receipts(outcome).increment());
    }

    private static Counter receipts(String outcome) {
        return Metrics.counter("kvitt.receipts", "outcome", outcome);
    }
}
