package dev.kvitt.vipps.client.qr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.time.Instant;

/** Exchanges over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#customerExchange()}. */
public final class HttpCustomerExchange implements CustomerExchange {
    private static final String EXCHANGE = "/qr/v1/exchange";
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    private final Calls calls;

    public HttpCustomerExchange(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<ExchangedCustomer> exchange(Customer.PersonalQr shown) {
        return exchange(EXCHANGE, Json.object().put("qrCode", shown.content()));
    }

    @Override
    public Outcome<ExchangedCustomer> exchange(Customer.CustomerToken checkedIn) {
        ObjectNode body = Json.object();
        body.putObject("customer").put("customerToken", checkedIn.value());
        return exchange(EXCHANGE + "/customer", body);
    }

    /** The number is all that can be asked for so far. */
    private Outcome<ExchangedCustomer> exchange(String path, ObjectNode body) {
        body.putArray("requestedData").add("MSISDN");
        return calls.make(Call.post(path).body(body), AnswerReader.json(HttpCustomerExchange::customer));
    }

    private static ExchangedCustomer customer(JsonAnswer answer) {
        return new ExchangedCustomer(
                new Customer.PhoneNumber(answer.text("msisdn")),
                answer.optionalInteger("timestamp").stream()
                        .filter(seconds -> seconds > 0 && seconds <= LAST_SECOND)
                        .mapToObj(Instant::ofEpochSecond)
                        .findFirst(),
                answer.anyText("version"));
    }
}
