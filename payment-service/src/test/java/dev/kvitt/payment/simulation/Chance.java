package dev.kvitt.payment.simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance from one seed. */
final class Chance {

    private final RandomGenerator random;

    Chance(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** @param percent 0 to 100 */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    @SafeVarargs
    final <T> T of(T... choice) {
        return choice[random.nextInt(choice.length)];
    }

    Duration millis(long from, long to) {
        return Duration.ofMillis(random.nextLong(from, to));
    }

    Duration seconds(long from, long to) {
        return millis(from * 1000, to * 1000);
    }

    /** Short times are as likely as long ones: from a tenth of a second to the given time. */
    Duration upTo(Duration longest) {
        var exponent = random.nextDouble() * Math.log10(longest.toMillis() / 100.0);
        return Duration.ofMillis((long) (100 * Math.pow(10, exponent)));
    }

    /**
     * The same for the same seed and place whatever else was asked before, so that leaving one thing out of a plan
     * changes nothing else.
     */
    static Duration at(long seed, String place, long from, long to) {
        var hash = (seed * 31 + place.hashCode()) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return Duration.ofMillis(from + Math.floorMod(hash, to - from));
    }
}
