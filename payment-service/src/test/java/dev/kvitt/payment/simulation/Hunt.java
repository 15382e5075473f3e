package dev.kvitt.payment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What one who looks for planted bugs asks of the simulation. They live in another class loader, where this class and the
 * saga are others, so everything in its signatures is the JDK's.
 */
public final class Hunt {

    /** Few enough that little is done in vain, enough for every core. */
    private static final int AT_ONCE = 32;

    private Hunt() {}

    /** The first of so many seeds by which a promise is broken, counted from 1. */
    public static OptionalLong firstSeed(long seeds) {
        for (long from = 1; from <= seeds; from += AT_ONCE) {
            var broken = LongStream.range(from, Math.min(from + AT_ONCE, seeds + 1))
                    .parallel()
                    .filter(Hunt::isBroken)
                    .min();
            if (broken.isPresent()) {
                return broken;
            }
        }
        return OptionalLong.empty();
    }

    /** Whether a promise is broken by this seed. */
    public static boolean isBroken(long seed) {
        return Simulation.run(Plans.of(seed)).violation().isPresent();
    }

    /** The promise that this seed breaks, then its story, made as small as it gets, line by line. */
    public static List<String> story(long seed) {
        var shrunk = Shrunk.of(Plans.of(seed));
        var lines = new ArrayList<String>();
        lines.add(shrunk.violation().getMessage());
        lines.addAll(shrunk.journal().lines());
        return lines;
    }
}
