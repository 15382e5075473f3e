package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.CrashPoint;
import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.ListedRegistration;
import dev.kvitt.gateway.domain.RegistrationBook;
import dev.kvitt.gateway.domain.UpkeepStep;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.webhooks.NewRegistration;
import dev.kvitt.vipps.client.webhooks.RegistrationId;
import dev.kvitt.vipps.client.webhooks.WebhookEventType;
import dev.kvitt.vipps.client.webhooks.WebhookUrl;
import dev.kvitt.vipps.client.webhooks.Webhooks;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes the steps of one round for one sales unit. */
final class WebhookCalls {

    private static final Logger LOG = Logger.getLogger(WebhookCalls.class);

    private final Msn msn;
    private final Webhooks webhooks;
    private final RegistrationBook book;
    private Optional<String> problem = Optional.empty();

    WebhookCalls(Msn msn, Webhooks webhooks, RegistrationBook book) {
        this.msn = msn;
        this.webhooks = webhooks;
        this.book = book;
    }

    /** Why the round could not be finished. */
    Optional<String> problem() {
        return problem;
    }

    /** Empty when Vipps did not tell. */
    Optional<List<ListedRegistration>> list() {
        return answer("list the webhook registrations", webhooks.list()).map(all -> all.stream()
                .map(one -> new ListedRegistration(one.id().value(), one.url()))
                .toList());
    }

    /** Whether it went well; otherwise the rest of the plan waits. */
    boolean take(UpkeepStep step) {
        return switch (step) {
            case UpkeepStep.Delete(String vippsId) -> delete(vippsId);
            case UpkeepStep.Retire(UUID id, Optional<String> atVipps) -> {
                book.retired(id);
                LOG.infof("sales unit %s: registration %s is retired", msn, id);
                yield atVipps.map(this::delete).orElse(true);
            }
            case UpkeepStep.Forget(UUID id) -> {
                book.forget(id);
                yield true;
            }
            case UpkeepStep.Register(Kind kind, Optional<UUID> row) ->
                register(kind, row.orElseGet(() -> book.want(msn, kind)));
        };
    }

    private boolean register(Kind kind, UUID row) {
        var url = new WebhookUrl(book.url(row).toString());
        var events = kind.events().stream()
                .map(type -> new WebhookEventType(type.typeName()))
                .collect(Collectors.toUnmodifiableSet());
        CrashPoint.reached("registration.before-call");
        Optional<NewRegistration> made = answer("register the " + kind + " webhook", webhooks.register(url, events));
        CrashPoint.reached("registration.after-call");
        made.ifPresent(answer -> {
            book.registered(row, answer.id().value(), new WebhookSecret(answer.secret()));
            LOG.infof("sales unit %s: %s registered as %s", msn, kind, row);
        });
        return made.isPresent();
    }

    private boolean delete(String vippsId) {
        var outcome = webhooks.delete(new RegistrationId(vippsId));
        var gone =
                outcome instanceof Outcome.Refused<?> refused && refused.error().isNotFound();
        return gone || answer("delete registration " + vippsId, outcome).isPresent();
    }

    private <T> Optional<T> answer(String what, Outcome<T> outcome) {
        problem = switch (outcome) {
            case Outcome.Done<T> done -> problem;
            case Outcome.Refused<T> refused -> Optional.of(refused.error().operatorSentence());
            case Outcome.Busy<T> busy -> Optional.of(busy.error().operatorSentence());
            case Outcome.Unknown<T> unknown -> Optional.of("it is not known whether it was done: " + unknown.why());
        };
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return Optional.of(value);
        }
        LOG.warnf(
                "sales unit %s: could not %s: %s. Payments are still known by polling; without check-ins nobody can"
                        + " begin by a scan. The next round tries again.",
                msn, what, problem.orElseThrow());
        return Optional.empty();
    }
}
