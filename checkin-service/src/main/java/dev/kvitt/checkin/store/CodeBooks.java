package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.CodeBook;
import java.sql.Connection;

/** Where every part of this service learns which till a printed code is in. */
public interface CodeBooks {

    /** As it was a moment ago ({@link StoredCodeBooks#FRESH}), from memory. */
    CodeBook now();

    /** As it is, without a promise that it stays. */
    CodeBook latest();

    /** As it is, and stays until the transaction ends, also for {@link #now}: for whatever a customer may be asked to pay for. */
    CodeBook exactly(Connection connection);
}
