package dev.kvitt.sandbox.generated;

/** Ledgers, their dates and feeds, with cursors good and bad. */
final class ReportRequests implements ApiRequests {

    private static final String GOOD_CURSOR = "MzAxMjM0NTYvZnVuZHMjMA==";

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        return RawRequest.of("GET", path(chance) + query(chance), keys.headers(), null);
    }

    private static String path(Chance chance) {
        String ledger = chance.oneOf("30123456", "30123456", "30123456", "302321", "123456", "%20", "..%2f");
        String topic = chance.oneOf("funds", "funds", "fees", "FUNDS", "tips");
        String date = chance.oneOf(
                "2026-11-21", "2026-13-45", "2026-1-1", "+999999999-12-31", "-0001-01-01", "9999-12-31", "today");
        return switch (chance.below(4)) {
            case 0 -> "/settlement/v1/ledgers";
            case 1 -> "/report/v2/ledgers/" + ledger + "/" + topic + "/feed";
            case 2 -> "/report/v2/ledgers/" + ledger + "/" + topic;
            default -> "/report/v2/ledgers/" + ledger + "/" + topic + "/dates/" + date;
        };
    }

    private static String query(Chance chance) {
        return chance.oneOf(
                "",
                "",
                "?cursor=",
                "?cursor=" + GOOD_CURSOR,
                "?cursor=IzA=",
                "?cursor=Iy05",
                "?cursor=IzkyMjMzNzIwMzY4NTQ3NzU4MDc=",
                "?cursor=%00",
                "?cursor=a&cursor=b",
                "?settlesForRecipientHandles=api:123456",
                "?settlesForRecipientHandles=" + "x".repeat(1000),
                "?surprise=1");
    }
}
