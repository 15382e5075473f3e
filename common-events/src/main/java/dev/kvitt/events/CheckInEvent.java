package dev.kvitt.events;

/** What came of a customer's check-in, on {@code checkin.events}. */
public sealed interface CheckInEvent extends EventData
        permits SaleOpenedByScan, CustomerIdentified, CustomerRemembered {}
