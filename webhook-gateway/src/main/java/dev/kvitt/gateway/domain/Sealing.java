package dev.kvitt.gateway.domain;

import dev.kvitt.events.seal.Sealed;
import java.util.concurrent.CompletionStage;

/** Seals what is personal before it goes on a topic. Never blocks. */
public interface Sealing {

    /** @return fails with {@link dev.kvitt.events.seal.NoSealingKeyException} when there is no key for today */
    CompletionStage<Sealed> seal(String clear);
}
