/** @param value minor units */
export function nok(value) {
  return { value, currency: 'NOK' }
}

/**
 * One piece at a price that contains its tax, as a line whose amounts agree to the minor unit.
 *
 * @param price minor units, with tax
 * @param taxRate hundredths of a percent of the price without tax: 25 % is 2500
 */
export function line(id, name, price, taxRate) {
  const tax = Math.round((price * taxRate) / (10_000 + taxRate))
  return { id, name, total: nok(price), totalExcludingTax: nok(price - tax), tax: nok(tax), taxRate }
}
