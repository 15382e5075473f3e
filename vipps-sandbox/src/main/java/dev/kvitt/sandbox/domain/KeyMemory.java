package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.idempotency.IdempotencyRule;
import dev.kvitt.vipps.rules.idempotency.KeyScope;
import dev.kvitt.vipps.rules.idempotency.KeyVerdict;
import dev.kvitt.vipps.rules.idempotency.Remembered;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The idempotency keys of one sales unit. Callers hold the payment's lock. */
final class KeyMemory {

    private final Msn msn;
    private final RulesSwitches.Keys switches;
    private final Map<KeyScope, Remembered<WriteOutcome>> known = new ConcurrentHashMap<>();
    private final Map<Reference, List<KeyUse>> uses = new ConcurrentHashMap<>();

    KeyMemory(Msn msn, RulesSwitches.Keys switches) {
        this.msn = msn;
        this.switches = switches;
    }

    /** Does the work unless the key says that it was done, or that it means something else. */
    WriteResult once(WriteRequest request, Instant now, Supplier<WriteOutcome> work) {
        if (request.key().isEmpty()) {
            return new WriteResult(work.get(), false);
        }
        KeyScope scope = KeyScope.of(msn, request.identity(), request.key().get(), switches);
        Optional<Remembered<WriteOutcome>> earlier = Optional.ofNullable(known.get(scope));
        return switch (IdempotencyRule.judge(earlier, request.identity(), now, switches)) {
            case KeyVerdict.Replay<WriteOutcome>(WriteOutcome answer) -> new WriteResult(answer, true);
            case KeyVerdict.Conflict<WriteOutcome> conflict ->
                new WriteResult(WriteOutcome.Refused.because(conflict.code()), false);
            case KeyVerdict.Fresh<WriteOutcome> fresh -> {
                WriteOutcome outcome = work.get();
                if (IdempotencyRule.isRemembered(outcome.status(), outcome.errorCode(), switches)) {
                    remember(scope, request.identity(), outcome, now);
                }
                yield new WriteResult(outcome, false);
            }
        };
    }

    List<KeyUse> usedOn(Reference reference) {
        return List.copyOf(uses.getOrDefault(reference, List.of()));
    }

    private void remember(KeyScope scope, RequestIdentity request, WriteOutcome outcome, Instant now) {
        known.put(scope, new Remembered<>(request, outcome, now));
        KeyUse use = new KeyUse(request.operation(), scope.key(), outcome.status(), now);
        uses.merge(request.reference(), List.of(use), KeyMemory::joined);
    }

    private static List<KeyUse> joined(List<KeyUse> earlier, List<KeyUse> later) {
        return Stream.concat(earlier.stream(), later.stream()).toList();
    }
}
