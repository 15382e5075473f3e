package dev.kvitt.operations.console;

import dev.kvitt.events.Topics;
import dev.kvitt.operations.domain.reconcile.Repair;
import dev.kvitt.operations.store.reconcile.FindingDecisions;

/**
 * What would be sent: all that stands in it.
 *
 * @param topic where it would be said
 * @param command ask, release or unpark
 * @param key of which sale
 * @param operator who says it
 * @param reason why
 * @param effect what happens then
 */
public record RepairPlan(String topic, String command, String key, String operator, String reason, String effect) {

    static RepairPlan of(Repair repair, String key, String operator, String reason) {
        return new RepairPlan(
                Topics.OPERATOR_COMMANDS, FindingDecisions.word(repair), key, operator, reason, repair.effect());
    }
}
