package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The accounting systems that exist. */
@ApplicationScoped
public class AccountingBook {

    private final List<AccountingKeys> all;

    public AccountingBook(SandboxConfig config) {
        this.all = config.accountingKeys().orElse(List.of()).stream()
                .map(AccountingKeys::of)
                .toList();
    }

    public List<AccountingKeys> all() {
        return all;
    }

    public Optional<AccountingKeys> find(String clientId, String clientSecret) {
        return all.stream()
                .filter(keys ->
                        keys.clientId().equals(clientId) && keys.clientSecret().equals(clientSecret))
                .findFirst();
    }
}
