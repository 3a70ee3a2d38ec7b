/** What is loaded with a page, when it is first opened. */

import type { Tab } from "./data/route";
import type { Part } from "./data/texts";

/** Pages that are loaded when they are first opened. */
export const LAZY: Partial<Record<Tab, () => Promise<unknown>>> = {
  footage: () => import("./views/footage"),
  requests: () => import("./views/requests"),
  duties: () => import("./views/duties"),
  people: () => import("./views/people"),
  papers: () => import("./views/papers"),
  check: () => import("./views/check"),
  book: () => import("./views/book"),
  start: () => import("./views/start"),
};

/** Words that are loaded with the page that needs them. */
export const WORDS: Partial<Record<Tab, readonly Part[]>> = {
  requests: ["requests"],
  duties: ["duties", "requests", "papers"],
  papers: ["papers", "requests"],
  check: ["papers"],
  start: ["papers"],
};
