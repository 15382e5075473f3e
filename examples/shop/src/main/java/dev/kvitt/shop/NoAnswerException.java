package dev.kvitt.shop;

import java.io.IOException;

/** Kvitt answered, and not what was asked: nothing is known about any sale. The message is for people. */
final class NoAnswerException extends IOException {

    NoAnswerException(String why) {
        super(why);
    }
}
