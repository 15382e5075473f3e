package dev.kvitt.payment.api;

/** What a person reads, in each language. */
record Sentence(String english, String norwegian, String danish, String finnish) {

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case NB -> norwegian;
            case DA -> danish;
            case FI -> finnish;
        };
    }
}
