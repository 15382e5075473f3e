package dev.kvitt.capture.vipps;

import dev.kvitt.capture.CaptureConfig;
import dev.kvitt.capture.domain.PaymentMark;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.epayment.CustomerInteraction;
import dev.kvitt.vipps.client.epayment.Flow;
import dev.kvitt.vipps.client.epayment.Metadata;
import dev.kvitt.vipps.client.epayment.PaymentDescription;
import dev.kvitt.vipps.client.epayment.ReturnUrl;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Requests to customers, the same body at every try. */
@Singleton
public class Requests {

    private final String installation;
    private final ReturnUrl returnUrl;

    Requests(Registry registry, CaptureConfig config) {
        this.installation = registry.installation();
        this.returnUrl = new ReturnUrl(config.returnUrl());
    }

    /** @throws IllegalArgumentException when Vipps cannot take such a request */
    dev.kvitt.vipps.client.epayment.CreatePayment of(CreatePayment create, String customerToken) {
        var customer = new Customer.CustomerToken(customerToken);
        Flow flow =
                switch (create.userFlow()) {
                    case WEB_REDIRECT -> new Flow.WebRedirect(returnUrl, Optional.of(customer));
                    case PUSH_MESSAGE -> new Flow.PushMessage(customer);
                    case QR ->
                        throw new IllegalArgumentException("who scanned a printed code needs no other on a screen");
                };
        return dev.kvitt.vipps.client.epayment.CreatePayment.of(
                        new Reference(create.reference().value()),
                        Views.amount(create.amount()),
                        flow,
                        new PaymentDescription(create.description()),
                        create.customerPresent()
                                ? CustomerInteraction.CUSTOMER_PRESENT
                                : CustomerInteraction.CUSTOMER_NOT_PRESENT)
                .with(Metadata.of(PaymentMark.of(create, installation)));
    }
}
