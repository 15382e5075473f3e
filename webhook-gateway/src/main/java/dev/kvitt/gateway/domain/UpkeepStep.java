package dev.kvitt.gateway.domain;

import java.util.Optional;
import java.util.UUID;

/** One step to bring Vipps' registrations and ours together. */
public sealed interface UpkeepStep {

    /** Delete a registration at Vipps that is of no use: its secret was lost, or it has been replaced. */
    record Delete(String vippsId) implements UpkeepStep {}

    /**
     * Mark a row RETIRED and then, where it is still there, delete it at Vipps. In this order: a row that is RETIRED but
     * still listed is deleted in the next round.
     */
    record Retire(UUID id, Optional<String> deleteAtVipps) implements UpkeepStep {}

    /** Forget a row: it was never registered, or retired so long ago that nothing arrives for it. */
    record Forget(UUID id) implements UpkeepStep {}

    /** Register. With the row that an earlier try left, or a new one. */
    record Register(Kind kind, Optional<UUID> row) implements UpkeepStep {}
}
