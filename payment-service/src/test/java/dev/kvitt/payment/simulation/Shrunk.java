package dev.kvitt.payment.simulation;

/** The smallest plan that still breaks the same promise, and its story. */
record Shrunk(Plan plan, Violation violation, Journal journal) {

    static Shrunk of(Plan failing) {
        var best = tried(failing);
        var promise = best.violation().promise();
        var usual = tried(failing.usualVipps());
        best = breaks(usual, promise) ? usual : best;
        var smaller = true;
        while (smaller) {
            smaller = false;
            for (int part = best.plan().parts().size() - 1; part >= 0; part--) {
                var fewer = tried(best.plan().without(part));
                if (breaks(fewer, promise)) {
                    best = fewer;
                    smaller = true;
                }
            }
        }
        return best;
    }

    private static boolean breaks(Shrunk tried, String promise) {
        return tried.violation() != null && tried.violation().promise().equals(promise);
    }

    private static Shrunk tried(Plan plan) {
        var outcome = Simulation.run(plan);
        return new Shrunk(plan, outcome.violation().orElse(null), outcome.journal());
    }

    String story() {
        var story = new StringBuilder("seed " + plan.seed() + ": " + violation.getMessage() + "\n");
        story.append("  ")
                .append(plan.terms())
                .append("\n  ")
                .append(plan.unit())
                .append('\n');
        plan.parts().forEach(part -> story.append("  ").append(part).append('\n'));
        journal.lines().forEach(line -> story.append("    ").append(line).append('\n'));
        return story.toString();
    }
}
