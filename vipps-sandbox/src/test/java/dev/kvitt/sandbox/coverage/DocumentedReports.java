package dev.kvitt.sandbox.coverage;

/** Ledgers and their rows. */
final class DocumentedReports {

    private DocumentedReports() {}

    static void tell(Documented documented) {
        documented
                .about(ApiOperation.LIST_LEDGERS)
                .statuses(200, 400, 401, 500)
                .rules(
                        "merchants' and accounting keys",
                        "only ledgers the keys may read",
                        "by point of sale",
                        "page by page",
                        "several sales units on one ledger",
                        "handles in either form");
        documented
                .about(ApiOperation.REPORT_DATE)
                .statuses(200, 400, 401, 404, 500)
                .rules(
                        "at most 1000 rows a page",
                        "an open date is not complete, or not there",
                        "a payout is the last row of its date",
                        "net retains fees, gross does not",
                        "a late row is on a later date");
        documented
                .about(ApiOperation.REPORT_FEED)
                .statuses(200, 400, 401, 404, 500)
                .rules(
                        "pspReference is the event's",
                        "fees carry the capture's pspReference",
                        "several fees of one capture",
                        "at its end the cursor stays",
                        "rows trail their events",
                        "corrections, disputes and new types are rows",
                        "either name of a payout",
                        "what was done in the portal is there, too");
    }
}
