package dev.kvitt.vipps.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Vipps' errors and what they mean, from {@code errors.properties}: a code counts before a status, our own stage before both. */
final class ErrorTable {
    private static final String FILE = "errors.properties";
    private static final Set<String> FROM_THE_CUSTOMER =
            Set.of("customer", "phonenumber", "personalqr", "customertoken", "qrcode");
    private static final Properties TEXTS = load();
    private static final Map<String, ErrorAdvice> ENTRIES = TEXTS.stringPropertyNames().stream()
            .filter(key -> !key.startsWith("cashier.") && !key.startsWith("money."))
            .collect(Collectors.toUnmodifiableMap(key -> key, key -> parse(key, TEXTS.getProperty(key))));

    private ErrorTable() {}

    static ErrorAdvice of(VippsError error) {
        return ENTRIES.get(key(error));
    }

    static Set<String> keys() {
        return ENTRIES.keySet();
    }

    static String key(VippsError error) {
        if (error.isAboutCredentials()) {
            return "credentials";
        }
        if (error.stage() != VippsError.Stage.CALL) {
            return error.stage() == VippsError.Stage.NOT_SENT ? "not-sent" : "no-token";
        }
        if (error.code().isPresent()) {
            String code = error.code().get().toString();
            return ENTRIES.containsKey(code) ? code : "code.other";
        }
        return statusKey(error);
    }

    private static String statusKey(VippsError error) {
        if (error.status() == 400 && isAboutTheCustomer(error)) {
            return "customer-input";
        }
        String exact = "status." + error.status();
        if (ENTRIES.containsKey(exact)) {
            return exact;
        }
        return error.status() >= 400 && error.status() < 500 ? "status.4xx" : "status.other";
    }

    /** What a customer typed or showed can be wrong without anybody's bug. */
    private static boolean isAboutTheCustomer(VippsError error) {
        return !error.reasons().isEmpty()
                && error.reasons().stream().allMatch(reason -> FROM_THE_CUSTOMER.contains(reason.name()));
    }

    private static ErrorAdvice parse(String key, String entry) {
        String[] parts = entry.split("\\|", -1);
        String[] names = parts[0].split(",", -1);
        if (parts.length != 3 || names.length != 3) {
            throw new IllegalStateException(FILE + " has no complete entry for " + key);
        }
        return new ErrorAdvice(
                ErrorKind.valueOf(names[0].strip()),
                text("cashier." + names[1].strip()),
                text("money." + names[2].strip()),
                parts[1].strip(),
                parts[2].strip());
    }

    private static String text(String key) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(FILE + " has no " + key);
        }
        return text;
    }

    private static Properties load() {
        try (InputStream in = ErrorTable.class.getResourceAsStream(FILE)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " of this module cannot be read", unreadable);
        }
    }
}
