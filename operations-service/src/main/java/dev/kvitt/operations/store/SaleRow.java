package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.Sale;

/**
 * A sale as the ledger has it.
 *
 * @param reserved what is reserved and neither captured nor given back, in minor units
 */
public record SaleRow(Sale sale, long reserved) {}
