package dev.kvitt.checkin.domain;

import java.util.UUID;

/**
 * What is known of a scan at a till's code.
 *
 * @param scan kept until the code has it; afterwards nobody else needs the customer's token
 * @param sameAsScan an earlier scan of the same customer, until the code knows
 * @param sameAsSale a sale that has the same customer, until the code knows
 */
public record TillScan(PrintedCode code, UUID checkInId, Scan scan, UUID sameAsScan, String sameAsSale) {

    public static TillScan arrived(PrintedCode code, Scan scan) {
        return new TillScan(code, scan.checkInId(), scan, null, null);
    }

    public TillScan same(UUID asScan, String asSale) {
        return new TillScan(code, checkInId, scan, asScan, asSale);
    }

    public TillScan toldNow() {
        return new TillScan(code, checkInId, null, null, null);
    }

    public boolean told() {
        return scan == null && sameAsScan == null && sameAsSale == null;
    }

    /** What the code has to know of it. */
    public TillCode tell(TillCode known) {
        var with = scan == null ? known : known.scanned(scan);
        if (sameAsScan != null) {
            return with.sameCustomer(sameAsScan, checkInId);
        }
        return sameAsSale == null ? with : with.sameCustomer(sameAsSale, checkInId);
    }
}
