package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.inbox.Unapplied;
import java.util.List;

/** A real replay has found what its dry run did not show. Its message is for the operator. */
final class NotShownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotShownException(List<Unapplied> these) {
        super(
                "It found what its dry run did not show, first at %s: %s messages, none of them applied. Have a new dry run done, and then a real one of that: what was applied is passed over."
                        .formatted(these.getFirst().entityKey(), these.size()));
    }
}
