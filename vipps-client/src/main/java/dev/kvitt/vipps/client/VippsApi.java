package dev.kvitt.vipps.client;

import dev.kvitt.vipps.client.epayment.EPayment;
import dev.kvitt.vipps.client.epayment.ForceApproval;
import dev.kvitt.vipps.client.orders.Categories;
import dev.kvitt.vipps.client.orders.Images;
import dev.kvitt.vipps.client.orders.Orders;
import dev.kvitt.vipps.client.qr.CustomerExchange;
import dev.kvitt.vipps.client.qr.OneTimeQr;
import dev.kvitt.vipps.client.qr.Qr;
import dev.kvitt.vipps.client.qr.RedirectQr;
import dev.kvitt.vipps.client.report.Report;
import dev.kvitt.vipps.client.userinfo.SubscriptionKeyUse;
import dev.kvitt.vipps.client.userinfo.Userinfo;
import dev.kvitt.vipps.client.webhooks.Webhooks;
import java.util.Optional;

/** The APIs of one sales unit. Thread-safe; calls block. */
public interface VippsApi {
    /** The sales unit. */
    MerchantSerialNumber msn();

    /** Payments: create, read, capture, cancel, refund. */
    EPayment epayment();

    /** Approval without a phone; empty in production. */
    Optional<ForceApproval> forceApproval();

    /** Registrations of webhooks. */
    Webhooks webhooks();

    /** Printed codes that tell us who is there. */
    Qr qr();

    /** Printed codes that open a page. */
    RedirectQr redirectQr();

    /** One-time codes for payments of Vipps' other payment APIs. */
    OneTimeQr oneTimeQr();

    /** Phone numbers of customers who showed or scanned a code. */
    CustomerExchange customerExchange();

    /** Receipts in the customer's app, and a link with each. */
    Orders orders();

    /** More links on orders. */
    Categories categories();

    /** Images for links. */
    Images images();

    /** What customers agreed to share; without the subscription key. */
    Userinfo userinfo();

    /** The same, with or without the subscription key. */
    Userinfo userinfo(SubscriptionKeyUse key);

    /** What happened to the money of this sales unit, for accounting. */
    Report report();
}
