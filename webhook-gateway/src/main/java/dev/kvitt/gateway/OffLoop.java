package dev.kvitt.gateway;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for what may block: the event loop that answers webhooks must not wait for a database or a server. */
@Singleton
public class OffLoop implements Executor {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Does not wait: whoever waited for an answer is gone by now. */
    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
