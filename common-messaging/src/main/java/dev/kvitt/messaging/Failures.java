package dev.kvitt.messaging;

import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.messaging.store.StoreException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/** Tells trouble with the world, which passes, from trouble with one message, which does not. */
public final class Failures {

    /** SQLSTATE classes: cardinality, data, constraint, check option, limit of a row or a statement. */
    private static final Set<String> DATA_CLASSES = Set.of("21", "22", "23", "44", "54");

    /** Raised by a trigger; and a statement after one whose failure the handler kept to itself. */
    private static final Set<String> DATA_STATES = Set.of("P0001", "25P02");

    private Failures() {}

    /**
     * True when trying the same again later may work: the database, the broker or the sealing keys are away. Such
     * trouble never parks anything.
     */
    public static boolean passing(Throwable failure) {
        var store = false;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !aboutData(sql);
            }
            store |= cause instanceof StoreException;
            if (cause instanceof KafkaException
                    || cause instanceof NoSealingKeyException
                    || cause instanceof StaleException
                    || cause instanceof InterruptedException
                    || cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return store;
    }

    /**
     * True for what the JVM throws and no message can bring about, such as for a class that the build has forgotten. A stack that
     * overflows may come of how deep a message is, and an assertion of what stands in it.
     */
    public static boolean ofTheProcess(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error
                    && !(cause instanceof StackOverflowError)
                    && !(cause instanceof AssertionError)) {
                return true;
            }
        }
        return false;
    }

    /** What is about the rows, not about the database; all other states are about the database. */
    private static boolean aboutData(SQLException sql) {
        var state = sql.getSQLState();
        return state != null
                && state.length() == 5
                && (DATA_CLASSES.contains(state.substring(0, 2)) || DATA_STATES.contains(state));
    }

    /** A reason that is safe to store and show: kinds of exceptions and where, never their texts. */
    public static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var trace = root.getStackTrace();
        var where = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return root.getClass().getSimpleName() + where;
    }
}
