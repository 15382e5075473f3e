package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import java.util.List;

/**
 * Keys of an accounting system. They belong to no sales unit and open no payment.
 *
 * @param msns the sales units it may report on
 */
public record AccountingKeys(String name, String clientId, String clientSecret, List<Msn> msns) {

    public AccountingKeys {
        msns = List.copyOf(msns);
    }

    static AccountingKeys of(SandboxConfig.AccountingConfig config) {
        return new AccountingKeys(
                config.name(),
                config.clientId(),
                config.clientSecret(),
                config.msns().stream().map(String::trim).map(Msn::new).toList());
    }

    @Override
    public String toString() {
        return "AccountingKeys[" + name + "]";
    }
}
