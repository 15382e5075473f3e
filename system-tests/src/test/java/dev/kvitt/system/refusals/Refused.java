package dev.kvitt.system.refusals;

/**
 * One place in the code that says no.
 *
 * @param door who is told
 * @param code for programs; an ellipsis where something else is put in
 * @param sentence for a person; likewise
 * @param more of the events: whether the same sale may be tried again; of HTTP: the status
 */
record Refused(Door door, String code, String sentence, String more) {

    /** Who is told. */
    enum Door {
        EVENTS,
        TILLS,
        CODES,
        CUSTOMERS
    }
}
