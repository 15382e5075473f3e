package dev.kvitt.sandbox.webhooks;

import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import java.util.List;

/**
 * What one attempt sends.
 *
 * @param faults ids of the faults that spoiled it
 */
record SignedAttempt(SignatureHeaders signature, byte[] body, List<String> faults) {}
