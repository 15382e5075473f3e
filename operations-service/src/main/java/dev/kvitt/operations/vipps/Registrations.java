package dev.kvitt.operations.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.webhooks.Registration;
import dev.kvitt.vipps.client.webhooks.WebhookEventType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Reads which webhooks Vipps has; makes and deletes none. */
@Singleton
public class Registrations {

    private static final Set<WebhookEventType> NEEDED = Set.of(
            WebhookEventType.PAYMENT_AUTHORIZED,
            WebhookEventType.PAYMENT_ABORTED,
            WebhookEventType.PAYMENT_EXPIRED,
            WebhookEventType.PAYMENT_TERMINATED,
            WebhookEventType.PAYMENT_CAPTURED,
            WebhookEventType.PAYMENT_CANCELLED,
            WebhookEventType.PAYMENT_REFUNDED);

    private final VippsAccess vipps;

    Registrations(VippsAccess vipps) {
        this.vipps = vipps;
    }

    /**
     * What Vipps says about one sales unit.
     *
     * @param registered empty where there is a problem
     * @param keysRefused whether Vipps gave no token for the unit's keys, or did not take them
     * @param problem why nothing is known, for a person
     */
    public record OfUnit(Msn msn, List<Registered> registered, boolean keysRefused, Optional<String> problem) {

        /** Events of payments that nobody is told of. */
        public List<String> missing() {
            return NEEDED.stream()
                    .map(WebhookEventType::value)
                    .filter(event ->
                            registered.stream().noneMatch(one -> one.events().contains(event)))
                    .sorted()
                    .toList();
        }
    }

    /** One registration. */
    public record Registered(String id, String url, List<String> events) {}

    /** Of all those units at the same time, in their order. */
    public List<OfUnit> of(List<Msn> units) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = units.stream()
                    .map(unit -> (Callable<OfUnit>) () -> of(unit))
                    .toList();
            var answers = new ArrayList<OfUnit>();
            for (var answer : executor.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Vipps was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Vipps could not be asked", e.getCause());
        }
    }

    private OfUnit of(Msn msn) {
        return switch (vipps.of(msn).orElseThrow().webhooks().list()) {
            case Outcome.Done<List<Registration>> done ->
                new OfUnit(
                        msn,
                        done.answer().stream().map(Registrations::registered).toList(),
                        false,
                        Optional.empty());
            case Outcome.Refused<List<Registration>> refused ->
                nothing(
                        msn,
                        refused.error().isAboutCredentials(),
                        "refused: " + refused.error().title());
            case Outcome.Busy<List<Registration>> _, Outcome.Unknown<List<Registration>> _ ->
                nothing(msn, false, "Vipps did not answer");
        };
    }

    private static OfUnit nothing(Msn msn, boolean keysRefused, String problem) {
        return new OfUnit(msn, List.of(), keysRefused, Optional.of(problem));
    }

    private static Registered registered(Registration registration) {
        return new Registered(
                registration.id().value(),
                registration.url(),
                registration.events().stream()
                        .map(WebhookEventType::value)
                        .sorted()
                        .toList());
    }
}
