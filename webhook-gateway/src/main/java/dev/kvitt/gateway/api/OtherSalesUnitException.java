package dev.kvitt.gateway.api;

/** A body that speaks for another sales unit than the one whose secret signed it. */
final class OtherSalesUnitException extends Exception {

    OtherSalesUnitException() {
        super("the body names another sales unit than the registration's", null, false, false);
    }
}
