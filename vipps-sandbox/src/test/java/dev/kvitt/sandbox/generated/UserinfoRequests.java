package dev.kvitt.sandbox.generated;

import java.util.UUID;

/**
 * Userinfo: of one customer who shares a profile, and of people nobody knows.
 *
 * @param known sub of the one
 */
record UserinfoRequests(String known) implements ApiRequests {

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        String sub =
                chance.oneOf(known, new UUID(chance.anyLong(), chance.anyLong()).toString(), "sub", "1", "4712345678");
        return RawRequest.of("GET", "/vipps-userinfo-api/userinfo/" + sub, keys.headers(), null);
    }
}
