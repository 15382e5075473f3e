package dev.kvitt.vipps.client.epayment;

import java.util.Objects;
import java.util.Optional;

/** How the request reaches the customer: Vipps' {@code userFlow} with what each flow needs. */
public sealed interface Flow {

    /** A landing page or app switch; with a customer token, Vipps shows the request in the app of who checked in. */
    record WebRedirect(ReturnUrl returnUrl, Optional<Customer> customer) implements Flow {
        public WebRedirect {
            Objects.requireNonNull(returnUrl, "returnUrl");
            Objects.requireNonNull(customer, "customer");
        }
    }

    /** A push to a known customer. The sales unit must be approved for it (error 5080 otherwise). */
    record PushMessage(Customer customer) implements Flow {
        public PushMessage {
            Objects.requireNonNull(customer, "customer");
        }
    }

    /** A one-time QR for a screen. */
    record Qr(QrFormat format) implements Flow {
        public Qr {
            Objects.requireNonNull(format, "format");
        }
    }
}
