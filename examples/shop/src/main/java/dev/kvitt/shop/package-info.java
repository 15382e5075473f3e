/**
 * A shop with a till, a vending machine and a taxi meter, over Kvitt's public HTTP API alone. Written to be read by those
 * who integrate a point of sale: {@link dev.kvitt.shop.PointOfSale} is what has to be right.
 */
package dev.kvitt.shop;
