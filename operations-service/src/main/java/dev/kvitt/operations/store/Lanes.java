package dev.kvitt.operations.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;

/** Does the parts of a rebuild's step side by side, each in a transaction of its own, on threads that end when there is none. */
@Singleton
public class Lanes {

    /** Half of a part's time is the database's, so two on one processor are not too many. */
    private static final int COUNT = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            COUNT + 1, COUNT + 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Lanes::thread);

    public Lanes() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "kvitt-rebuild-lane");
        thread.setDaemon(true);
        return thread;
    }

    <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    /** Begins a part for each lane. What has the same key is done by one of them, in its order. */
    public <T, R> Begun<R> begin(Collection<T> all, Function<T, String> key, Function<List<T>, R> work) {
        var parts = new ArrayList<List<T>>();
        for (var lane = 0; lane < COUNT; lane++) {
            parts.add(new ArrayList<>());
        }
        all.forEach(
                each -> parts.get(Math.floorMod(String.valueOf(key.apply(each)).hashCode(), COUNT))
                        .add(each));
        return new Begun<>(parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> begin(() -> work.apply(part)))
                .toList());
    }

    /** What is under way. */
    public record Begun<R>(List<Future<R>> parts) {

        /** Waits until the last has ended, and fails as the first of them that failed: nothing of it goes on afterwards. */
        public List<R> end() {
            var results = new ArrayList<R>();
            Throwable failure = null;
            for (var part : parts) {
                try {
                    results.add(resultOf(part));
                } catch (RuntimeException | Error e) {
                    failure = failure == null ? e : failure;
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
            return results;
        }
    }

    static <T> T resultOf(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
