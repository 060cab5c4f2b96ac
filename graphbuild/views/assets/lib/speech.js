/** Numbers, plurals and months as a language writes them. */

/** @param {string} language as in the HTML attribute */
export function speech(language) {
  const number = new Intl.NumberFormat(language);
  const months = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const rules = new Intl.PluralRules(language);
  const count = (/** @type {number} */ value) => number.format(value);
  const decimal = (/** @type {number} */ value, digits = 2) => value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    count,
    decimal,
    /** A number with its sign, unless it is nothing: +0.25. */
    signed: (/** @type {number} */ value, digits = 2) => {
      const written = decimal(Math.abs(value), digits);
      return written === decimal(0, digits) ? written : `${value < 0 ? "−" : "+"}${written}`;
    },
    /** @type {(value: number, one: string, many: string) => string} */
    plural: (value, one, many) => `${count(value)} ${rules.select(value) === "one" ? one : many}`,
    /** @type {(day: number) => string} of a day since 1970 */
    monthOf: (day) => months.format(new Date(day * 86400000)),
    /** Orders words, and numbers in them by their value. */
    order: new Intl.Collator(language, { numeric: true, sensitivity: "base" }),
  };
}
