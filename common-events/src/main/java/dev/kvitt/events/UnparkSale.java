package dev.kvitt.events;

/**
 * A person has looked: the sale goes on in every service that has parked it, with all that waited, in the order it came. Where
 * something of it still cannot be processed, the sale stays parked.
 *
 * @param operator the operator's id, never a name: 1 to 64 letters, digits, '.', '_' and '-'
 * @param reason why, 1 to 200 characters, nothing about a customer
 */
public record UnparkSale(Msn msn, SaleId saleId, String operator, String reason) implements OperatorCommand {

    public UnparkSale {
        Patterns.require(Patterns.OPERATOR, operator, "an operator's id");
        Patterns.require(Patterns.REASON, reason, "an operator's reason");
    }
}
