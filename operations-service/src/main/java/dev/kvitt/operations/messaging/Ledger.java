package dev.kvitt.operations.messaging;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.inbox.Batches;
import dev.kvitt.messaging.inbox.Offsets;
import dev.kvitt.messaging.inbox.Positions;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.MessageRows;
import dev.kvitt.registry.PointOfSaleTopic;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Writes what every topic says into the live ledger, each batch in one transaction with its offsets. */
@Singleton
public class Ledger implements Batches {

    private final LedgerTransactions transactions;
    private final List<String> topics;

    Ledger(LedgerTransactions transactions, Registry registry) {
        this.transactions = transactions;
        this.topics = Topics.ALL.stream()
                .flatMap(topic -> topic.equals(Topics.POS_SALES) ? pointOfSale(registry) : Stream.of(topic))
                .distinct()
                .toList();
    }

    private static Stream<String> pointOfSale(Registry registry) {
        return registry.pointOfSaleTopics().stream().map(PointOfSaleTopic::topic);
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    /** A batch is written at once, so there is no in between. */
    @Override
    public void whileBusy(Runnable moved) {}

    @Override
    public void process(List<Incoming> messages, Positions positions) {
        var read = messages.stream().map(MessageReader::read).toList();
        var steps = positions.steps(messages);
        transactions.write(connection -> {
            MessageRows.insert(connection, read);
            Offsets.advance(connection, steps);
            return null;
        });
        positions.advanced(steps);
    }
}
