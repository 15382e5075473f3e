package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Identification;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.messaging.ScanCounts.How;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.checkin.vipps.CustomerNumbers;
import dev.kvitt.checkin.vipps.CustomerNumbers.Found;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.registry.PersonalQrUse;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Turns codes that customers show into phone numbers, where the sales unit wants that. What gives no number is passed on
 * as it is: Vipps then says at the payment request what is wrong with it, and the till hears that in the usual way.
 */
@Singleton
public class PersonalQrs {

    static final String TASK = "exchange-personal-qr";

    /** How soon Vipps is asked again; a customer stands there. */
    static final Duration AGAIN = Duration.ofSeconds(1);

    private final Registry registry;
    private final CustomerNumbers numbers;
    private final Sealer sealer;
    private final Limits limits;
    private final InstantSource clock;

    PersonalQrs(Registry registry, CustomerNumbers numbers, Sealer sealer, Limits limits, InstantSource clock) {
        this.registry = registry;
        this.numbers = numbers;
        this.sealer = sealer;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A code to exchange, as it stands in its task.
     *
     * @param cause the id of the request that came with it
     */
    record Shown(SaleContext sale, Sealed content, Instant validUntil, String cause) {}

    boolean wants(Event<?> event) {
        return shown(event, "").isPresent();
    }

    void exchange(Event<?> event, String cause, Effects effects) {
        shown(event, cause)
                .filter(shown -> !effects.now().isAfter(shown.validUntil()))
                .ifPresent(shown -> effects.task(TASK, StateJson.write(shown), effects.now()));
    }

    private Optional<Shown> shown(Event<?> event, String cause) {
        return switch (event.data()) {
            case SaleOpened opened ->
                exchanged(opened.customer(), event)
                        .map(content -> new Shown(
                                new SaleContext(opened.msn(), opened.saleId(), null, opened.tillId(), opened.qrId()),
                                content,
                                opened.validUntil(),
                                cause));
            case CustomerPresented presented ->
                exchanged(presented.customer(), event)
                        .map(content -> new Shown(
                                new SaleContext(presented.msn(), presented.saleId(), null, presented.tillId(), null),
                                content,
                                presented.validUntil(),
                                cause));
            default -> Optional.empty();
        };
    }

    private Optional<Sealed> exchanged(Customer customer, Event<?> event) {
        return Optional.ofNullable(customer)
                .filter(known -> known.kind() == Customer.Kind.PERSONAL_QR)
                .filter(known -> registry.salesUnit(event.msn())
                        .filter(unit -> unit.personalQr() == PersonalQrUse.EXCHANGE)
                        .isPresent())
                .map(Customer::value);
    }

    Completion run(Task task) {
        var shown = StateJson.read(task.body(), Shown.class);
        return switch (numbers.ofPersonalQr(shown.sale().msn(), shown.content())) {
            case Found.Msisdn(var digits) ->
                identified(shown, Customer.sealed(Customer.Kind.PHONE_NUMBER, sealer.seal(digits)), How.EXCHANGED);
            case Found.Nobody _ -> asShown(shown);
            case Found.NotNow _ ->
                clock.instant().isBefore(task.firstTried().plus(limits.exchangeFor()))
                        ? Completion.again(clock.instant().plus(AGAIN))
                        : asShown(shown);
        };
    }

    private static Completion asShown(Shown shown) {
        return identified(shown, Customer.sealed(Customer.Kind.PERSONAL_QR, shown.content()), How.AS_SHOWN);
    }

    private static Completion identified(Shown shown, Customer customer, How how) {
        return Completion.done((entity, effects) -> {
            effects.send(Identification.of(shown.sale(), customer, shown.validUntil(), shown.cause(), effects.now()));
            ScanCounts.identified(how, effects);
        });
    }
}
