package dev.kvitt.gateway.api;

/** What Vipps, or whoever it is, gets to hear. Never a body: nothing is to be learned from it. */
enum Answer {
    /** Kafka has it. */
    TAKEN(200),
    /** Not believed: unknown token, bad signature, or another sales unit's. All the same to the outside. */
    REFUSED(401),
    /** Genuine perhaps, but it could not be made safe; Vipps repeats it for 7 days. */
    LATER(503);

    private final int status;

    Answer(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
