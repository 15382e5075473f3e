package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.qr.QrFormat;
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

    /** A page for paying by card without the app ({@code paymentMethod} CARD). Not in Vipps' test environment; takes no receipt. */
    record CardRedirect(ReturnUrl returnUrl) implements Flow {
        public CardRedirect {
            Objects.requireNonNull(returnUrl, "returnUrl");
        }
    }

    /** A switch from the merchant's own app. Vipps recommends {@link WebRedirect}, which does the same on a phone. */
    record NativeRedirect(Optional<ReturnUrl> returnUrl) implements Flow {
        public NativeRedirect {
            Objects.requireNonNull(returnUrl, "returnUrl");
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

    /** Whether a payment by this flow may live longer than ten minutes. */
    default boolean mayLiveLong() {
        return this instanceof PushMessage || this instanceof Qr;
    }

    /** Whether it is paid from the app's wallet. */
    default boolean paysFromWallet() {
        return !(this instanceof CardRedirect);
    }
}
