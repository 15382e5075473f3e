package dev.kvitt.operations.messaging;

import dev.kvitt.events.TopicUser;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.inbox.Batches;
import dev.kvitt.messaging.inbox.Offsets;
import dev.kvitt.messaging.inbox.Positions;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.store.LedgerRows;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.registry.PointOfSaleTopic;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes what every topic says into the live ledger, each batch in one transaction with its offsets. */
@Singleton
public class Ledger implements Batches {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final LedgerTransactions transactions;
    private final List<String> topics;
    private Runnable moved = () -> {};

    Ledger(LedgerTransactions transactions, Registry registry) {
        this.transactions = transactions;
        this.topics = TopicUser.OPERATIONS_SERVICE.reads(registry.pointOfSaleTopics().stream()
                .map(PointOfSaleTopic::topic)
                .toList());
        Counted.begin();
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    @Override
    public void whileBusy(Runnable listener) {
        moved = listener;
    }

    @Override
    public void process(List<Incoming> messages, Positions positions) {
        try {
            together(messages, positions);
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.warnf(
                    "A batch of %d messages failed (%s); running it again one by one",
                    messages.size(), Failures.reason(e));
            messages.forEach(each -> alone(each, positions));
        }
    }

    private void together(List<Incoming> messages, Positions positions) {
        var read = messages.stream().map(MessageReader::read).toList();
        keep(messages, read, positions);
        Counted.unreadable(read);
    }

    private void keep(List<Incoming> messages, List<Message> read, Positions positions) {
        var steps = positions.steps(messages);
        transactions.write(connection -> {
            LedgerRows.lock(connection, read);
            LedgerRows.insert(connection, read);
            LedgerRows.fold(connection, read);
            Offsets.advance(connection, steps);
            CrashPoint.reached("ledger.before-commit");
            return null;
        });
        positions.advanced(steps);
        Counted.read(messages);
    }

    /** A message that cannot be kept as it is, is kept as one that nobody can read, and its sale without it. */
    private void alone(Incoming message, Positions positions) {
        moved.run();
        try {
            together(List.of(message), positions);
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.errorf("The ledger cannot keep %s as it is: %s", message.position(), Failures.reason(e));
            keep(List.of(message), List.of(MessageReader.read(message).failed(Failures.reason(e))), positions);
            Counted.refused();
        }
    }
}
