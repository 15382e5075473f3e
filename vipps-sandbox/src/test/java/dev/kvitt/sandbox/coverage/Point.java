package dev.kvitt.sandbox.coverage;

import java.util.Comparator;

/**
 * One thing that is documented about one operation.
 *
 * @param what an error code ({@code 6080}), a status ({@code HTTP 401}) or a rule in words
 */
public record Point(ApiOperation operation, String what) implements Comparable<Point> {

    private static final Comparator<Point> ORDER =
            Comparator.comparing(Point::operation).thenComparing(Point::kind).thenComparing(Point::what);

    static Point code(ApiOperation operation, int code) {
        return new Point(operation, String.format("%04d", code));
    }

    static Point status(ApiOperation operation, int status) {
        return new Point(operation, "HTTP " + status);
    }

    static Point rule(ApiOperation operation, String rule) {
        return new Point(operation, rule);
    }

    /** Statuses come first, then codes, then rules. */
    private int kind() {
        if (what.startsWith("HTTP ")) {
            return 0;
        }
        return what.chars().allMatch(Character::isDigit) ? what.length() - 3 : 9;
    }

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return operation + " " + what;
    }
}
