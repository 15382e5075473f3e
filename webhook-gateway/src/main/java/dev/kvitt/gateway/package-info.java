/**
 * The webhook gateway: keeps webhooks registered at Vipps MobilePay, verifies what arrives and publishes it.
 *
 * <p>Rooms: {@code domain} (rules and ports, no framework), {@code api} (webhooks in), {@code messaging} (events out),
 * {@code store} (registrations), {@code vipps} (the upkeep of registrations). All depend on {@code domain}, none on each
 * other.
 */
package dev.kvitt.gateway;
