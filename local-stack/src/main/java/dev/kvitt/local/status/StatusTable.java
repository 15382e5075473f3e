package dev.kvitt.local.status;

import dev.kvitt.local.stack.StackService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status for people. */
public final class StatusTable {

    private StatusTable() {}

    /** Some lines of text; secrets are left out. */
    public static String of(StackStatus status) {
        if (status.services().isEmpty()) {
            return "No stack is up. Start one with ./kvitt up, or look at ./kvitt demo.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("part", "state", "pid", "address"));
        status.services().forEach((name, service) -> lines.add(row(name, state(service), pid(service), service.url())));
        lines.add(row("kafka", "", "", status.kafka()));
        if (status.sandbox() != null) {
            lines.add(row("vipps-sandbox", "", "", status.sandbox().url()));
            lines.add(row("customer's phone", "", "", status.sandbox().url() + StackService.PHONE));
            status.sandbox()
                    .merchants()
                    .forEach(merchant -> lines.add(
                            "sales unit " + merchant.msn() + ", customers " + String.join(", ", merchant.customers())));
        }
        lines.add(status.ready() ? "Everything is ready." : "Not everything is ready: see ./kvitt logs.");
        return String.join("\n", lines);
    }

    private static String row(String part, String state, String pid, String address) {
        return String.format(Locale.ROOT, "%-18s  %-10s  %-8s  %s", part, state, pid, address)
                .stripTrailing();
    }

    private static String state(ServiceStatus service) {
        if (service.pid() == null) {
            return "ended";
        }
        return service.ready() ? "ready" : "not ready";
    }

    private static String pid(ServiceStatus service) {
        return service.pid() == null ? "" : service.pid().toString();
    }
}
