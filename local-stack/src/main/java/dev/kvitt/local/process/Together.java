package dev.kvitt.local.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs several things at once. */
public final class Together {

    private Together() {}

    /** Returns when all are done; throws the first failure at once, without waiting for the others. */
    public static void run(List<Runnable> tasks) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        CompletableFuture<?>[] all = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, Thread::startVirtualThread))
                .map(done -> done.whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        firstFailure.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(firstFailure, CompletableFuture.allOf(all)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
