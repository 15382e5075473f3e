package dev.kvitt.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to start, and where.
 *
 * @param home the project's root folder
 * @param data where the stack keeps everything
 * @param ports who listens where
 * @param definition which services there are
 * @param tuning how the JVMs are set up
 * @param readyLimit how long a part may take from its start until it is ready
 * @param deleteAfterwards whether the data folder goes when the stack is stopped
 */
public record StackOptions(
        Path home,
        DataFolder data,
        Ports ports,
        StackDefinition definition,
        JvmTuning tuning,
        Duration readyLimit,
        boolean deleteAfterwards) {

    /** A part that is not ready after this time is reported as failed. */
    public static final Duration READY_LIMIT = Duration.ofMinutes(2);

    /** The services, in the order in which they start. */
    public List<StackService> services() {
        return definition.services();
    }
}
