/** The words of the tables that the page sets apart from others; lists of all words come with the data. */

/** The kind of relation that states nothing: two actors in one sentence. */
export const TOGETHER = "cooccurrence";

/** The status of what a sentence says is not so. */
export const DENIED = "negated";
