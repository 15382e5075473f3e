package dev.kvitt.sandbox.generated;

/** Good requests to one API, without end. */
interface ApiRequests {

    RawRequest next(Chance chance, Keys keys);
}
