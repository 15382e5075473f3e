package dev.kvitt.vipps.client.userinfo;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;

/** The Userinfo API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#userinfo()}. */
public final class HttpUserinfo implements Userinfo {
    private final Calls calls;
    private final SubscriptionKeyUse key;

    public HttpUserinfo(Calls calls, SubscriptionKeyUse key) {
        this.calls = calls;
        this.key = key;
    }

    @Override
    public Outcome<UserProfile> get(Sub sub) {
        Call call = Call.get("/vipps-userinfo-api/userinfo/{sub}", sub.value());
        return calls.make(
                key == SubscriptionKeyUse.SENT ? call : call.withoutSubscriptionKey(),
                AnswerReader.json(json -> ProfileReader.read(json, sub)));
    }
}
