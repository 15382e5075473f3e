package dev.kvitt.registry;

/** A reference leads to no usable secret. The text holds the reference only. */
final class UnresolvedSecretException extends Exception {

    UnresolvedSecretException(String sentence) {
        super(sentence);
    }
}
