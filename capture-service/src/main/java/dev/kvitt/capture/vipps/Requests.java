package dev.kvitt.capture.vipps;

import dev.kvitt.capture.CaptureConfig;
import dev.kvitt.capture.domain.PaymentMark;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.Receipts;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.epayment.CustomerDemands;
import dev.kvitt.vipps.client.epayment.CustomerInteraction;
import dev.kvitt.vipps.client.epayment.Flow;
import dev.kvitt.vipps.client.epayment.Metadata;
import dev.kvitt.vipps.client.epayment.PaymentDescription;
import dev.kvitt.vipps.client.epayment.PaymentExtras;
import dev.kvitt.vipps.client.epayment.ProfileScope;
import dev.kvitt.vipps.client.epayment.ReturnUrl;
import dev.kvitt.vipps.client.qr.QrFormat;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Requests to customers, the same body at every try. */
@Singleton
public class Requests {

    private final String installation;
    private final ReturnUrl returnUrl;
    private final QrFormat code;

    Requests(Registry registry, CaptureConfig config) {
        this.installation = registry.installation();
        this.returnUrl = new ReturnUrl(config.returnUrl());
        this.code = config.capture().screenCode().format();
    }

    /**
     * @param customer empty while nobody is known yet
     * @throws IllegalArgumentException when Vipps cannot take such a request
     */
    dev.kvitt.vipps.client.epayment.CreatePayment of(CreatePayment create, Optional<Customer> customer) {
        var request = dev.kvitt.vipps.client.epayment.CreatePayment.of(
                        new Reference(create.reference().value()),
                        Views.amount(create.amount()),
                        flow(create, customer),
                        new PaymentDescription(create.description()),
                        create.customerPresent()
                                ? CustomerInteraction.CUSTOMER_PRESENT
                                : CustomerInteraction.CUSTOMER_NOT_PRESENT)
                .with(Metadata.of(PaymentMark.of(create, installation)))
                .with(extras(create));
        return create.receipt().isEmpty()
                ? request
                : request.with(Receipts.of(
                        create.receipt(), create.amount().currency(), create.tillId(), create.bottomLine()));
    }

    /** Whoever pressed pay on a page of ours comes back to their own sale. */
    private ReturnUrl returnUrl(CreatePayment create) {
        var own = create.customer().returnUrl();
        return own == null ? returnUrl : new ReturnUrl(own);
    }

    /** Without their agreement, which Vipps asks for, the customer cannot pay. */
    private static PaymentExtras extras(CreatePayment create) {
        return Boolean.TRUE.equals(create.shareNumber())
                ? PaymentExtras.NONE.with(CustomerDemands.NONE.sharing(Set.of(ProfileScope.PHONE_NUMBER)))
                : PaymentExtras.NONE;
    }

    private Flow flow(CreatePayment create, Optional<Customer> customer) {
        return switch (create.userFlow()) {
            case WEB_REDIRECT -> new Flow.WebRedirect(returnUrl(create), customer);
            case PUSH_MESSAGE ->
                new Flow.PushMessage(customer.orElseThrow(
                        () -> new IllegalArgumentException("a push goes to somebody who is known")));
            case QR -> {
                if (customer.isPresent()) {
                    throw new IllegalArgumentException("who is known needs no code on a screen");
                }
                yield new Flow.Qr(code);
            }
        };
    }
}
