package dev.kvitt.messaging.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A replay and how far it has come.
 *
 * @param from messages that Kafka has stamped before this are not read
 * @param keyPrefix empty for everything, a sales unit, or the key of one entity
 * @param dryRun only counts
 * @param dryRunId of a real one: the dry run whose findings somebody has looked at; nothing else is applied
 * @param rate messages that are applied in a second at most
 * @param who an operator's name
 * @param reason the operator's
 * @param state {@code running}, {@code done}, {@code stopped}, {@code failed}
 * @param why of what failed; absent else
 * @param lastFailure what it last had to wait for, whether or not it has gone on since; absent if for nothing
 * @param read messages passed so far, those for others included
 * @param toRead of how many; 0 until it is known
 * @param notApplied what had not been applied when the replay came by
 * @param applied how much of that was handed to the service's handler, or waits behind a parked entity now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        UUID id,
        Instant from,
        String keyPrefix,
        boolean dryRun,
        UUID dryRunId,
        int rate,
        String who,
        String reason,
        String state,
        String why,
        String lastFailure,
        Instant lastFailureAt,
        long read,
        long toRead,
        NotApplied notApplied,
        long applied,
        Instant startedAt,
        Instant finishedAt) {

    /** Messages applied in a second unless somebody says otherwise. */
    public static final int RATE = 500;

    /** @param money of each sale the greatest amount that is named, summed by currency */
    public record NotApplied(long events, long sales, List<Sum> money) {}

    /** @param value in minor units */
    public record Sum(long value, String currency) {}

    /** Whether an entity is meant. */
    boolean wants(String key) {
        return keyPrefix.isEmpty()
                || key.equals(keyPrefix)
                || (keyPrefix.indexOf('/') < 0 && key.startsWith(keyPrefix + "/"));
    }
}
