package dev.kvitt.events;

/**
 * A person has looked at Vipps and gives up one operation whose outcome could not be found out: it is never sent again. capture-service
 * reads the payment first; what it shows to have been done has succeeded, whatever the person says. Only for an
 * operation for which a person was called; any other is answered with {@link SkipRefused}.
 *
 * @param operationId a create, capture, cancel or refund of this sale
 * @param operator the operator's id, never a name: 1 to 64 letters, digits, '.', '_' and '-'
 * @param reason why, 1 to 200 characters, nothing about a customer
 */
public record SkipOperation(Msn msn, SaleId saleId, OperationId operationId, String operator, String reason)
        implements OperatorCommand {

    public SkipOperation {
        Patterns.require(Patterns.OPERATOR, operator, "an operator's id");
        Patterns.require(Patterns.REASON, reason, "an operator's reason");
    }
}
