package dev.kvitt.events;

import java.util.UUID;

/**
 * What a person wanted given up goes on, or is known already. Nothing was changed.
 *
 * @param operationId as it was named; there may be no such operation
 * @param causedBy the id of the {@link SkipOperation} that was refused
 */
public record SkipRefused(Msn msn, SaleId saleId, OperationId operationId, UUID causedBy, Refusal refusal)
        implements EventData {

    @Override
    public String key() {
        return Keys.sale(msn, saleId);
    }
}
