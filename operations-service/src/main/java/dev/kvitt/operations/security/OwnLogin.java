package dev.kvitt.operations.security;

import jakarta.inject.Singleton;

/** Whether the console has a login of its own. Who comes from an issuer logs out there: here, nothing would end. */
@Singleton
public class OwnLogin {

    private final Users users;

    OwnLogin(Users users) {
        this.users = users;
    }

    public boolean isOwn() {
        return users.wanted();
    }
}
