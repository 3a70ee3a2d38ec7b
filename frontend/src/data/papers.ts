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
      const forms = item.original_ends.map((day): Paper => ({
        paper: "form_1",
        original_end: day,
      }));
      papers.unshift(...forms, { paper: "annex" });
    }
    return papers;
  }
  if (kind === "seizure") return [{ paper: "form_2" }, { paper: "annex" }];
  const papers: Paper[] = [{ paper: "request" }];
  if (item.decided) papers.unshift({ paper: "annex" });
  const given = item.state === "provided" || item.state === "closed" || item.provided !== null;
  if (given) papers.unshift({ paper: "form_2" });
  const permitted = item.decided !== null && !item.decided.denied;
  if (permitted && item.state !== "withdrawn" && item.state !== "void") {
    // All of its forms 1: it keeps footage beyond its period, too.
    papers.push({ paper: "receipt" }, { paper: "form_1" });
  }
  return papers;
}

/** Papers that belong to no request, as far as this person may read what stands in them. */
export type Other = "viewing_register" | "erasure_record";
export function printable(panel: {
  may(act: string): boolean;
  overview: { cameras?: unknown[] };
}): Other[] {
  const others: Other[] = [];
  if (panel.may("read_supervision")) others.push("viewing_register");
  if (panel.may("read_operation") && panel.overview.cameras?.length) others.push("erasure_record");
  return others;
}
