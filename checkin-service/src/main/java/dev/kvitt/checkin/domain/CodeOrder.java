package dev.kvitt.checkin.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What was ordered over HTTP about a printed code. It counts as long as the registry file says of the code what it said then;
 * whatever the file says later is newer.
 *
 * @param tillId the till it is in, or was in last
 * @param location empty: as the file has it
 * @param fileTill the till that the file gave it at that time; empty where the file did not have it
 */
public record CodeOrder(
        PrintedCode code,
        CodeKind kind,
        String tillId,
        Optional<String> location,
        Placing placing,
        Optional<String> fileTill,
        Instant orderedAt) {

    /** Where a code is. */
    public enum Placing {
        IN_TILL,
        /** Kept at Vipps, in no till: a scan opens nothing. */
        OUT,
        /** Nobody's any more, at Vipps neither. */
        DELETED
    }
}
