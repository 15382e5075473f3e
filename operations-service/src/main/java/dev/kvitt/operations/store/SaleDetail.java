package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.Entry;
import dev.kvitt.operations.domain.Operation;
import dev.kvitt.operations.domain.Payment;
import dev.kvitt.operations.domain.TimelineEntry;
import java.util.List;

/** Everything about a sale. */
public record SaleDetail(
        SaleRow sale,
        List<Payment> payments,
        List<Operation> operations,
        List<TimelineEntry> timeline,
        List<Entry> entries) {}
