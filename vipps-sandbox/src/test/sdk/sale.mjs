// A merchant's software built on Vipps' own SDK, run against the sandbox: node sale.mjs <address of the sandbox>
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Client } from "@vippsmobilepay/sdk";
import { redirectTo } from "./sandbox.mjs";

redirectTo(process.argv[2]);

const keys = {
  merchantSerialNumber: "123456",
  subscriptionKey: "demo-subscription-key",
  useTestMode: true,
  retryRequests: false,
};
const client = Client({ ...keys, systemName: "sdk-test", systemVersion: "1", pluginName: "till", pluginVersion: "1" });
const nok = (value) => ({ modificationAmount: { currency: "NOK", value } });
let steps = 0;

function shown(step, detail) {
  steps++;
  console.log(`${step}: ${detail}`);
}

function data(answer) {
  assert.equal(answer.ok, true, `refused: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

function error(answer) {
  assert.equal(answer.ok, false, `accepted: ${JSON.stringify(answer.data)}`);
  return answer.error;
}

function sums(payment) {
  const { authorizedAmount, capturedAmount, cancelledAmount, refundedAmount } = payment.aggregate;
  return [authorizedAmount, capturedAmount, cancelledAmount, refundedAmount].map((sum) => sum.value);
}

function code(problem) {
  return problem.extraDetails?.find((detail) => detail.name === "ErrorCode")?.reason;
}

const token = data(await client.auth.getToken("demo-client-id", "demo-client-secret")).access_token;
shown("token", `${token.length} characters`);

const reference = `sdk-${randomUUID()}`;
const created = data(await client.payment.create(token, {
  amount: { currency: "NOK", value: 5000 },
  paymentMethod: { type: "WALLET" },
  customer: { phoneNumber: "4712345678" },
  reference,
  userFlow: "WEB_REDIRECT",
  returnUrl: "https://shop.example/return",
  paymentDescription: "Fanta",
}));
assert.equal(created.reference, reference);
assert.ok(URL.canParse(created.redirectUrl));
shown("create", "has a redirectUrl");

const early = error(await client.payment.capture(token, reference, nok(100)));
assert.equal(code(early), "6080");
shown("capture before approval", `error ${code(early)}, ${early.title}`);

data(await client.payment.forceApprove(token, reference, { customer: { phoneNumber: "4712345678" } }));
assert.equal(data(await client.payment.info(token, reference)).state, "AUTHORIZED");
shown("force approve", "AUTHORIZED");

const tooHigh = error(await client.payment.capture(token, reference, nok(5001)));
assert.equal(code(tooHigh), "6090");
shown("capture too high", `error ${code(tooHigh)}, ${tooHigh.title}`);

const captured = data(await client.payment.capture(token, reference, nok(3000)));
assert.deepEqual(sums(captured), [5000, 3000, 0, 0]);
shown("partial capture", sums(captured));

const cancelled = data(await client.payment.cancel(token, reference));
assert.deepEqual(sums(cancelled), [5000, 3000, 2000, 0]);
shown("cancel the rest", sums(cancelled));

const refunded = data(await client.payment.refund(token, reference, nok(1000)));
assert.deepEqual(sums(refunded), [5000, 3000, 2000, 1000]);
shown("refund", sums(refunded));

const names = data(await client.payment.history(token, reference)).map((event) => event.name);
assert.deepEqual(names, ["CREATED", "AUTHORIZED", "CAPTURED", "CANCELLED", "REFUNDED"]);
shown("history", names);

const hook = data(await client.webhook.register(token, {
  url: "https://shop.example/sdk",
  events: ["epayments.payment.captured.v1"],
}));
assert.ok(hook.id && hook.secret);
shown("webhook register", "has id and secret");
assert.ok(data(await client.webhook.list(token)).webhooks.some((one) => one.id === hook.id));
shown("webhook list", "names it");
data(await client.webhook.delete(token, hook.id));
assert.ok(data(await client.webhook.list(token)).webhooks.every((one) => one.id !== hook.id));
shown("webhook delete", "it is gone");

const unknownEvent = error(await client.webhook.register(token, { url: "https://shop.example/sdk", events: ["paid"] }));
assert.equal(unknownEvent.status, 400);
shown("webhook for an unknown event", `error ${unknownEvent.status}, ${unknownEvent.extraDetails[0].reason}`);

const unknown = error(await client.payment.info(token, "never-created"));
assert.equal(code(unknown), "5090");
shown("unknown reference", `error ${code(unknown)}, ${unknown.title}`);

const stranger = Client({ ...keys, subscriptionKey: "wrong" });
const wrongKey = error(await stranger.payment.info(token, reference));
assert.equal(wrongKey.statusCode, 401);
shown("wrong subscription key", `error ${wrongKey.statusCode}, ${wrongKey.message}`);
const noToken = error(await client.auth.getToken("demo-client-id", "wrong"));
shown("wrong client secret", `error, ${noToken.error ?? noToken.message}`);

const noBody = error(await client.payment.create(token, { ...keys, reference: `sdk-${randomUUID()}` }));
assert.equal(noBody.title, "Bad Request");
shown("create with unknown fields", `error ${noBody.status}, ${noBody.title}`);

console.log(`${steps} steps`);
