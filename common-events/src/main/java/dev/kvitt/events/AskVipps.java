package dev.kvitt.events;

/**
 * Ask Vipps how the sale's payments stand, and tell what it answers, whether or not it is new. Changes nothing by itself.
 *
 * @param operator the operator's id, never a name: 1 to 64 letters, digits, '.', '_' and '-'
 * @param reason why, 1 to 200 characters, nothing about a customer
 */
public record AskVipps(Msn msn, SaleId saleId, String operator, String reason) implements OperatorCommand {

    public AskVipps {
        Patterns.require(Patterns.OPERATOR, operator, "an operator's id");
        Patterns.require(Patterns.REASON, reason, "an operator's reason");
    }
}
