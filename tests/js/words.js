/** The words and rules that come with the data, as `graphbuild/views/payload` gives them: tests/views/payload/test_words.py holds the two together. */

/** @type {[number, number]} */
const radius = [4, 26];

export const words = {
  kinds: ["verb", "affiliation", "cooccurrence"], statuses: ["asserted", "possible", "intended", "negated"],
  types: ["country", "organization", "group", "official", "person", "place"], stateRoles: ["GOV", "MIL", "LEG", "JUD", "COP", "SPY"],
  actions: ["merge", "split", "rename", "retype", "country", "role", "ignore", "different", "relink", "drop", "confirm", "reclass", "add"], noDay: -1000000, strength: 2, radius,
  classes: { attack: [-100, 0], aid: [100, 0], support: [50, 0], accuse: [-35, 0], lead: [0, 1] }, roles: ["GOV", "MIL", "REB"],
  drawn: { anActor: 3, least: 90, most: 700, letters: 26 },
};
