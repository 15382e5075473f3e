package dev.kvitt.registry;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpened;
import java.util.EnumSet;
import java.util.Set;

/** What a point of sale may ask for, as the registry permits it. */
public enum RequestKind {
    OPEN,
    PRESENT,
    CONFIRM,
    ATTEMPT,
    CANCEL,
    /** Pays captured money back, also as the answer to a cancel that came too late. */
    REFUND;

    /** What a topic may ask for that does not say: everything that gives no money away. */
    static final Set<RequestKind> DEFAULT = EnumSet.complementOf(EnumSet.of(REFUND));

    /** A cancel counts as one even where it asks for a refund should it come too late. */
    public static RequestKind of(PointOfSaleEvent request) {
        return switch (request) {
            case SaleOpened _ -> OPEN;
            case CustomerPresented _ -> PRESENT;
            case AmountConfirmed _ -> CONFIRM;
            case AttemptRequested _ -> ATTEMPT;
            case SaleCancelled _ -> CANCEL;
            case RefundRequested _ -> REFUND;
        };
    }
}
