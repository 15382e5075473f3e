package dev.kvitt.registry;

/** Reading cannot go on from here. */
final class UnreadableYamlException extends Exception {

    private final int line;

    UnreadableYamlException(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    Problem problem() {
        return new Problem(line, "", getMessage());
    }
}
