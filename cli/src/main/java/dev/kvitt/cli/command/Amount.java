package dev.kvitt.cli.command;

import dev.kvitt.cli.Failure;
import java.math.BigDecimal;

/** Amounts as people write them. */
final class Amount {

    private Amount() {}

    /** Minor units of for example {@code 49} or {@code 49.50}; null stays null. */
    static Long minorUnits(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,12}([.,][0-9]{1,2})?")) {
            throw Failure.usage("\"" + text + "\" is no amount: say kroner or euros, for example 49 or 49.50.");
        }
        return new BigDecimal(text.replace(',', '.')).movePointRight(2).longValueExact();
    }
}
