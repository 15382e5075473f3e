package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.OrderKey;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.sandbox.domain.StoredReceipt;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Reference;
import java.util.Optional;

/** A payment with the merchant who asks for it. */
record HeldPayment(MerchantState merchant, StoredPayment stored) {

    String merchantName() {
        return merchant.merchant().name();
    }

    Reference reference() {
        return stored.payment().reference();
    }

    boolean isOf(Msisdn customer) {
        return stored.customer().filter(customer::equals).isPresent();
    }

    Optional<StoredReceipt> receipt() {
        return merchant.orders().receipt(OrderKey.ofPayment(reference().value()));
    }
}
