package dev.kvitt.gateway.domain;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds the registration a webhook came for. Never blocks. */
public interface KnownRegistrations {

    /**
     * Empty when no registration has this token.
     *
     * @return fails when the store cannot be asked: then nobody knows whether the token is ours
     */
    CompletionStage<Optional<ActiveRegistration>> byToken(HookToken token);
}
