package dev.kvitt.vipps.client.testing;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.LinkUrl;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.Approver;
import dev.kvitt.vipps.client.epayment.CreatePayment;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.epayment.CustomerInteraction;
import dev.kvitt.vipps.client.epayment.Flow;
import dev.kvitt.vipps.client.epayment.Metadata;
import dev.kvitt.vipps.client.epayment.PaymentDescription;
import dev.kvitt.vipps.client.epayment.ReturnUrl;
import dev.kvitt.vipps.client.orders.BottomLine;
import dev.kvitt.vipps.client.orders.CategoryId;
import dev.kvitt.vipps.client.orders.CategoryType;
import dev.kvitt.vipps.client.orders.ImageFile;
import dev.kvitt.vipps.client.orders.ImageId;
import dev.kvitt.vipps.client.orders.OrderCategory;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.TaxRate;
import dev.kvitt.vipps.client.qr.BeaconId;
import dev.kvitt.vipps.client.qr.LandingPageUrl;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import dev.kvitt.vipps.client.qr.QrFormat;
import dev.kvitt.vipps.client.qr.QrLife;
import dev.kvitt.vipps.client.qr.RedirectQrId;
import dev.kvitt.vipps.client.qr.RedirectTarget;
import dev.kvitt.vipps.client.report.Cursor;
import dev.kvitt.vipps.client.report.LedgerId;
import dev.kvitt.vipps.client.report.RecipientHandle;
import dev.kvitt.vipps.client.report.Topic;
import dev.kvitt.vipps.client.userinfo.Sub;
import dev.kvitt.vipps.client.userinfo.SubscriptionKeyUse;
import dev.kvitt.vipps.client.webhooks.RegistrationId;
import dev.kvitt.vipps.client.webhooks.WebhookEventType;
import dev.kvitt.vipps.client.webhooks.WebhookUrl;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** For each type an API takes: values with everything in them that nobody may ever read in a log. */
public final class Planted {
    /** Part of every secret, token, name, street and e-mail address that is planted. */
    public static final String MARK = "PLANTED";

    public static final String SECRET = MARK + "-secret-value";
    public static final String PHONE = "4798765432";
    public static final UUID UUID_OF_ALL = UUID.fromString("880f5088-7708-4a5a-87d9-31e83aacc035");

    private static final Map<String, List<?>> VALUES = new HashMap<>();

    static {
        put(Reference.class, Samples.REFERENCE);
        put(Amount.class, Samples.nok(3000));
        put(IdempotencyKey.class, Samples.KEY);
        put(boolean.class, false);
        put(CreatePayment.class, payments().toArray());
        put(Approver.class, approvers().toArray());
        put(WebhookUrl.class, new WebhookUrl("https://kvitt.example/hook"));
        VALUES.put(
                "java.util.Set<" + WebhookEventType.class.getName() + ">",
                List.of(Set.of(WebhookEventType.USER_CHECKED_IN)));
        put(RegistrationId.class, new RegistrationId(UUID_OF_ALL.toString()));
        put(MerchantQrId.class, new MerchantQrId("vending-1"));
        put(BeaconId.class, new BeaconId("beacon-1"));
        put(LocationDescription.class, new LocationDescription("Kasse 1"));
        put(QrFormat.Image.class, new QrFormat.Svg(), new QrFormat.Png(500));
        put(QrFormat.class, new QrFormat.TargetUrl());
        put(QrLife.class, new QrLife.Endless());
        put(RedirectQrId.class, new RedirectQrId("an-id"));
        put(RedirectTarget.class, new RedirectTarget("https://kvitt.example/p"));
        put(LandingPageUrl.class, new LandingPageUrl("https://landing.example/?token=" + SECRET));
        put(Customer.PersonalQr.class, new Customer.PersonalQr("https://qr.vipps.no/28/2/01/031/" + PHONE));
        put(Customer.CustomerToken.class, new Customer.CustomerToken(SECRET));
        put(Receipt.class, receipt());
        put(OrderCategory.class, category());
        put(CategoryId.class, new CategoryId(UUID_OF_ALL));
        put(ImageId.class, new ImageId("logo-1"));
        put(ImageFile.class, ImageFile.of(png()));
        put(Sub.class, new Sub(SECRET));
        put(LedgerId.class, new LedgerId("302321"));
        put(RecipientHandle.class, new RecipientHandle("api:123456"));
        put(Cursor.class, new Cursor("a-cursor"));
        VALUES.put("java.util.Optional<" + Cursor.class.getName() + ">", List.of(Optional.of(new Cursor("a-cursor"))));
        put(SubscriptionKeyUse.class, SubscriptionKeyUse.SENT);
        put(Topic.class, Topic.FUNDS);
        put(LocalDate.class, LocalDate.of(2026, 11, 20));
    }

    private Planted() {}

    /** Values of a parameter's type; fails for a type nobody has planted anything in. */
    public static List<?> of(Type type) {
        List<?> values = VALUES.get(type.getTypeName());
        if (values == null) {
            throw new AssertionError("an API takes " + type.getTypeName() + ": add a value with planted secrets here");
        }
        return values;
    }

    private static void put(Class<?> type, Object... values) {
        VALUES.put(type.getTypeName(), List.of(values));
    }

    private static List<CreatePayment> payments() {
        Stream<Flow> flows = Stream.of(
                new Flow.WebRedirect(
                        new ReturnUrl("https://kvitt.example/return/" + SECRET),
                        Optional.of(new Customer.CustomerToken(SECRET))),
                new Flow.PushMessage(new Customer.PersonalQr(SECRET)),
                new Flow.PushMessage(new Customer.PhoneNumber(PHONE)));
        return flows.map(flow -> CreatePayment.of(
                                Samples.REFERENCE,
                                Samples.nok(5000),
                                flow,
                                new PaymentDescription("Vending"),
                                CustomerInteraction.CUSTOMER_PRESENT)
                        .with(Metadata.of(Map.of("sale", SECRET))))
                .toList();
    }

    private static List<Approver> approvers() {
        return List.of(new Approver.TestUser(new Customer.PhoneNumber(PHONE)), new Approver.LandingPage(SECRET));
    }

    private static Receipt receipt() {
        return new Receipt(List.of(line()), BottomLine.of(Currency.NOK).withPosId("vending-4711"));
    }

    private static OrderLine line() {
        return OrderLine.of(
                "fanta-05", "Fanta", Samples.nok(3000), Samples.nok(2400), Samples.nok(600), new TaxRate(2500));
    }

    private static OrderCategory category() {
        return new OrderCategory(
                CategoryType.RECEIPT, new LinkUrl("https://kvitt.example/r/" + SECRET), Optional.empty());
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
