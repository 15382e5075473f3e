package dev.kvitt.sandbox.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The file: a first line that says what it is, then one {@link ChangeLine} per group of changes. Callers take turns.
 *
 * <p>Written with plain file calls: those of channels close the file when their thread is interrupted.
 */
final class StateFile {

    static final byte[] HEADER =
            "{\"format\":\"vipps-sandbox-state\",\"version\":1}\n".getBytes(StandardCharsets.UTF_8);

    private static final Logger LOG = Logger.getLogger(StateFile.class);

    private final Path path;
    private final StateFileLock lock;
    private RandomAccessFile file;
    private long length;

    private StateFile(Path path, StateFileLock lock, RandomAccessFile file) {
        this.path = path;
        this.lock = lock;
        this.file = file;
    }

    static StateFile open(Path wanted) {
        Path path = wanted.toAbsolutePath();
        StateFileLock lock = StateFileLock.take(path);
        try {
            Files.deleteIfExists(draft(path));
            return new StateFile(path, lock, new RandomAccessFile(path.toFile(), "rw"));
        } catch (IOException e) {
            lock.release();
            throw new StateFileException(
                    "The state file " + path + " cannot be opened: " + e.getMessage()
                            + ". Make its folder writable, or set sandbox.state-file to another place.",
                    e);
        }
    }

    /** Reads what was saved and cuts off what a killed sandbox had not finished writing; afterwards it can be appended to. */
    void read(Consumer<Change> reader) {
        try {
            StateFileReader saved = new StateFileReader(path, reader);
            length = saved.read();
            long torn = file.length() - length;
            if (torn > 0) {
                LOG.warnf(
                        "The last %d bytes of the state file %s are half a line: the sandbox ended while writing it, "
                                + "before it answered. They are cut off.",
                        torn, path);
                file.setLength(length);
            }
            file.seek(length);
            if (length == 0) {
                file.write(HEADER);
                length = HEADER.length;
            }
        } catch (IOException e) {
            throw new StateFileException("The state file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param line without its end
     * @throws UncheckedIOException if it could not be written; then nothing of it is in the file
     */
    void append(byte[] line) {
        byte[] whole = new byte[line.length + 1];
        System.arraycopy(line, 0, whole, 0, line.length);
        whole[line.length] = '\n';
        try {
            file.write(whole);
            length += whole.length;
        } catch (IOException e) {
            takeBack(e);
            throw new UncheckedIOException(
                    "The state file " + path + " cannot be written, so the change was not made. Is the disk full?", e);
        }
    }

    /** Continues in another file, which then has the name of this one. */
    void replaceBy(Path draft) throws IOException {
        RandomAccessFile next = new RandomAccessFile(draft.toFile(), "rw");
        try {
            next.getFD().sync();
            next.seek(next.length());
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            next.close();
            throw e;
        }
        RandomAccessFile former = file;
        file = next;
        length = next.getFilePointer();
        former.close();
    }

    Path path() {
        return path;
    }

    /** Where the next file is prepared. */
    Path draft() {
        return draft(path);
    }

    long length() {
        return length;
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warnf(e, "The state file %s could not be closed", path);
        } finally {
            lock.release();
        }
    }

    private static Path draft(Path path) {
        return path.resolveSibling(path.getFileName() + ".next");
    }

    /** After half a line nothing may follow. */
    private void takeBack(IOException reason) {
        try {
            file.setLength(length);
            file.seek(length);
        } catch (IOException e) {
            reason.addSuppressed(e);
            close();
        }
    }
}
