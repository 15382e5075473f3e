package dev.kvitt.vipps.client.report;

import java.util.Objects;

/**
 * A bank account or an organisation. {@code toString} hides the number: a merchant can be a single person.
 *
 * @param scheme what the number is, for example {@code BBAN:NO} or {@code business:NO:ORG}
 * @param id the number
 */
public record SchemedId(String scheme, String id) {
    public SchemedId {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
        return "SchemedId[" + scheme + "]";
    }
}
