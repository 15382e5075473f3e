package dev.kvitt.vipps.client.userinfo;

import dev.kvitt.vipps.client.Outcome;

/**
 * What a customer agreed to share with a payment (Userinfo API). For most purchases the payment's own {@code userDetails} are enough.
 */
public interface Userinfo {
    /**
     * The customer's profile as it is now (200), for 168 hours after the consent, also where it was withdrawn since. After that, Vipps gives
     * an error or {@code [Expired]} in place of the values, which are left out here.
     *
     * <p>Refused with 400, 401 and 403 (keys, or those of another sales unit), 404 (nobody of that id here, or too late).
     */
    Outcome<UserProfile> get(Sub sub);
}
