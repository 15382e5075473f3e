package dev.kvitt.sandbox.generated;

import java.util.List;
import java.util.SplittableRandom;

/** Everything random, from one seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean percent(int likely) {
        return random.nextInt(100) < likely;
    }

    /** From 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long anyLong() {
        return random.nextLong();
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text that somebody might send to do harm, or because a field was filled in wrongly. */
    String badText() {
        return oneOf(
                "",
                " ",
                "null",
                "x".repeat(1 + below(3000)),
                "\u0000",
                "\u0007\u001b[31m",
                "\u202e\u2028",
                "😀".repeat(1 + below(50)),
                "../../etc/passwd",
                "'; DROP TABLE payments;--",
                "${jndi:ldap://127.0.0.1/a}",
                "<script>alert(1)</script>",
                "1e999",
                "-0",
                "%00%ff",
                "ÆØÅ");
    }
}
