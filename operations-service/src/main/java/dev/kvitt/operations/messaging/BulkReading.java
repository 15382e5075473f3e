package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.operations.store.Lanes;
import dev.kvitt.operations.store.Rebuild;
import dev.kvitt.operations.store.RebuildWork;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Fills the ledger that is rebuilt: while what was read is written, in several transactions side by side, it reads on. Where it
 * stands is written only when all of these have ended; what a process that died had written already is written again, which changes
 * nothing.
 */
final class BulkReading {

    private final TopicReader from;
    private final RebuildWork work;
    private final Lanes lanes;
    private Batch ahead;

    /** @param behind what was read, of every partition */
    private record Batch(List<Incoming> messages, Map<TopicPartition, Long> behind) {}

    BulkReading(TopicReader from, RebuildWork work, Lanes lanes) {
        this.from = from;
        this.work = work;
        this.lanes = lanes;
    }

    /** Writes some. */
    void step(Rebuild rebuild) {
        var batch = ahead == null ? poll() : ahead;
        ahead = null;
        var writing = lanes.begin(
                batch.messages(),
                Incoming::key,
                part -> work.insert(
                        rebuild, part.stream().map(MessageReader::read).toList()));
        try {
            ahead = poll();
        } finally {
            writing.end();
        }
        work.moved(rebuild, batch.messages().size(), batch.behind());
    }

    private Batch poll() {
        var messages = from.many();
        return new Batch(messages, from.positions());
    }

    /** All is written that was there; asks for the ends of the topics anew, so the next answer is about them. */
    boolean atEnd() {
        return (ahead == null || ahead.messages().isEmpty()) && from.atEnd();
    }
}
