/**
 * Keeps the printed QR codes and the day keys, and opens a sale when a customer scans the code of a machine.
 *
 * <p>Rooms: {@code domain} decides, {@code messaging} speaks to Kafka, {@code store} to the database, {@code vipps} to
 * Vipps MobilePay, {@code api} answers HTTP.
 */
package dev.kvitt.checkin;
