package dev.kvitt.events;

/** What a person has decided about a sale, on {@code operator.commands}. The saga decides what it means for the money. */
public sealed interface OperatorCommand extends EventData permits UnparkSale, ReleaseSale, AskVipps, SkipOperation {

    Msn msn();

    SaleId saleId();

    /** The operator's id at whoever lets operators in, never a name: 1 to 64 letters, digits, '.', '_' and '-'. */
    String operator();

    /** Why, for the sale's history: 1 to 200 characters, nothing about a customer. */
    String reason();

    @Override
    default String key() {
        return Keys.sale(msn(), saleId());
    }
}
