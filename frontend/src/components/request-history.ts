/** What happened to a request, in the order it happened: who, when, and what they said. */

import { html, type TemplateResult } from "lit";
import type { Disclosure, Done, Extension } from "../data/request-types";
import type { Moment } from "../data/types";
import type { PanelContext } from "./panel-context";
import { askerOf, momentOf, nameOf } from "./request-words";

interface Happened {
  what: string;
  at: Moment | null;
  who?: string;
  more?: (string | false | null | undefined)[];
}

export function extensionHistory(panel: PanelContext, item: Extension): TemplateResult {
  const { t } = panel;
  const { decided, withdrawn, ended, state } = item;
  const steps: Happened[] = [
    { what: t("requests.history.asked"), at: item.at, who: askerOf(panel, item) },
  ];
  if (decided) {
    const denied = state === "denied";
    steps.push({
      what: t(`requests.history.${denied ? "denied" : "approved"}`),
      ...done(panel, decided),
      more: [decided.one_person && t("requests.one_person_did"), denied && item.deny_reason],
    });
  }
  if (ended) {
    steps.push({
      what: t("requests.history.ended"),
      ...done(panel, ended),
      more: [item.end_reason],
    });
  }
  if (withdrawn) steps.push({ what: t("requests.history.withdrawn"), ...done(panel, withdrawn) });
  return history(panel, steps);
}

export function disclosureHistory(panel: PanelContext, item: Disclosure): TemplateResult {
  const { t, format } = panel;
  const { decided, withdrawn, prepared, provided } = item;
  if (item.asks === "seizure") {
    return history(panel, [
      { what: t("requests.history.seized"), at: item.seized_at ?? item.at },
      { what: t("requests.history.noted"), at: item.at, who: askerOf(panel, item) },
    ]);
  }
  const steps: Happened[] = [
    { what: t("requests.history.asked"), at: item.at, who: askerOf(panel, item) },
  ];
  if (decided) {
    steps.push({
      what: t(`requests.history.${decided.denied ? "denied" : "permitted"}`),
      ...done(panel, decided),
      more: [
        decided.one_person && t("requests.one_person_did"),
        decided.afterwards && t("requests.afterwards_did"),
        decided.no_ground && t("requests.no_ground"),
        decided.reason,
      ],
    });
  }
  for (const { camera, at, masks } of item.masks) {
    const place = panel.overview.cameras?.find((one) => one.camera === camera)?.place ?? "";
    steps.push({ what: t("requests.history.masked", { place, count: masks }), at });
  }
  if (prepared) {
    steps.push({
      what: t("requests.history.prepared"),
      at: prepared.at,
      more: [
        t("requests.files", { count: prepared.files, size: format.bytes(prepared.bytes) }),
        prepared.masked && t("requests.masked_copy"),
      ],
    });
  }
  for (const { form, at, name } of item.copies) {
    steps.push({
      what: t(`requests.history.downloaded`, { form: t(`requests.form.${form}`) }),
      at,
      who: nameOf(panel, name),
    });
  }
  if (provided) {
    const { medium, medium_text, copies, received_by, receipt } = provided;
    steps.push({
      what: t("requests.history.provided"),
      at: provided.at,
      more: [
        t("requests.handed", {
          medium: medium_text || t(`requests.medium.${medium}`),
          count: copies,
        }),
        received_by && t("requests.received_by", { name: received_by }),
        t(receipt ? "requests.receipt_yes" : "requests.receipt_no"),
      ],
    });
    if (provided.fate) {
      steps.push({ what: t(`requests.fate.${provided.fate}`), at: provided.confirmed_at });
    }
  }
  if (withdrawn) steps.push({ what: t("requests.history.withdrawn"), ...done(panel, withdrawn) });
  if (item.state === "void") {
    steps.push({ what: t("requests.history.void"), at: decided?.until ?? null });
  }
  return history(panel, steps);
}

const done = (panel: PanelContext, { at, name }: Done): { at: Moment; who: string } => ({
  at,
  who: nameOf(panel, name),
});

function history(panel: PanelContext, steps: Happened[]): TemplateResult {
  const when = ({ at }: Happened): number => (at ? Date.parse(at) : Infinity);
  const ordered = [...steps].sort((one, other) => when(one) - when(other) || 0);
  return html`<section class="card" aria-labelledby="history">
    <h2 id="history">${panel.t("requests.history.heading")}</h2>
    <ol class="history">
      ${ordered.map(
        ({ what, at, who, more = [] }) =>
          html`<li>
            <p><strong>${what}</strong></p>
            <p class="small soft">
              ${[at ? momentOf(panel, at) : "", who ?? ""].filter(Boolean).join("・")}
            </p>
            ${more.filter(Boolean).map((said) => html`<p class="small text">${said}</p>`)}
          </li>`,
      )}
    </ol>
  </section>`;
}
