/** The texts of the page in its language: the build takes another module of `texts/` in place of this one. */

import { LANGUAGE, WORDS } from "../texts/en.js";
import { speech } from "./speech.js";

const spoken = speech(LANGUAGE);

export const TEXTS = WORDS;
export const count = spoken.count;
export const decimal = spoken.decimal;
export const signed = spoken.signed;
export const order = spoken.order;
