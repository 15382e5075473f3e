package dev.kvitt.local.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that a service under test logs while this is open, our own at every level: key of the sale, trace id, message, exception. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("dev.kvitt");

    private final List<String> all = new CopyOnWriteArrayList<>();
    private final Level before = OURS.getLevel();

    public LogLines() {
        setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    public List<String> all() {
        return all;
    }

    public String text() {
        return String.join("\n", all);
    }

    @Override
    public void publish(LogRecord line) {
        all.add(new PatternFormatter("%X{sale} %X{traceId} %s%e").format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OURS.setLevel(before);
    }
}
