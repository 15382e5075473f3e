package dev.kvitt.operations.security;

import java.util.Locale;

/** What a person or a program may do here. Whoever has one may look at everything; some have several. */
public enum Role {
    /** Looks, and changes nothing. */
    VIEWER,
    /** Decides about sales: unpark, skip, release, ask, replay, rebuild. */
    OPERATOR,
    /** Explains differences and has them looked for. */
    FINANCE;

    /** As {@code @RolesAllowed} and the claims of a token name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
