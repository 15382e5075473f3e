package dev.kvitt.sandbox.coverage;

import java.util.Map;
import java.util.Optional;

/** What is documented and cannot be shown here, each with its reason. Short on purpose. */
final class NotReproducible {

    private static final Map<Point, String> REASONS = Map.of();

    private NotReproducible() {}

    static Optional<String> reason(Point point) {
        return Optional.ofNullable(REASONS.get(point));
    }

    static Map<Point, String> all() {
        return REASONS;
    }
}
