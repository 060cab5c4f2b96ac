/** Every English text of the page, in one place. Another language is a module beside this one, with the same keys. */

import { speech } from "../lib/speech.js";

export const LANGUAGE = "en";

const { count, decimal, monthOf, plural, signed } = speech(LANGUAGE);

export const WORDS = {
  noScript: "This page draws its graph with JavaScript, which is switched off here.",
  legendAndFilters: "Legend and filters",
  details: "Details",
  /** @param {number} n */
  sentencesCounted: (n) => plural(n, "sentence", "sentences"),
  /** @param {number} n */
  actorsCounted: (n) => plural(n, "actor", "actors"),
  search: "Search actors by name or alias",
  searchShort: "Search actors",
  searchKey: "/",
  /** @param {number} n */
  found: (n) => (n === 0 ? "No actor found" : plural(n, "actor found", "actors found")),
  noMatch: "No actor has a name or alias like this.",
  alias: "also",
  reading: {
    view: "Articles",
    find: "Find in all sentences", findHint: "Words in all sentences …",
    /** What stands before and after the words that are typed. */
    inSentences: ["Find “", "” in the sentences"],
    looking: "Looking …",
    noSentence: "No sentence has all of these words.",
    /** @param {number} some @param {number} all */
    firstFound: (some, all) => `The first ${count(some)} of ${count(all)} stand here.`,
    /** @param {number} n */
    articles: (n) => plural(n, "article", "articles"),
    /** @param {number} some @param {number} all */
    someTexts: (some, all) => `The page has room for the texts of ${count(some)} of ${plural(all, "article", "articles")}, those with most relations; of the others it has the sentences that relations are read from.`,
    noTexts: "The texts of the articles are not in this page: what stands here are the sentences that relations are read from.",
    textLeft: "The text of this article is not in this page: what stands here are the sentences that relations are read from.",
    toArticles: "All articles", toFound: "What was found",
    /** @param {number} relations @param {number} sentences */
    relationsIn: (relations, sentences) => (relations ? `${plural(relations, "relation", "relations")} in ${plural(sentences, "sentence", "sentences")} pass your filters.` : "No relation in it passes your filters."),
    /** @param {number} n */
    relationsHere: (n) => `${plural(n, "relation", "relations")} in this sentence`,
    markWho: "who", markHint: "the number after a sentence opens its relations",
    toDrawing: "Show in the graph",
    read: "Read", readHint: "Open the article at this sentence",
  },
  graph: "Graph",
  table: "Table",
  filters: "Filters",
  close: "Close",
  back: "Back",
  reset: "Reset filters",
  only: "only",
  all: "all",
  /** @param {string} choice */
  onlyThis: (choice) => `Only ${choice}`,
  showAll: "Show all",
  showFewer: "Show fewer",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit to window",
  relax: "Relax",
  relaxHint: "Let the actors find their places by themselves for a few seconds",
  /** @param {number} shown @param {number} all */
  actorsShown: (shown, all) => `${count(shown)} of ${plural(all, "actor", "actors")}`,
  /** @param {number} shown @param {number} all */
  linksShown: (shown, all) => `${count(shown)} of ${plural(all, "link", "links")}`,
  /** @type {(actors: number, all: number, relations: number, allRelations: number) => string} */
  pageHas: (actors, all, relations, allRelations) =>
    `the page has ${count(actors)} of ${plural(all, "actor", "actors")} and ${count(relations)} of ${plural(allRelations, "relation or mention together", "relations and mentions together")}; the tables have all`,
  whyStrongest: "the most strongly linked",
  whyFiltered: "those that pass your filters",
  whyBoth: "the most strongly linked that pass your filters",
  whyEverything: "all of whom something is stated",
  whyTogether: "all that are mentioned together",
  showMore: "Show more",
  /** @type {(shown: number, all: number) => string} */
  linksBetween: (shown, all) => `${count(shown)} of ${plural(all, "link", "links")} between them are shown, the strongest first.`,
  showMoreLinks: "Show more links",
  /** @type {(shown: number, all: number) => string} */
  neighboursDrawn: (shown, all) => `${count(shown)} of ${plural(all, "actor", "actors")} linked to this one are drawn.`,
  drawAll: "Draw them all",
  help: "Keys", helpHint: "What the keys do (?)", skip: "Skip to the drawing",
  keys: [
    ["/", "search actors"], ["?", "this list"], ["Esc", "close what is open"], ["Tab", "next control"], ["↑ ↓ ← →", "in the drawing: from actor to actor"],
    ["Enter", "in the drawing: to the card of the actor"], ["+ − 0", "in the drawing: zoom in, out, fit"], ["Menu key, Shift F10", "in the drawing: what to do with the actor"],
    ["Ctrl Z, Ctrl Shift Z", "undo and redo a correction"], ["Alt ←", "the view before (the browser's Back)"],
  ],
  onlyThese: (/** @type {string} */ names) => (names ? `only ${names}` : "none"),
  withThese: (/** @type {string} */ names) => `with ${names}`,
  withoutThese: (/** @type {string} */ names) => `without ${names}`,
  andMore: (/** @type {number} */ n) => `and ${count(n)} more`,
  /** @param {number} n */
  togetherHidden: (n) => `Mentions together are hidden: ${plural(n, "line", "lines")}.`,
  togetherShow: "Show",
  canvasLabel: "Graph of actors and links. Arrow keys move from actor to actor, plus and minus zoom, 0 fits, Escape lets go. The table view holds the same data.",
  emptyFilters: "Nothing passes your filters.",
  /** @param {string} group */
  emptyGroup: (group) => `Nothing is ticked under “${group}”, so nothing can be shown.`,
  emptyData: "There are no actors in this data.",
  overview: "At a glance",
  overviewHint: "Click an actor or a line, or start here.",
  findings: "What stands out",
  /** @param {number} sentences @param {number} documents */
  inArticles: (sentences, documents) => `${plural(sentences, "sentence", "sentences")} in ${plural(documents, "article", "articles")}`,
  contested: "Most contested",
  /** @param {number} conflict @param {number} cooperation */
  contestedBy: (conflict, cooperation) => `${plural(conflict, "sentence", "sentences")} of conflict, ${count(cooperation)} of cooperation`,
  /** @param {boolean} worse @param {number} day */
  turned: (worse, day) => `Turned from ${worse ? "cooperation to conflict" : "conflict to cooperation"} in ${monthOf(day)}`,
  /** @param {number} before @param {number} after */
  turnedBy: (before, after) => `${plural(before, "relation", "relations")} before, ${count(after)} after`,
  target: "Most often the target",
  partner: "Cooperates with most others",
  /** @param {number} others @param {number} sentences */
  targetBy: (others, sentences) => `conflict from ${plural(others, "actor", "actors")}, ${plural(sentences, "sentence", "sentences")}`,
  /** @param {number} others @param {number} sentences */
  partnerBy: (others, sentences) => `${plural(others, "actor", "actors")}, ${plural(sentences, "sentence", "sentences")}`,
  toldDay: "The day that the text tells; that of the article stands below",
  sheet: { peek: "show only the title", half: "show half", full: "show all" },
  overviewFiltered: "What passes your filters, of all there is.",
  overviewAll: "What states something, of all that was read.",
  /** @param {number} some @param {number} all */
  ofAll: (some, all) => `${count(some)} of ${count(all)}`,
  topActors: "Most linked actors",
  topLinks: "Strongest links",
  documents: "documents",
  sentences: "sentences",
  relations: "relations",
  actors: "actors",
  links: "links",
  aliases: "Also called",
  titles: "Titles",
  role: "Role",
  country: "Country",
  seen: "Seen",
  mentionsInAll: "mentions in all",
  documentsInAll: "documents in all",
  allies: "Cooperates with",
  opponents: "In conflict with",
  linksOf: "Links",
  sentencesOf: "Sentences",
  /** @param {number} n */
  moreRows: (n) => `Show ${count(n)} more`,
  /** @param {number} n */
  deniedApart: (n) => `${plural(n, "relation", "relations")} that ${n === 1 ? "is" : "are"} denied, not counted`,
  /** @param {number} n */
  leftOut: (n) => `${count(n)} left out`,
  /** @param {number} n */
  hiddenRows: (n) => `${plural(n, "relation is", "relations are")} left out by your filters`,
  showHidden: "Show them",
  noLinks: "No links pass your filters.",
  everything: "Everything",
  together: "mentioned together",
  according: "according to",
  rule: "rule",
  confidence: "confidence",
  /** @param {number} n sentences @param {number} association -1 .. 1 @param {number} q */
  association: (n, association, q) =>
    `Mentioned together in ${plural(n, "sentence", "sentences")} of all, ${association >= 0.05 ? "more often than" : association <= -0.05 ? "less often than" : "about as often as"} chance would have it: association ${signed(association)}, ${q < 0.001 ? `q < ${decimal(0.001, 3)}` : `q = ${decimal(q, 3)}`}.`,
  openArticle: "Open the article",
  untitled: "Untitled document",
  unreadable: "The sentences cannot be unpacked: this browser is too old to read compressed data.",
  loading: "Loading sentences …",
  ego: ["Neighbours", "Two steps"],
  egoHint: ["Show only this actor and those linked to it", "Show also those linked to its neighbours"],
  /** @param {string} name */
  whyEgo: (name) => `around ${name}`,
  egoAll: "Show the others again",
  centre: "Centre",
  pathTo: "Path to …",
  pathHint: "Choose the other end of the path",
  fewest: "Fewest links",
  strongest: "Strongest links",
  sameStrongest: "The strongest path is the same.",
  noPath: "No path leads from one to the other through what passes your filters.",
  noPathTogether: "Mentions together are hidden; there may be one through them.",
  pathTogether: "Nothing stated leads from one to the other: this path goes through mere mentions together.",
  litPath: "Which path is in the light",
  /** @param {number} n */
  steps: (n) => plural(n, "link", "links"),
  save: "Save",
  savePng: "Picture (PNG)",
  saveSvg: "Drawing (SVG)",
  /** @param {number} n @param {number} all */
  savePasses: (n, all) => `All that passes: ${plural(n, "actor", "actors")}, ${plural(all, "link", "links")}`,
  saveDrawn: "What is drawn",
  saveGraphml: "Graph for Gephi (GraphML)",
  saveActors: "Actors (CSV)",
  saveLinks: "Links (CSV)",
  saveRelations: "Relations with sentences (CSV)",
  saveJson: "Both (JSON)",
  saveDrawnGraphml: "Only what is drawn (GraphML)",
  copyLink: "Copy link to this view",
  copied: "Copied",
  notCopied: "Copying is not allowed here",
  cite: "Cite",
  hide: "Hide",
  hiddenActors: (/** @type {number} */ n) => `${plural(n, "actor", "actors")} hidden by you`,
  unhide: "Bring back",
  markSource: "who acts",
  markVerb: "what is done",
  markTarget: "to whom",
  legend: "How to read",
  legendSize: "Size: weight of its stated links",
  legendWidth: "Width: how many sentences",
  legendArrow: "Head: at whom it is done",
  legendTones: "Its colour and form:",
  tableActors: "Actors",
  tableLinks: "Links",
  tableCaptionActors: "All actors that pass the filters; mentions, documents and days are those of all articles",
  tableCaptionLinks: "All links that pass the filters",
  /** @param {number} from @param {number} to @param {number} all */
  page: (from, to, all) => `${count(from)}–${count(to)} of ${count(all)}`,
  previous: "Previous",
  next: "Next",
  columns: {
    name: "Name", type: "Type", role: "Role", country: "Country", degree: "Weighted degree", mentions: "Mentions",
    documents: "Documents", first: "First seen", last: "Last seen",
    source: "From", target: "To", kind: "Kind", sign: "Tone", classes: "What", polarity: "Polarity", weight: "Sentences",
  },
  groups: {
    types: "Actors", kinds: "Links", signs: "Tone", statuses: "How sure", relations: "What is done",
    speakers: "According to", outlets: "Source", countries: "Country", roles: "Role",
    confidence: "At least so sure", minimum: "At least so many sentences", backbone: "Only what stands out", days: "Time",
  },
  types: {
    country: ["Country", "states, governments"],
    organization: ["Organisation", "bodies, firms, parties"],
    group: ["Group", "movements, coalitions"],
    official: ["Official", "of a public office"],
    person: ["Person", "everyone else"],
    place: ["Place", "cities, regions, sites"],
    "": ["Other", "of no known type"],
  },
  kinds: {
    verb: ["Acts", "one does to the other"],
    affiliation: ["Belongs", "leads, is part of"],
    cooccurrence: ["Co-occur", "in one sentence only"],
  },
  signs: {
    "-1": ["Conflict", "attacks, accuses …"],
    "0": ["Neither", "says, belongs …"],
    "1": ["Cooperation", "meets, supports …"],
  },
  statuses: {
    asserted: ["Asserted", "stated as a fact"],
    possible: ["Possible", "may, could, reportedly"],
    intended: ["Intended", "will, wants to, should"],
    negated: ["Denied", "not counted as links"],
  },
  noWord: { speakers: "the text itself", outlets: "no source given", countries: "no country", roles: "no role" },
  roles: {
    GOV: "government", MIL: "army", REB: "armed opposition", OPP: "opposition", PTY: "party", LEG: "parliament",
    JUD: "courts", COP: "police", SPY: "intelligence", CRM: "crime", UAF: "armed force", CVL: "civilians",
    REF: "refugees", BUS: "business", MED: "media", NGO: "NGO", IGO: "between states", REL: "religion",
    EDU: "education", LAB: "labour", JRN: "journalists", PRM: "militias", AGR: "farming", UNK: "people",
  },
  find: "Find",
  /** @param {string} group */
  findIn: (group) => `Find in “${group}”`,
  play: "Play",
  pause: "Pause",
  playHint: "Move a window of time through the data",
  allTime: "All time",
  speed: "How fast it plays",
  whichDays: "Which days count",
  publishedDays: "Articles",
  toldDays: "As told in the texts",
  /** @param {number} dated @param {number} all */
  datedOf: (dated, all) => `${count(dated)} of ${plural(all, "article has", "articles have")} a date.`,
  from: "From",
  to: "To",
  timeLabel: "Relations over time",
  /** @param {number} n */
  relationsIn: (n) => plural(n, "relation", "relations"),
  /** @param {number} degree */
  weightOf: (degree) => `links of weight ${count(degree)}`,
  /** @param {string} name @param {string} type @param {number} degree @param {number} links */
  spoken: (name, type, degree, links) =>
    `${name}, ${type}, ${plural(links, "link", "links")} of weight ${count(degree)}`,
  corrections: "Corrections",
  correctionsHint: "What you set right here changes this page at once. Download the list and give it to the next build:",
  correctionsCommand: "graphbuild build … --corrections corrections.csv",
  noCorrections: "Nothing is corrected yet. Open an actor to rename it, give it another type, merge it with another or leave it out; open a link to reject a sentence that says something else.",
  /** @param {number} n */
  notSaved: (n) => `${plural(n, "correction is", "corrections are")} not downloaded yet.`,
  keptHere: "This browser keeps them until you remove them.",
  notKept: "This browser does not let the page keep them: they are lost when you close or reload it.",
  savedAll: "All of them are downloaded.",
  download: "Download corrections.csv",
  removeAll: "Remove all",
  remove: "Remove",
  undo: "Undo",
  redo: "Redo",
  undoHint: "Undo the last correction (Ctrl+Z)",
  redoHint: "Do it again (Ctrl+Shift+Z)",
  idle: "without effect",
  laterOnly: "shows after the next build",
  splitToast: "This page goes on showing it here: a split shows after the next build.",
  /** @param {string} alias */
  splitNote: (alias) => `“${alias}” is to be split off. Its sentences still count here; they get an actor of their own when the corrections are given to the next build.`,
  correct: "Correct …",
  correctTitle: "Correct this actor",
  newName: "Name",
  rename: "Rename",
  newType: "Type",
  retype: "Change",
  sameAs: "Same as",
  mergeHint: "Find the other actor",
  /** @param {string} name */
  sameAsBy: (name) => `Which name shall stay? “${name}” is merged with`,
  mergeKeep: "Keep the name",
  cancel: "Cancel",
  splitOff: "Alias",
  split: "Split off",
  ignore: "Leave out of the data",
  ignoreHint: "Not an actor at all: leave it out with all its relations",
  reject: "Reject",
  rejectHint: "The sentence does not say this: leave the relation out",
  /** @param {string} what */
  rejectThis: (what) => `Reject ${what}`,
  doubtTitle: "Is it so?", doubtHint: "Relations that may be wrong, those first of which most hangs.", doubtDone: "Every relation that may be wrong is answered.",
  /** @param {number} n */
  doubtOpen: (n) => plural(n, "relation", "relations"),
  doubtReasons: {
    unsure: "not sure", contested: "against what most sentences say of the two", rule: "read by a rule that is seldom right",
    alone: "the only sentence behind its link", twice: "the sentence states several things of the two",
  },
  /** @param {string} one @param {string} other */
  confirmThis: (one, other) => `It is right what is stated of ${one} and ${other}`,
  queueTitle: "Same actor?", queueHint: "Pairs that may be one actor, those first that a merge would change most.", queueDone: "Every pair that may be one actor is answered.",
  /** @param {number} n */
  queueOpen: (n) => plural(n, "pair", "pairs"),
  queueReasons: {
    same_name: "the same name", same_alias: "one is also called as the other", contains: "one name contains the other", acronym: "one is the acronym of the other",
    alike: "names spelt alike", neighbours: "linked to the same actors", country_role: "the same country and role", country: "the same country",
  },
  /** @param {number} n */
  queueShared: (n) => `${plural(n, "actor", "actors")} linked to both`,
  /** @param {number} n */
  queueMoves: (n) => `A merge moves ${plural(n, "sentence", "sentences")}.`,
  /** @param {string} one @param {string} other */
  queueAsk: (one, other) => `Is ${one} the same as ${other}?`,
  different: "Not the same",
  /** @param {string} one @param {string} other */
  differentThese: (one, other) => `${one} is not the same as ${other}`,
  /** @param {string} one @param {string} other */
  sameKeep: (one, other) => `${one} is the same: keep the name ${other}`,
  setRight: "Set right",
  /** @param {string} what */
  setRightThis: (what) => `Set right: ${what}`,
  confirm: "It is right", confirmHint: "The sentence says this: hold it for sure",
  newClass: "What is done", relinkSource: "Who acts is", relinkTarget: "To whom is", relinkNobody: "Nobody",
  relinkHint: "Only these words of this sentence stand for somebody else",
  /** @param {string} name */
  relinkNobodyHint: (name) => `These words stand for nobody, not for ${name}`,
  /** @param {string} name @param {string} place */
  mentionOf: (name, place) => `${name} (at ${place})`,
  addTitle: "The sentence states more", addSource: "Who acts", addTarget: "To whom", addRelation: "Add",
  byHand: "added by hand",
  actions: {
    merge: "merged into", split: "split off from", rename: "renamed to", retype: "is now", country: "is of", role: "has the role", ignore: "left out",
    different: "is not", relink: "stands for", drop: "rejected", confirm: "confirmed", reclass: "is now", add: "added",
  },
  undone: "Undone",
  removed: "Taken off the list",
  redone: "Done again",
  pin: "Pin",
  pinHint: "Keep it in its place, and always show it",
  hideHint: "Take it out of the drawing and the table; the data stays as it is",
  /** @param {number} n */
  pinned: (n) => `${count(n)} pinned`,
  unpin: "Let go",
  openCard: "Open card",
  menu: "What to do with this actor",
  titlesOverTime: "Titles over time",
  undated: "no date",
  /** @param {number} polarity @param {number} n */
  polarityOf: (polarity, n) => `mean polarity ${signed(polarity)} over ${plural(n, "relation", "relations")}`,
  findSentences: "Find in these sentences",
  findSentencesHint: "Words, class, speaker, outlet …",
  /** @param {number} n @param {number} all */
  foundRows: (n, all) => `${count(n)} of ${count(all)}`,
  noRows: "No sentence here has all of these words.",
  /** @param {number} percent */
  confidenceLevel: (percent) => (percent ? `${percent} %` : "off"),
  /** @param {number} n */
  confidenceHides: (n) => `Hides ${plural(n, "relation", "relations")} that would pass otherwise.`,
  confidenceHint: "How often relations like this one were found right when they were counted.",
  /** @param {number} level */
  backboneLevel: (level) => (level < 1 ? `${count(100 * level)} %` : "off"),
  /** @param {number} kept @param {number} all */
  backboneKeeps: (kept, all) => `${count(kept)} of ${plural(all, "link", "links")} stand out`,
  backboneHint: "Keeps links that are too strong for one of their actors to be chance. The percentage is how often chance would make one as strong, at most.",
  /** @param {number} level @param {number} kept @param {number} all */
  whyBackbone: (level, kept, all) => `${count(kept)} of ${count(all)} links that chance would make in less than ${count(100 * level)} % of cases`,
  foldLabel: "Show",
  foldBack: "Show actors again",
  folds: { "": "actors", communities: "communities", countries: "countries", types: "types of actors", tint: "actors by community" },
  foldOne: { communities: "Community", countries: "Country with its officials and state bodies, or who serves none", types: "Type of actors" },
  foldTwo: { communities: "Between two communities", countries: "Between two countries", types: "Between two types" },
  whyFold: {
    communities: "actors that are linked more to each other than to the rest",
    countries: "states with their officials and bodies, all others alone",
    types: "all actors of a type as one",
  },
  foldMany: { communities: "communities", countries: "countries and others", types: "types of actors" },
  /** @param {number} shown @param {number} all @param {string} what */
  groupsShown: (shown, all, what) => `${count(shown)} of ${count(all)} ${what}`,
  /** @param {number} n */
  inNone: (n) => `${plural(n, "actor", "actors")} in no community ${n === 1 ? "is" : "are"} left out`,
  /** @param {number} polarity */
  meanPolarity: (polarity) => `mean polarity ${signed(polarity)}`,
  within: "Among themselves",
  communities: "Communities",
  /** @param {number} n @param {string} unites */
  unitedBy: (n, unites) => [plural(n, "actor", "actors"), unites].filter(Boolean).join(" · "),
  membersOf: "Actors",
  behind: "Links behind it",
  moreViews: "More",
  boards: { compare: "Compare", matrix: "Matrix", course: "Two over time" },
  compare: {
    by: "What is compared",
    ways: { days: "Two periods", outlets: "Two sources", actors: "Two actors" },
    sides: ["First", "Second"],
    another: ["First actor", "Second actor"],
    swap: "Swap",
    nothing: "There are not two dates, two sources or two actors to compare.",
    onlyIn: "Only in",
    common: "In both",
    none: "None.",
    /** @param {number} lost @param {number} both @param {number} gained */
    linksToldOf: (lost, both, gained) => `Of ${plural(lost + both + gained, "link", "links")} ${count(lost)} only in the first, ${count(both)} in both, ${count(gained)} only in the second.`,
    noneProved: "No link differs by more than chance would have it.",
    /** @param {number} sure @param {number} percent */
    proved: (sure, percent) => `${plural(sure, "link differs", "links differ")} by more than chance (about ${count(percent)} % of such claims are wrong, at most).`,
    sameArticles: "Both are the same articles.",
    sure: "more than chance",
    changes: { added: "", lost: "", stronger: "more often in the second", weaker: "more often in the first", same: "as often in both" },
    turned: ["turned from conflict to cooperation", "turned from cooperation to conflict"],
    /** @param {number} a @param {number} ofA @param {number} b @param {number} ofB */
    stories: (a, ofA, b, ofB) => `${count(a)} of ${count(ofA)} → ${count(b)} of ${plural(ofB, "story", "stories")}`,
    /** @param {number} n */
    ofStories: (n) => plural(n, "story", "stories"),
    /** @param {number} n */
    ofActors: (n) => `linked to ${plural(n, "actor", "actors")}`,
    /** @param {string} name @param {number} actors @param {number} lines */
    drawing: (name, actors, lines) => `${name}: ${plural(actors, "actor", "actors")}, ${plural(lines, "link", "links")}. The lists below name them.`,
    /** @param {string} source @param {string} target @param {number} n */
    line: (source, target, n) => `${source} – ${target}: ${plural(n, "sentence", "sentences")}`,
    paneNote: "Everyone stands at the same place in both. Pale: what both have; hollow: who is only in the other.",
    /** @param {number} some @param {number} all */
    paneSome: (some, all) => `${count(some)} of ${plural(all, "actor", "actors")} are drawn.`,
    /** @param {number} one @param {number} both @param {number} other */
    actorsToldOf: (one, both, other) => `${plural(both, "actor is", "actors are")} linked to both, ${count(one)} only to the first, ${count(other)} only to the second.`,
    withBoth: "Linked to both",
    withOne: "Only to",
    opposed: "one in conflict, one in cooperation",
    direct: "What is said of the two",
    apart: "Nothing that passes links the two directly.",
  },
  matrix: {
    corner: "does ↓ to →",
    note: "by community; the number is that of sentences. Arrow keys lead from cell to cell.",
    /** @param {string} source @param {string} target @param {number} n @param {string} tone */
    cell: (source, target, n, tone) => `${source} → ${target}: ${plural(n, "sentence", "sentences")}, ${tone}`,
  },
  course: {
    open: "Over time",
    openHint: "What each does to the other, by days, with every sentence",
    /** @param {string} one @param {string} other */
    nothing: (one, other) => `Nothing is said of ${one} and ${other} together.`,
    /** @param {number} n @param {number} undated */
    note: (n, undated) => `${plural(n, "relation", "relations")}${undated ? `, and ${count(undated)} without a date` : ""}. Press a bar for its sentences alone.`,
    /** @param {string} days @param {number} n @param {string} tones */
    bar: (days, n, tones) => `${days}: ${plural(n, "relation", "relations")}: ${tones}`,
  },
  notes: {
    title: "Notes and story",
    none: "Keep a view, an actor or a link with a note of your own. Kept in order they are a story that can be stepped through and printed.",
    hint: "In this order they are the steps of the story.",
    keep: "Keep",
    keepHint: "Keep it among your notes, with a word of your own",
    keepView: "Keep this view",
    text: "Your note",
    /** @param {number} n */
    heading: (n) => `Heading of note ${count(n)}`,
    untitled: "Without a heading",
    kinds: { actor: "Actor", link: "Link", view: "View" },
    inStory: "in the story",
    open: "Open", up: "Earlier", down: "Later",
    save: "Download notes.json",
    load: "Load a file …",
    play: "Step through",
    print: "Print the story",
    story: "Story",
    /** @param {number} n @param {number} all */
    step: (n, all) => `${count(n)} of ${count(all)}`,
    end: "End",
    added: "Kept among your notes.",
    removed: "Taken out of your notes.",
    /** @param {number} n */
    loaded: (n) => `${plural(n, "note", "notes")} read from the file.`,
    /** @param {number} n */
    leftOut: (n) => `${plural(n, "entry is", "entries are")} none and left out.`,
    unreadable: "This is no file of notes from such a page.",
    /** @param {number} n */
    steps: (n) => `The story has ${plural(n, "step", "steps")}.`,
    unsaved: "Not downloaded yet.",
    saved: "Downloaded.",
    notKept: "This browser does not let the page keep them: they are lost when you close or reload it.",
  },
  /** @type {Record<string, string>} what stands for a class of relation between two actors, where it is not as the data has it */
  classes: {},
  /** @type {Record<string, string>} what a rule reads, likewise */
  rules: {},
};
