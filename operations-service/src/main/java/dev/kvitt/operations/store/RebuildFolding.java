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
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Writes the sales of a rebuild in the order of their keys, some of them at a time, once all messages are there. */
@Singleton
public class RebuildFolding {

    /** Messages that are folded at once. */
    private static final int CHUNK = 5000;

    private final RebuildSteps steps;
    private final Lanes lanes;
    private Ahead ahead;

    /**
     * What is being read already.
     *
     * @param after the key that it comes behind
     */
    private record Ahead(UUID rebuild, String after, Future<List<Message>> messages) {}

    RebuildFolding(RebuildSteps steps, Lanes lanes) {
        this.steps = steps;
        this.lanes = lanes;
    }

    /** Folds the next sales, and reads those behind them meanwhile. @return true when all are folded */
    public boolean next(Rebuild rebuild) {
        var messages = messages(rebuild);
        if (messages.isEmpty()) {
            return steps.run(rebuild, connection -> foldedTo(connection, rebuild, null, 0));
        }
        var last = messages.getLast().key();
        ahead = new Ahead(rebuild.id(), last, lanes.begin(() -> read(rebuild, last)));
        var sales = lanes.begin(messages, Message::key, part -> fold(rebuild, part)).end().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return steps.run(rebuild, connection -> foldedTo(connection, rebuild, last, sales));
    }

    private List<Message> messages(Rebuild rebuild) {
        var begun = ahead;
        ahead = null;
        return begun != null
                        && begun.rebuild().equals(rebuild.id())
                        && begun.after().equals(rebuild.foldedTo())
                ? Lanes.resultOf(begun.messages())
                : read(rebuild, rebuild.foldedTo());
    }

    private List<Message> read(Rebuild rebuild, String after) {
        return steps.beside(rebuild, connection -> {
            MessageRows.byIndex(connection);
            return nextSales(connection, after);
        });
    }

    /** @return how many sales */
    private int fold(Rebuild rebuild, List<Message> messages) {
        try {
            return steps.beside(rebuild, connection -> {
                var stories = LedgerRows.stories(messages);
                StoryRows.write(connection, stories);
                return stories.size();
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            var sales = messages.stream().collect(Collectors.groupingBy(Message::key));
            sales.values().forEach(each -> foldAlone(rebuild, each));
            return sales.size();
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
                steps.beside(rebuild, connection -> {
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
            return steps.beside(rebuild, connection -> {
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
