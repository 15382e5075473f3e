package dev.kvitt.events;

/**
 * Give back everything of the sale that is reserved and not captured, also while it is parked. A capture that is under way is
 * not stopped.
 *
 * @param operator the operator's id, never a name: 1 to 64 letters, digits, '.', '_' and '-'
 * @param reason why, 1 to 200 characters, nothing about a customer
 */
public record ReleaseSale(Msn msn, SaleId saleId, String operator, String reason) implements OperatorCommand {

    public ReleaseSale {
        Patterns.require(Patterns.OPERATOR, operator, "an operator's id");
        Patterns.require(Patterns.REASON, reason, "an operator's reason");
    }
}
