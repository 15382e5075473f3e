package dev.kvitt.vipps.rules.webhook;

/** What checking one webhook against one secret found. Only {@link Genuine} may be believed. */
public sealed interface SignatureVerdict {

    /** Body, date, host and path are what the holder of the secret signed. */
    record Genuine() implements SignatureVerdict {}

    /**
     * A header that carries the signature is absent or empty.
     *
     * @param header its name
     */
    record MissingHeader(String header) implements SignatureVerdict {}

    /** The body is not the one that {@code x-ms-content-sha256} names: changed, cut, or re-encoded on the way. */
    record ContentHashMismatch() implements SignatureVerdict {}

    /** {@code Authorization} does not have the one form Vipps uses. */
    record MalformedAuthorization() implements SignatureVerdict {}

    /** Another secret, date, host or path was signed. With several registrations on one URL, try the next secret. */
    record SignatureMismatch() implements SignatureVerdict {}

    /** Whether the webhook may be believed. */
    default boolean genuine() {
        return this instanceof Genuine;
    }
}
