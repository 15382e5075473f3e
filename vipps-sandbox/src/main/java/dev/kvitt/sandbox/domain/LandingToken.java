package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import java.util.Optional;

/**
 * The token in a payment's landing page and picture. It names its payment, so that no index of tokens is needed, and ends
 * in something nobody can guess.
 *
 * @param value merchants take it as it is
 */
record LandingToken(Msn msn, Reference reference, String value) {

    private static final String SEPARATOR = ".";
    private static final int PARTS = 3;

    static String of(Msn msn, Reference reference, String secret) {
        return String.join(SEPARATOR, msn.value(), reference.value(), secret);
    }

    static Optional<LandingToken> read(String value) {
        String[] parts = value.split("\\.", -1);
        return parts.length == PARTS && Msn.isValid(parts[0]) && Reference.isValid(parts[1])
                ? Optional.of(new LandingToken(new Msn(parts[0]), new Reference(parts[1]), value))
                : Optional.empty();
    }
}
