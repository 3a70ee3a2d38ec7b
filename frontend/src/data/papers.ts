/** Which papers there are of a request. */

import type { Entry } from "./request-list";
import type { Day, PaperKind } from "./request-types";

export interface Paper {
  paper: PaperKind;
  /** Form 1 stands once for each day that a period ends on. */
  original_end?: Day;
}

export function papersOf({ kind, item }: Entry): Paper[] {
  if (kind === "draft" || kind === "protection") return [];
  if (kind === "extension") {
    const papers: Paper[] = [{ paper: "request" }];
    if (["approved", "ended", "over"].includes(item.state)) {
      papers.unshift(...formsOne(item.original_ends), { paper: "annex" });
    }
    return papers;
  }
  if (kind === "seizure") return [{ paper: "annex" }];
  const papers: Paper[] = [{ paper: "request" }];
  if (item.decided) papers.unshift({ paper: "annex" });
  const given = item.state === "provided" || item.state === "closed" || item.provided !== null;
  if (given) papers.unshift({ paper: "form_2" });
  const permitted = item.decided !== null && !item.decided.denied;
  if (permitted && item.state !== "withdrawn" && item.state !== "void") {
    papers.push({ paper: "receipt" }, ...formsOne(item.original_ends ?? []));
  }
  return papers;
}

const formsOne = (days: Day[]): Paper[] =>
  days.map((original_end) => ({ paper: "form_1", original_end }));
