package dev.kvitt.topics;

/**
 * What was found about a topic.
 *
 * @param prevents whether Kvitt cannot work with the topic as it is
 */
record Finding(boolean prevents, String text) {

    static Finding note(String text) {
        return new Finding(false, text);
    }

    static Finding problem(String text) {
        return new Finding(true, text);
    }
}
