package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryProblemsTest {

    @TempDir
    Path folder;

    private RegistryFiles files;

    @BeforeEach
    void exampleFolder() throws IOException {
        files = new RegistryFiles(folder);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    installation: example-production | installation: X | line 2, /installation: must be a name of 2 to 40
                    msn: "123456" | msn: 123456 | line 7, /merchants/0/salesUnits/0/msn: must be the merchant serial number: a text of 4 to 7 digits, in quotes
                    msn: "123456" | msn: "12345678" | must be the merchant serial number
                    msn: "123456" | nsm: "123456" | line 7, /merchants/0/salesUnits/0/nsm: no such field is known here
                    msn: "123456" | nsm: "123456" | line 7, /merchants/0/salesUnits/0: the field msn is missing; add it
                    market: NO | market: SE | line 9, /merchants/0/salesUnits/0/market: must be NO (currency NOK), DK (DKK) or FI (EUR)
                    market: NO | market: | must be NO (currency NOK), DK (DKK) or FI (EUR)
                    customerTokenFlow: PUSH_MESSAGE | customerTokenFlow: QR | must be how a customer who scanned
                    kind: vending-machine | kind: robot | must be till, vending-machine or taxi
                    flow: vending | flow: barter | /shops/0/tills/0/flow: must be vending (a scan opens the sale), till (the till does) or page
                    description: Vending machine purchase | description: Ve | must be a text of 3 to 100 characters
                    maxAmount: 5000 | maxAmount: 50.00 | must be a whole number of minor units
                    maxAmount: 5000 | maxAmount: "5000" | must be a whole number of minor units
                    maxAmount: 5000 | maxAmount: -1 | must be a whole number of minor units
                    maxAmount: 5000 | maxAmount: 65000001 | must be a whole number of minor units
                    maxAmount: 5000 | maxAmount: 99 | line 23, /merchants/0/salesUnits/0/shops/0/tills/0/maxAmount: must be at least 100, the least payment in NO
                    maxAmount: 5000 | enabled: true | /shops/0/tills/0: the field maxAmount is missing; add it: a scan reserves that much here
                    captureOn: confirmation | captureOn: sometime | must be when money is taken where the till does not say
                    captureDays: 30 | captureDays: 181 | must be a whole number of days from 1 to 180
                    partialCapture: false | partialCapture: never | must be true or false
                    maxAmount: 20000 | maxAmount: 65000001 | the most that one sale may come to
                    personalQr: exchange | personalQr: parse | must be what is done with a code that a customer shows
                    selectSeconds: 90 | selectSeconds: 0 | must be a whole number of seconds from 1 to 600
                    selectSeconds: 90 | selectSeconds: 601 | must be a whole number of seconds from 1 to 600
                    location: Oslo S, track 3 | location: Oslo S, the very last track on the left side | must be a text of 1 to 36 characters
                    id: machine-1-qr | id: machine/1 | /qr/id: must be the merchantQrId
                    enabled: false | enabled: maybe | must be true or false
                    id: machine-2-qr | id: machine-1-qr | every QR id of this sales unit must be unique; this one stands at /merchants/0/salesUnits/0/shops/0/tills/0/qr/id too
                    id: machine-3 | id: machine-1 | every till id of this sales unit must be unique
                    id: bergen | id: oslo-s | every shop id of this sales unit must be unique
                    msn: "654321" | msn: "123456" | every merchant serial number must be unique
                    clientId: env:BRUS_CLIENT_ID | clientId: env:NOT_SET | line 11, /merchants/0/salesUnits/0/keys/clientId: the environment variable NOT_SET is not set
                    clientSecret: file:secrets/brus-client-secret | clientSecret: file:secrets/none | /keys/clientSecret: the file secrets/none cannot be read
                    """)
    void oneWrongThingIsToldWithItsPlaceAndWhatToDo(String text, String replacement, String sentence)
            throws IOException {
        assertThat(files.refusedWhen(text, replacement)).hasMessageContaining(sentence);
    }

    @Test
    void aPageIsFoundByItsCodeSoThereMustBeOne() throws IOException {
        var withoutCode =
                "kind: till\n                flow: page\n                description: Taxi\n              - id: other\n"
                        + "                kind: till\n                flow: till";

        assertThat(files.refusedWhen("kind: till\n                flow: till", withoutCode))
                .hasMessageContaining("/tills/1: the field qr is missing; add it: the page is found by that code");
    }

    @Test
    void whereCodesMayBeMadeOverHttpAPageMayWaitForItsOwn() throws IOException {
        assertThat(files.loadedWhen("        shops:\n", taxi("true"))
                        .till(new Msn("123456"), "taxi-9")
                        .orElseThrow()
                        .till()
                        .qr())
                .isEmpty();
        assertThat(files.refusedWhen("        shops:\n", taxi("false")))
                .hasMessageContaining("or set codesByApi: true of the sales unit, and make one over HTTP");
    }

    private static String taxi(String codesByApi) {
        return "        codesByApi: " + codesByApi
                + "\n        shops:\n          - id: taxis\n            name: Taxis\n"
                + "            tills:\n              - {id: taxi-9, kind: taxi, flow: page, description: Taxi}\n";
    }

    @Test
    void twoMerchantsOfOneIdAreRefused() throws IOException {
        var second = "merchants:\n  - {id: brus, name: Other, salesUnits: []}";

        assertThat(files.refusedWhen("merchants:", second)).hasMessageContaining("every merchant id must be unique");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() throws IOException {
        var refusal = files.refused(
                """
                installation: Wrong Name
                merchants:
                  - id: brus
                    name: Brus
                    salesUnits:
                      - msn: "1"
                        name: One
                        market: NO
                        keys: {clientId: env:NOT_SET, clientSecret: env:NOT_SET_EITHER, subscriptionKey: env:BRUS_CLIENT_ID}
                        shops:
                          - id: shop
                            name: Shop
                            tills:
                              - {id: a, kind: till, flow: vending, description: Kiosk, maxAmount: 1}
                              - {id: a, kind: till, flow: vending, description: Kiosk, maxAmount: 100}
                """);

        assertThat(refusal.problems()).hasSize(6).isSortedAccordingTo((one, other) -> line(one) - line(other));
        assertThat(refusal).hasMessageContaining(folder.resolve("registry.yaml").toString());
    }

    private static int line(String problem) {
        return Integer.parseInt(problem.substring("line ".length(), problem.indexOf(',')));
    }
}
