package dev.kvitt.sandbox.domain;

/**
 * How much the sandbox keeps; see {@link SandboxConfig}.
 *
 * @param payments of all sales units together
 * @param keysPerPayment idempotency keys remembered of one payment
 */
record Limits(int payments, int keysPerPayment) {

    static Limits of(SandboxConfig config) {
        return new Limits(config.paymentsLimit(), config.keysPerPaymentLimit());
    }
}
