package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.customers.SharedProfiles;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.RulesSwitches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells a merchant about one of its payments, with what its customer shared. */
@ApplicationScoped
class PaymentAnswers {

    private final SharedProfiles profiles;
    private final SandboxClock clock;
    private final RulesSwitches switches;

    PaymentAnswers(SharedProfiles profiles, SandboxClock clock, Sandbox sandbox) {
        this.profiles = profiles;
        this.clock = clock;
        this.switches = sandbox.switches();
    }

    PaymentJson.Details of(StoredPayment stored) {
        Payment payment = stored.payment();
        Instant now = clock.now();
        Optional<SharedProfiles.Shared> shared =
                profiles.with(payment.salesUnit().msn(), payment.reference(), now);
        Optional<String> sub = shared.filter(one ->
                        !now.isBefore(one.since().plus(switches.customers().subAppearsAfter())))
                .map(SharedProfiles.Shared::sub);
        return PaymentJson.Details.of(
                stored,
                switches.answers().captureGuaranteeShown(),
                sub.map(name -> Map.of("sub", name)).orElse(Map.of()),
                shared.map(SharedProfiles.Shared::details).orElse(null));
    }
}
