package dev.kvitt.sandbox.customers;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msisdn;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes that customers hold out: Vipps' say the number in clear, MobilePay's are tokens that soon end. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class PersonalQrs {

    private static final String HOST = "https://qr.vipps.no/";
    private static final String CLEAR = HOST + "28/2/01/031/";
    private static final String OPAQUE = HOST + "p/";
    private static final Pattern CLEAR_FORM = Pattern.compile(Pattern.quote(CLEAR) + "(\\d{9,15})\\?v=1");

    private final Shelf<String, PersonalQr> shown;
    private final Duration lifetime;

    public PersonalQrs(CustomersConfig config, StateLog log) {
        this.shown = log.shelf(ShelfName.of("personal-qrs"), String.class, PersonalQr.class);
        this.lifetime = config.personalQr().lifetime();
    }

    /** The content of a Vipps code; always the same for a customer. */
    public String inClear(Msisdn customer) {
        return CLEAR + customer.value() + "?v=1";
    }

    /** The content of a MobilePay code, shown now. */
    public String opaque(Msisdn customer, String newToken, Instant now) {
        forgetOld(now);
        shown.put(newToken, new PersonalQr(newToken, customer, now));
        return OPAQUE + newToken;
    }

    /** When a MobilePay code shown now will have ended. */
    public Instant end(Instant shownAt) {
        return shownAt.plus(lifetime);
    }

    /** Whose code it is; empty if it is none, or too old. */
    public Optional<ScannedQr> read(String content, Instant now) {
        Matcher clear = CLEAR_FORM.matcher(content);
        if (clear.matches()) {
            return Optional.of(new ScannedQr(new Msisdn(clear.group(1)), "1.0", Optional.empty()));
        }
        return Optional.of(content)
                .filter(text -> text.startsWith(OPAQUE))
                .flatMap(text -> shown.get(text.substring(OPAQUE.length())))
                .filter(qr -> !isOld(qr, now))
                .map(qr -> new ScannedQr(qr.customer(), "2.0", Optional.of(qr.generatedAt())));
    }

    private void forgetOld(Instant now) {
        shown.values()
                .filter(qr -> isOld(qr, now))
                .map(PersonalQr::token)
                .toList()
                .forEach(shown::remove);
    }

    private boolean isOld(PersonalQr qr, Instant now) {
        return !now.isBefore(end(qr.generatedAt()));
    }
}
