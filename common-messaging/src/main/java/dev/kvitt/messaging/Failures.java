package dev.kvitt.messaging;

import dev.kvitt.events.seal.NoSealingKeyException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;

/** Tells trouble with the world, which passes, from trouble with one message, which does not. */
public final class Failures {

    private Failures() {}

    /**
     * True when trying the same again later may work: the database, the broker or the sealing keys are away. Such
     * trouble never parks anything.
     */
    public static boolean passing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !aboutData(sql);
            }
            if (cause instanceof KafkaException
                    || cause instanceof NoSealingKeyException
                    || cause instanceof StaleException
                    || cause instanceof InterruptedException
                    || cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes 22 (data), 23 (constraint) and 54 (limit) are about the row; all others about the database. */
    private static boolean aboutData(SQLException sql) {
        var state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
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
