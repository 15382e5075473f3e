package dev.kvitt.operations.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.operations.domain.checklist.Evidence;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsApi;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads the event log of one payment, to show that it can be. */
@Singleton
public class EventLogs {

    private final VippsAccess vipps;
    private final InstantSource clock;

    EventLogs(VippsAccess vipps, InstantSource clock) {
        this.vipps = vipps;
        this.clock = clock;
    }

    public Evidence.LogReading read(Msn msn, String reference) {
        var at = clock.instant();
        var api = vipps.of(msn);
        if (api.isEmpty()) {
            return new Evidence.LogReading(reference, at, Optional.of("the sales unit is not in the registry"), 0);
        }
        return switch (log(api.get(), reference)) {
            case Outcome.Done<? extends List<?>> done ->
                new Evidence.LogReading(
                        reference, at, Optional.empty(), done.answer().size());
            case Outcome.Refused<?> refused ->
                new Evidence.LogReading(
                        reference, at, Optional.of("refused: " + refused.error().title()), 0);
            case Outcome.Busy<?> _, Outcome.Unknown<?> _ ->
                new Evidence.LogReading(reference, at, Optional.of("Vipps MobilePay did not answer"), 0);
        };
    }

    private static Outcome<? extends List<?>> log(VippsApi api, String reference) {
        return api.epayment().events(new Reference(reference));
    }
}
