package dev.kvitt.sandbox.generated;

import java.util.UUID;

/** Userinfo: mostly for people nobody knows. */
final class UserinfoRequests implements ApiRequests {

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        String sub = chance.oneOf(new UUID(chance.anyLong(), chance.anyLong()).toString(), "sub", "1", "4712345678");
        return RawRequest.of("GET", "/vipps-userinfo-api/userinfo/" + sub, keys.headers(), null);
    }
}
