package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.orders.CategoryBody;
import dev.kvitt.vipps.rules.orders.CategoryType;
import dev.kvitt.vipps.rules.orders.ImageHeader;
import dev.kvitt.vipps.rules.orders.PaymentType;
import dev.kvitt.vipps.rules.receipt.Receipt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one sales unit has told about its orders. Bodies come checked: see {@link
 * dev.kvitt.vipps.rules.orders.CategoryRule} and {@link dev.kvitt.vipps.rules.receipt.ReceiptRule}. Safe for many threads.
 */
public final class OrderDesk {

    private final Surroundings surroundings;
    private final ReceiptBook receipts;
    private final CategoryBook categories;
    private final ImageBook images;

    OrderDesk(Msn msn, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.receipts = new ReceiptBook(msn, surroundings.state());
        this.categories = new CategoryBook(msn, surroundings.state());
        this.images = new ImageBook(msn, surroundings.state());
    }

    // Receipts

    /** @return the receipt, or empty if the order already has one */
    public Optional<StoredReceipt> post(OrderKey order, Receipt receipt) {
        return add(order, receipt, StoredReceipt.Source.ORDER_MANAGEMENT);
    }

    /** A receipt sent along with a payment; ignored if the order already has one. */
    void sentWithPayment(OrderKey order, Receipt receipt) {
        add(order, receipt, StoredReceipt.Source.CREATE);
    }

    public Optional<StoredReceipt> receipt(OrderKey order) {
        return receipts.find(order);
    }

    public List<StoredReceipt> receipts() {
        return receipts.all();
    }

    // Categories

    public StoredCategory add(CategoryBody body) {
        PaymentType paymentType = PaymentType.of(body.paymentType()).orElseThrow();
        OrderKey order = new OrderKey(paymentType, body.orderId());
        StoredCategory category = category(order, body.type(), body.url(), body.imageId(), false);
        categories.add(category);
        return category;
    }

    /** The order's one category of the second version of the API: the last one wins. */
    public StoredCategory put(OrderKey order, CategoryBody.OfOrder body) {
        return categories.replace(category(order, body.category(), body.orderDetailsUrl(), body.imageId(), true));
    }

    public Optional<StoredCategory> category(UUID id) {
        return categories.find(id);
    }

    /** The latest, which is the one the app shows. */
    public Optional<StoredCategory> shownCategory(OrderKey order) {
        return categories.ofOrder(order).reversed().stream().findFirst();
    }

    /** Of all payment types; the latest of each last. */
    public List<StoredCategory> categoriesOf(String orderId) {
        return Arrays.stream(PaymentType.values())
                .flatMap(type -> categories.ofOrder(new OrderKey(type, orderId)).stream())
                .toList();
    }

    public List<StoredCategory> categories() {
        return categories.all();
    }

    public boolean removeCategory(UUID id) {
        return categories.remove(id);
    }

    // Images

    /** @return whether its id was free */
    public boolean addImage(String imageId, ImageHeader header) {
        return images.add(new StoredImage(imageId, header));
    }

    public boolean hasImage(String imageId) {
        return images.contains(imageId);
    }

    public List<StoredImage> images() {
        return images.all();
    }

    /** All but images go with a payment that is not kept any longer. */
    void drop(OrderKey order) {
        receipts.drop(order);
        categories.drop(order);
    }

    private Optional<StoredReceipt> add(OrderKey order, Receipt receipt, StoredReceipt.Source source) {
        StoredReceipt stored = new StoredReceipt(
                surroundings.ids().uuid(), order, source, surroundings.clock().now(), receipt);
        return receipts.add(stored) ? Optional.of(stored) : Optional.empty();
    }

    private StoredCategory category(OrderKey order, String type, String url, String imageId, boolean replaceable) {
        return new StoredCategory(
                surroundings.ids().uuid(),
                order,
                CategoryType.of(type).orElseThrow(),
                url,
                Optional.ofNullable(imageId),
                replaceable,
                surroundings.clock().now());
    }
}
