package dev.kvitt.sandbox.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/** Keeps a second sandbox from using the same file. Ends with the process, in whatever way that ends. */
final class StateFileLock {

    private static final Logger LOG = Logger.getLogger(StateFileLock.class);

    private final FileChannel channel;

    private StateFileLock(FileChannel channel) {
        this.channel = channel;
    }

    static StateFileLock take(Path stateFile) {
        // Beside the state file, which is replaced now and then.
        Path path = stateFile.resolveSibling(stateFile.getFileName() + ".lock");
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StateFileException("The state file " + stateFile + " is in use by another sandbox. "
                        + "Stop that one, or give this one its own file with sandbox.state-file.");
            }
            return new StateFileLock(channel);
        } catch (IOException e) {
            throw new StateFileException(
                    "The state file " + stateFile + " cannot be locked: " + e.getMessage()
                            + ". Make its folder writable, or set sandbox.state-file to another place.",
                    e);
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("The lock of the state file could not be given back", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException usedInThisProcess) {
            return false;
        }
    }
}
