package dev.kvitt.operations.store;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.Event;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UnparkSale;
import dev.kvitt.messaging.store.Outbox;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people decide about sales: written down and said on {@code operator.commands} together, or not at all. */
@Singleton
public class Decisions {

    private static final String SOURCE = "kvitt/operations-service";

    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource clock;

    Decisions(Transactions transactions, Audit audit, InstantSource clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of them, under the word that the audit has for it. */
    public void say(OperatorCommand command) {
        var details = command instanceof SkipOperation skip
                ? Map.of("operation", skip.operationId().value())
                : Map.<String, String>of();
        say(command.operator(), word(command), List.of(command), details);
    }

    /** What the audit calls it. */
    public static String word(OperatorCommand command) {
        return switch (command) {
            case UnparkSale _ -> "unpark";
            case ReleaseSale _ -> "release";
            case AskVipps _ -> "ask";
            case SkipOperation _ -> "skip";
        };
    }

    /**
     * All of them in one transaction.
     *
     * @param who the person's name, as they logged in
     * @param what in a word, for the audit
     */
    public void say(String who, String what, List<? extends OperatorCommand> commands, Map<String, String> details) {
        transactions.run(connection -> {
            for (var command : commands) {
                var event = new Event<>(UUID.randomUUID(), SOURCE, clock.instant(), command.msn(), null, command);
                Outbox.add(connection, Topics.OPERATOR_COMMANDS, event, Map.of());
                audit.add(connection, who, what, command.key(), command.reason(), details);
            }
            return null;
        });
    }
}
