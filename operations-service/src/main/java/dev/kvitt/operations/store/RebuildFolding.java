package dev.kvitt.operations.store;

import dev.kvitt.messaging.Failures;
import dev.kvitt.operations.domain.Message;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the sales of a rebuild, one after the other by key, once all messages are there. */
@Singleton
public class RebuildFolding {

    /** Messages that are folded at once. */
    private static final int CHUNK = 5000;

    private final RebuildSteps steps;

    RebuildFolding(RebuildSteps steps) {
        this.steps = steps;
    }

    /** Folds the next sales. @return true when all are folded */
    public boolean next(Rebuild rebuild) {
        var messages = steps.run(rebuild, connection -> nextSales(connection, rebuild.foldedTo()));
        var sales = new TreeMap<>(messages.stream().collect(Collectors.groupingBy(Message::key)));
        if (sales.isEmpty()) {
            return steps.run(rebuild, connection -> foldedTo(connection, rebuild, null, 0));
        }
        try {
            return steps.run(rebuild, connection -> {
                var stories = LedgerRows.stories(messages);
                StoryRows.write(connection, stories);
                return foldedTo(connection, rebuild, sales.lastKey(), stories.size());
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            sales.values().forEach(each -> foldAlone(rebuild, each));
            return steps.run(rebuild, connection -> foldedTo(connection, rebuild, sales.lastKey(), sales.size()));
        }
    }

    /** Whole sales only; of one with more messages than fit, all of them. */
    private static List<Message> nextSales(Connection connection, String after) throws SQLException {
        var messages = MessageRows.behind(connection, after, CHUNK);
        if (messages.size() < CHUNK) {
            return messages;
        }
        var last = messages.getLast().key();
        var whole = messages.stream().filter(each -> !each.key().equals(last)).toList();
        return whole.isEmpty() ? MessageRows.ofSales(connection, Set.of(last)) : whole;
    }

    /** As the live ledger does: what cannot be kept as it is stays as one that nobody can read, and its sale is folded so. */
    private void foldAlone(Rebuild rebuild, Collection<Message> messages) {
        if (written(rebuild, messages).isEmpty()) {
            return;
        }
        var kept = new ArrayList<Message>();
        for (var message : messages) {
            kept.add(message);
            var failure = written(rebuild, kept);
            if (failure.isPresent()) {
                kept.removeLast();
                var failed = message.failed(failure.get());
                kept.add(failed);
                steps.run(rebuild, connection -> {
                    MessageRows.replace(connection, failed);
                    StoryRows.write(connection, LedgerRows.stories(kept));
                    return null;
                });
            }
        }
    }

    /** @return why not */
    private Optional<String> written(Rebuild rebuild, Collection<Message> messages) {
        try {
            return steps.run(rebuild, connection -> {
                StoryRows.write(connection, LedgerRows.stories(messages));
                return Optional.empty();
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            return Optional.of(Failures.reason(e));
        }
    }

    /** @return true when there is no further key */
    private static boolean foldedTo(Connection connection, Rebuild rebuild, String key, int more) throws SQLException {
        try (var update =
                connection.prepareStatement("update rebuild set folded_to = ?, sales = sales + ? where id = ?")) {
            update.setString(1, key);
            update.setInt(2, more);
            update.setObject(3, rebuild.id());
            update.executeUpdate();
            return key == null;
        }
    }
}
