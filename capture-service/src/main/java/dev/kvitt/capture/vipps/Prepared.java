package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.Answer;
import java.util.function.Supplier;

/** A write that is ready to be sent, or the reason why there is none. Nothing has been sent yet. */
public sealed interface Prepared {

    /** @param send makes the call; blocks */
    record Ready(Supplier<Answer> send) implements Prepared {}

    /** Nothing to send now, or ever. */
    record NotReady(Answer answer) implements Prepared {}
}
