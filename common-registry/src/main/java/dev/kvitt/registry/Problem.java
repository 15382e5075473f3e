package dev.kvitt.registry;

/**
 * Something that is wrong in the file.
 *
 * @param line counted from 1, or 0 for the file as a whole
 * @param pointer RFC 6901, empty for the whole document
 */
record Problem(int line, String pointer, String sentence) {

    static Problem ofFile(String sentence) {
        return new Problem(0, "", sentence);
    }

    @Override
    public String toString() {
        var place = line == 0 ? "" : "line " + line + (pointer.isEmpty() ? "" : ", " + pointer) + ": ";
        return place + sentence;
    }
}
