package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.Outcome;

/** Makes calls with one owner's keys: a sales unit's, or an accounting system's. */
public interface Calls {
    /** Makes a call. Never throws for anything Vipps or the network does. */
    <T> Outcome<T> make(Call call, AnswerReader<T> reader);
}
