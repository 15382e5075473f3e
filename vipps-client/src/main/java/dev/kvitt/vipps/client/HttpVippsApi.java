package dev.kvitt.vipps.client;

import dev.kvitt.vipps.client.epayment.EPayment;
import dev.kvitt.vipps.client.epayment.ForceApproval;
import dev.kvitt.vipps.client.epayment.HttpEPayment;
import dev.kvitt.vipps.client.epayment.HttpForceApproval;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.orders.Categories;
import dev.kvitt.vipps.client.orders.HttpCategories;
import dev.kvitt.vipps.client.orders.HttpImages;
import dev.kvitt.vipps.client.orders.HttpOrders;
import dev.kvitt.vipps.client.orders.Images;
import dev.kvitt.vipps.client.orders.Orders;
import dev.kvitt.vipps.client.qr.CustomerExchange;
import dev.kvitt.vipps.client.qr.HttpCustomerExchange;
import dev.kvitt.vipps.client.qr.HttpOneTimeQr;
import dev.kvitt.vipps.client.qr.HttpQr;
import dev.kvitt.vipps.client.qr.HttpRedirectQr;
import dev.kvitt.vipps.client.qr.OneTimeQr;
import dev.kvitt.vipps.client.qr.Qr;
import dev.kvitt.vipps.client.qr.RedirectQr;
import dev.kvitt.vipps.client.report.HttpReport;
import dev.kvitt.vipps.client.report.Report;
import dev.kvitt.vipps.client.userinfo.HttpUserinfo;
import dev.kvitt.vipps.client.userinfo.SubscriptionKeyUse;
import dev.kvitt.vipps.client.userinfo.Userinfo;
import dev.kvitt.vipps.client.webhooks.HttpWebhooks;
import dev.kvitt.vipps.client.webhooks.Webhooks;
import java.util.Optional;

/** The APIs over HTTP. */
record HttpVippsApi(
        MerchantSerialNumber msn,
        EPayment epayment,
        Optional<ForceApproval> forceApproval,
        Webhooks webhooks,
        Qr qr,
        RedirectQr redirectQr,
        OneTimeQr oneTimeQr,
        CustomerExchange customerExchange,
        Orders orders,
        Categories categories,
        Images images,
        Report report,
        Calls calls)
        implements VippsApi {

    HttpVippsApi(VippsEnvironment environment, MerchantSerialNumber msn, Calls calls) {
        this(
                msn,
                new HttpEPayment(calls),
                environment.isProduction() ? Optional.empty() : Optional.of(new HttpForceApproval(environment, calls)),
                new HttpWebhooks(calls),
                new HttpQr(calls),
                new HttpRedirectQr(calls),
                new HttpOneTimeQr(calls),
                new HttpCustomerExchange(calls),
                new HttpOrders(calls),
                new HttpCategories(calls),
                new HttpImages(calls),
                new HttpReport(calls),
                calls);
    }

    @Override
    public Userinfo userinfo() {
        return userinfo(SubscriptionKeyUse.OMITTED);
    }

    @Override
    public Userinfo userinfo(SubscriptionKeyUse key) {
        return new HttpUserinfo(calls, key);
    }
}
