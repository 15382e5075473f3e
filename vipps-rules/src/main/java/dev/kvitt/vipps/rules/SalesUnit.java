package dev.kvitt.vipps.rules;

/**
 * What Vipps has agreed with one sales unit.
 *
 * @param pushAllowed may use PUSH_MESSAGE; otherwise 5080
 * @param partialCaptureAllowed may capture less than was reserved; otherwise 6140
 * @param longLivingAllowed may send {@code expiresAt}; otherwise 5050
 */
public record SalesUnit(
        Msn msn, Market market, boolean pushAllowed, boolean partialCaptureAllowed, boolean longLivingAllowed) {}
