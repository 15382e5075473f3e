package dev.kvitt.sandbox.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Knows whether any delivery is being sent just now; those that wait for their time do not count. */
@ApplicationScoped
public class Quiet {

    private final Lock lock = new ReentrantLock();
    private final Condition calm = lock.newCondition();
    private int busy;

    void begin() {
        change(1);
    }

    void end() {
        change(-1);
    }

    private void change(int by) {
        lock.lock();
        try {
            busy += by;
            if (busy == 0) {
                calm.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is being sent.
     *
     * @param patience in real time
     * @return false = something still was when patience was over
     */
    public boolean await(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (busy > 0) {
                if (left <= 0) {
                    return false;
                }
                left = calm.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
