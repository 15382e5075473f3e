package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.StateLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the state at start, and closes it at the end. */
@ApplicationScoped
class StateKeeper {

    @Produces
    @Singleton
    StateLog open(SandboxConfig config) {
        return config.stateFile().map(StateLog::inFile).orElseGet(StateLog::inMemory);
    }

    void close(@Disposes StateLog log) {
        log.close();
    }

    /** Before anybody can ask anything. */
    void read(@Observes @Priority(StateLog.READING) StartupEvent event, Sandbox sandbox, StateLog log) {
        // The sandbox makes its shelves when it is first called.
        sandbox.merchants();
        log.read();
    }
}
