package dev.kvitt.sandbox.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Writes the state file anew without what later changes made void. Changes go on meanwhile: they are written to the old
 * file and copied to the new one's end, where they win over whatever was read of them before.
 */
final class Compaction {

    /** The file is written anew when it is this many times as long as its records need. */
    static final int TOO_LONG_TIMES = 3;

    /** At start it may be less, for reading it is what a start takes long for. */
    static final int TOO_LONG_TIMES_AT_START = 2;

    /** Shorter files are left alone. */
    static final long WORTHWHILE_BYTES = 8L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Compaction.class);
    private static final long SHORT_TAIL_BYTES = 256 * 1024;
    private static final int BUFFER_BYTES = 1 << 20;

    /** Reads all records there are. */
    @FunctionalInterface
    interface Records {
        void each(Consumer<Change> reader);
    }

    private final StateFile file;
    private final Lock changing;
    private final Records records;
    private volatile boolean stopped;
    /** Guarded by the lock, as the next. */
    private Thread worker;

    private boolean underWay;

    Compaction(StateFile file, Lock changing, Records records) {
        this.file = file;
        this.changing = changing;
        this.records = records;
    }

    /** @param liveBytes what the records need */
    void atStart(long liveBytes) {
        if (isNeeded(liveBytes, TOO_LONG_TIMES_AT_START)) {
            run();
        }
    }

    /** Called under the lock; never waits. */
    void whenNeeded(long liveBytes) {
        if (!stopped && (worker == null || !worker.isAlive()) && isNeeded(liveBytes, TOO_LONG_TIMES)) {
            worker = Thread.ofPlatform().name("state-compaction").daemon().start(this::run);
        }
    }

    /**
     * Called under the lock. While true, changes must be written whole: the new file gets them behind records that may have
     * been read before or after them, so that only what does not build on those comes out right.
     */
    boolean isUnderWay() {
        return underWay;
    }

    /** Not called under the lock: waits for the end of one under way, which gives up. */
    void stop() {
        stopped = true;
        Thread running = underLock(() -> worker);
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isNeeded(long liveBytes, int times) {
        return file.length() > Math.max(WORTHWHILE_BYTES, liveBytes * times);
    }

    private void run() {
        try {
            long before = Files.size(file.path());
            rewrite();
            LOG.infof(
                    "The state file %s was written anew without what is void: %d KB, before %d KB",
                    file.path(), Files.size(file.path()) / 1024, before / 1024);
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf(
                    e,
                    "The state file %s could not be written anew and goes on growing. Is the disk full?",
                    file.path());
        } catch (Stopped end) {
            LOG.debug("Writing the state file anew was given up: the sandbox ends");
        } finally {
            deleteDraft();
            underLock(() -> underWay = false);
        }
    }

    private void rewrite() throws IOException {
        long copied = underLock(() -> {
            underWay = true;
            return file.length();
        });
        try (InputStream old = Files.newInputStream(file.path());
                OutputStream draft = new BufferedOutputStream(Files.newOutputStream(file.draft()), BUFFER_BYTES)) {
            draft.write(StateFile.HEADER);
            writeRecords(draft);
            old.skipNBytes(copied);
            long end = lengthNow();
            while (end - copied > SHORT_TAIL_BYTES) {
                copy(old, draft, end - copied);
                copied = end;
                end = lengthNow();
            }
            changing.lock();
            try {
                giveUpIfStopped();
                copy(old, draft, file.length() - copied);
                draft.flush();
                file.replaceBy(file.draft());
                underWay = false;
            } finally {
                changing.unlock();
            }
        }
    }

    private void writeRecords(OutputStream draft) {
        records.each(change -> {
            giveUpIfStopped();
            try {
                draft.write(ChangeLine.write(List.of(change)));
                draft.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private long lengthNow() {
        giveUpIfStopped();
        return underLock(file::length);
    }

    private <T> T underLock(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (long left = bytes; left > 0; ) {
            int count = from.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (count == 0) {
                throw new IOException("The state file is shorter than what was written to it");
            }
            to.write(buffer, 0, count);
            left -= count;
        }
    }

    private void giveUpIfStopped() {
        if (stopped) {
            throw new Stopped();
        }
    }

    private void deleteDraft() {
        try {
            Files.deleteIfExists(file.draft());
        } catch (IOException e) {
            LOG.warnf(e, "%s is left over and can be deleted", file.draft());
        }
    }

    /** The sandbox ends. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
