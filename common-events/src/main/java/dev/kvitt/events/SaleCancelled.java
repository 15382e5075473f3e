package dev.kvitt.events;

/**
 * The point of sale gives the sale up: nothing was, and nothing will be handed over.
 *
 * @param reason for people, such as "jam"; may be absent
 */
public record SaleCancelled(Msn msn, SaleId saleId, String tillId, String requestId, String reason)
        implements PointOfSaleEvent {}
