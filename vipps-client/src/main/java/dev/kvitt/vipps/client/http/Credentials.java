package dev.kvitt.vipps.client.http;

import java.net.http.HttpRequest;

/** One set of credentials: how a token is asked for with them, and what a call carries under that token. */
interface Credentials {
    /** The request for a token, as logs name it. */
    Call tokenCall();

    /** The request for a token. */
    HttpRequest tokenRequest();

    /** A call with the headers Vipps wants. */
    HttpRequest request(Call call, AccessToken token);
}
