package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsError;

/** What became of a call under one set of credentials. */
sealed interface Attempt {
    /** Whether Vipps judged the credentials and not the operation: it was never looked at and may be sent again under its key. */
    boolean isUnauthorized();

    /** What is known where this is the repeat of an attempt that was answered 401. */
    default Attempt after(Attempt unauthorized) {
        return this;
    }

    /** There was a token, so the call was tried. */
    record Tried(Transmission result) implements Attempt {
        @Override
        public boolean isUnauthorized() {
            return result instanceof Transmission.Answered answer && answer.status() == 401;
        }
    }

    /** There was no token, so there was no call. */
    record WithoutToken(TokenResult why) implements Attempt {
        @Override
        public boolean isUnauthorized() {
            return why instanceof TokenResult.Denied denied && denied.error().status() == 401;
        }
    }

    /** There was no time to try. */
    record Late(VippsError why) implements Attempt {
        @Override
        public boolean isUnauthorized() {
            return false;
        }

        /** Vipps has had the earlier request, which counts towards its limits, and what it said of the keys stands. */
        @Override
        public Attempt after(Attempt unauthorized) {
            return unauthorized;
        }
    }
}
