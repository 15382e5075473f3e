package dev.kvitt.operations.domain.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Gathers what is found about one payment; what two comparisons find alike is one finding. */
final class Found {
    private final Group group;
    private final String saleId;
    private final String currency;
    private final Map<Finding.Id, Finding> findings = new LinkedHashMap<>();

    Found(Group group) {
        this.group = group;
        this.saleId = group.ours().map(OurPayment::saleId).orElse("");
        this.currency = group.ours()
                .map(ours -> ours.sums().currency())
                .filter(known -> !known.isEmpty())
                .or(() -> group.rows().stream().findFirst().map(ReportRow::currency))
                .or(() -> group.view().map(view -> view.sums().currency()))
                .orElse("");
    }

    String currency() {
        return currency;
    }

    void add(FindingKind kind, String pspReference, long expected, long found) {
        add(kind, pspReference, OptionalLong.of(expected), OptionalLong.of(found));
    }

    void add(FindingKind kind, String pspReference, OptionalLong expected, OptionalLong found) {
        Finding finding = new Finding(
                kind, group.msn(), saleId, group.reference(), pspReference, currency, expected, found, group.at());
        findings.putIfAbsent(finding.id(), finding);
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> all() {
        return new ArrayList<>(findings.values());
    }
}
