package dev.kvitt.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka tells every setting at start; a person wants to hear of trouble only. */
public final class QuietLogging {

    /** Held here because the JDK forgets the level of a logger nobody refers to. */
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private QuietLogging() {}

    /** From here on only warnings and errors of the broker and its clients are logged. */
    public static void configure() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
