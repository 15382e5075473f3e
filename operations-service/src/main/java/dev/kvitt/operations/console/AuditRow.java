package dev.kvitt.operations.console;

import dev.kvitt.operations.services.SaleKey;
import dev.kvitt.operations.store.Audit.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A decision as the page's table has it.
 *
 * @param key absent where it is about no single sale
 * @param link to the sale's timeline; absent where there is none
 * @param details all on one line
 */
public record AuditRow(Instant at, String who, String what, String key, String link, String reason, String details) {

    static AuditRow of(Entry entry) {
        var sale = entry.key() == null ? null : SaleKey.of(entry.key()).orElse(null);
        return new AuditRow(
                entry.at(),
                entry.who(),
                entry.what(),
                entry.key(),
                sale == null ? null : "/console/sales/" + sale,
                entry.reason(),
                line(entry.details()));
    }

    private static String line(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
