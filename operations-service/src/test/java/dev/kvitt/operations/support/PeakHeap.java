package dev.kvitt.operations.support;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much heap something took at its peak, with what was there before. */
public final class PeakHeap {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private final long before;

    private PeakHeap(long before) {
        this.before = before;
    }

    public static PeakHeap fromNow() {
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakHeap(
                POOLS.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum());
    }

    /** Such as {@code heap of 310 MB before and 480 MB at its peak, 989 MB allowed}; rubbish not collected yet counts, too. */
    @Override
    public String toString() {
        long peak =
                POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return "heap of %d MB before and %d MB at its peak, %d MB allowed"
                .formatted(before >> 20, peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }
}
