package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** One launcher per data folder. The operating system gives the lock back however the launcher ends. */
public final class StackLock implements AutoCloseable {

    private final DataFolder data;
    private final FileChannel channel;

    private StackLock(DataFolder data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /**
     * Takes the folder for this launcher and writes its process id down.
     *
     * @throws LauncherException when another launcher holds it
     */
    public static StackLock take(DataFolder data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LauncherException("A stack is up already in " + data.root()
                        + ". See ./kvitt status, stop it with ./kvitt down, or use another folder with KVITT_DATA.");
            }
            return new StackLock(data, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's lock cannot be taken in " + data.run(), e);
        }
    }

    /** So that {@code ./kvitt down} finds this launcher. */
    public void writeDownLauncher() {
        ProcessIdentity.of(ProcessHandle.current().pid()).ifPresent(data.pidFile(Leftovers.LAUNCHER)::write);
    }

    @Override
    public void close() {
        try {
            data.pidFile(Leftovers.LAUNCHER).delete();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's lock cannot be given back", e);
        }
    }
}
