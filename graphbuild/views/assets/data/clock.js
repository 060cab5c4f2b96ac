/** Which days count: those of the articles or, where asked for or where these are not known, those that the texts tell. */

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {{ days: [number, number], dayOf: (row: number) => number }} Clock  First and last day, and the day of a relation.
 */

/**
 * @param {Data} data
 * @param {boolean} told whether the days that the texts tell are asked for
 * @returns {Clock}
 */
export function clockOf({ rows, sentences, documents, days, noDay }, told) {
  if (told || !documents.dated) return { days, dayOf: (row) => rows.day[row] };
  return {
    days: documents.days,
    dayOf: (row) => {
      const paper = sentences.document[rows.sentence[row]];
      return paper < 0 ? noDay : documents.day[paper];
    },
  };
}
