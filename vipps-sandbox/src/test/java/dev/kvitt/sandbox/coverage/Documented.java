package dev.kvitt.sandbox.coverage;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is documented about each operation: statuses, error codes and rules. The tests answer for all of it. */
public final class Documented {

    private final SortedSet<Point> points = new TreeSet<>();

    private Documented() {}

    static SortedSet<Point> points() {
        Documented all = new Documented();
        DocumentedPayments.tell(all);
        DocumentedWebhooks.tell(all);
        DocumentedQr.tell(all);
        DocumentedOrders.tell(all);
        DocumentedIdentity.tell(all);
        DocumentedReports.tell(all);
        return all.points;
    }

    /** The operations that can answer so; for tests that run over all of them. */
    public static Stream<ApiOperation> operationsWith(int status) {
        return Arrays.stream(ApiOperation.values())
                .filter(operation -> points().contains(Point.status(operation, status)));
    }

    About about(ApiOperation operation) {
        return new About(operation);
    }

    /** Collects what is said about one operation. */
    final class About {

        private final ApiOperation operation;

        private About(ApiOperation operation) {
            this.operation = operation;
        }

        About statuses(int... statuses) {
            Arrays.stream(statuses).forEach(status -> points.add(Point.status(operation, status)));
            return this;
        }

        About codes(int... codes) {
            Arrays.stream(codes).forEach(code -> points.add(Point.code(operation, code)));
            return this;
        }

        About rules(String... rules) {
            Arrays.stream(rules).forEach(rule -> points.add(Point.rule(operation, rule)));
            return this;
        }
    }
}
