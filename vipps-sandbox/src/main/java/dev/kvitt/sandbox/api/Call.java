package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.WriteResult;
import dev.kvitt.vipps.rules.Msn;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** The request being answered: who makes it, and what the journal should say about it. */
@RequestScoped
class Call {

    private MerchantState merchant;
    private String subscriptionKey = "";
    private String reference;
    private List<Msn> readable = List.of();
    private boolean effect;
    private boolean replay;

    void madeBy(MerchantState authenticated) {
        this.merchant = authenticated;
    }

    void madeBy(MerchantState authenticated, String withSubscriptionKey) {
        madeBy(authenticated);
        this.subscriptionKey = withSubscriptionKey;
    }

    /** An accounting system, or a sales unit in the place of one. */
    void mayReportOn(List<Msn> msns) {
        this.readable = List.copyOf(msns);
    }

    /** Whose money the caller may read about. */
    List<Msn> readable() {
        return readable;
    }

    /** Which of its keys the sales unit uses in this call. */
    String subscriptionKey() {
        return subscriptionKey;
    }

    /** Set by the authentication before any resource runs. */
    MerchantState merchant() {
        return merchant;
    }

    Optional<MerchantState> knownMerchant() {
        return Optional.ofNullable(merchant);
    }

    /** @param about payment reference, order id, QR id or ledger */
    void about(String about) {
        this.reference = about;
    }

    Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    void came(WriteResult result) {
        effect = result.changedSomething();
        replay = result.replayed();
    }

    void changedSomething() {
        effect = true;
    }

    boolean effect() {
        return effect;
    }

    boolean replay() {
        return replay;
    }
}
