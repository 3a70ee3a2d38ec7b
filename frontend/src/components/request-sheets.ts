/** What a request says, as rows of a form: only what is filled in. */

import { css, html, nothing, type TemplateResult } from "lit";
import type {
  Disclosure,
  Draft,
  Extension,
  Ground,
  Protection,
  Scope,
  True,
} from "../data/request-types";
import type { Moment } from "../data/types";
import type { PanelContext } from "./panel-context";
import { askerOf, dayOf, lastDayOf, momentOf, nameOf, placesOf, spanOf } from "./request-words";

export const sheetStyles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(112px, max-content) minmax(0, 1fr);
  }
  .sheet > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    column-gap: 24px;
    padding: 10px 0;
    border-top: 1px solid var(--kb-line);
  }
  .sheet > div:first-child {
    border-top: 0;
  }
  .sheet dt {
    max-width: 216px;
    color: var(--kb-soft);
  }
  .sheet .text {
    white-space: pre-line;
  }
  @media (max-width: 599px) {
    .sheet,
    .sheet > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .sheet > div {
      row-gap: 2px;
    }
    .sheet dt {
      max-width: none;
      font-size: 14px;
    }
  }
`;

type Row = [label: string, value: string | TemplateResult | null | undefined | false];

export function sheet(panel: PanelContext, rows: Row[]): TemplateResult {
  return html`<dl class="sheet">
    ${rows.map(([label, value]) =>
      value
        ? html`<div>
            <dt>${panel.t(`requests.row.${label}`)}</dt>
            <dd>${typeof value === "string" ? html`<span class="text">${value}</span>` : value}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

/** Of what has no words of its own: who asked, and for what. */
export const askedSheet = (panel: PanelContext, item: Draft | Protection): TemplateResult =>
  sheet(panel, [
    ["wanted", "wanted" in item && panel.t(`requests.kind.${item.wanted}`)],
    ["ground", "ground" in item && item.ground && panel.t(`viewing.ground.${item.ground}`)],
    askedRow(panel, item, "wanted" in item ? "asked" : "protected_by"),
  ]);

function askedRow(
  panel: PanelContext,
  item: Draft | Protection | Extension | Disclosure,
  label = "asked",
): Row {
  return [
    label,
    html`${askerOf(panel, item)}<br /><span class="soft small">${momentOf(panel, item.at)}</span>`,
  ];
}

export const disclosureSheet = (panel: PanelContext, item: Disclosure): TemplateResult => {
  const { t } = panel;
  const { recipient } = item;
  const title = [recipient.title, recipient.name].filter(Boolean).join(" ");
  return sheet(panel, [
    ["seized_at", item.seized_at && momentOf(panel, item.seized_at)],
    [
      { access: "requester", seizure: "seized_by", disclosure: "recipient" }[item.asks],
      [recipient.affiliation, title || nameOf(panel, "")].filter(Boolean).join("\n"),
    ],
    ["contact", recipient.contact],
    ["identity", item.asks !== "seizure" && (item.identity_check || t("requests.no_identity"))],
    [
      "ground",
      item.ground
        ? t(`viewing.ground.${item.ground}`)
        : item.asks === "access" && t("requests.no_ground_yet"),
    ],
    ["document", [item.document, item.document_number].filter(Boolean).join("\n")],
    ["exception", item.exception],
    ["danger", item.danger && t(`requests.danger.${item.danger}`)],
    ["urgency", item.urgency],
    ["no_other_way", item.no_other_way],
    ["purpose", item.purpose],
    [item.asks === "seizure" ? "seized" : "content", item.content],
    ["masked", item.masked && t("requests.masked")],
    ["access", item.access && accessWords(panel, item)],
    ["remarks", item.remarks],
    askedRow(panel, item, item.asks === "seizure" ? "noted_by" : "asked"),
  ]);
};

const accessWords = ({ t }: PanelContext, { access }: Disclosure): TemplateResult =>
  html`${(["business", "retained"] as const).map(
      (what) =>
        html`<p>
          ${t("requests.answered", {
            question: t(`requests.access.${what}`),
            answer: t(`requests.answer.${access?.[what] ?? "unknown"}`),
          })}
        </p>`,
    )}
    <p>${t(`requests.access.${access?.obliged ? "obliged" : "not_obliged"}`)}</p>`;

export const extensionSheet = (panel: PanelContext, item: Extension): TemplateResult =>
  sheet(panel, [
    ["reason", item.reason || panel.t("requests.words_gone")],
    ["original_ends", panel.format.list(item.original_ends.map((day) => dayOf(panel, day)))],
    ["until", dayOf(panel, item.until)],
    ["renews", item.renews !== null && panel.t("requests.number", { number: item.renews })],
    ["remarks", item.remarks],
    ["end_reason", item.end_reason],
    askedRow(panel, item),
  ]);

/** Of what: what was asked for, what is truly kept of it, and until when. */
export function spanSheet(
  panel: PanelContext,
  item: Scope & { true?: True[] },
  { until, held, plain }: { until?: Moment | null; held?: Moment | null; plain?: boolean } = {},
): TemplateResult {
  const { t } = panel;
  return sheet(panel, [
    ["cameras", placesOf(panel, item.cameras)],
    [plain ? "span_plain" : "span", spanOf(panel, item)],
    ["true", item.true?.length ? html`${item.true.map((part) => trueBounds(panel, part))}` : null],
    ["protected_until", until && momentOf(panel, until)],
    ["held_until", held && t("requests.day_end", { day: lastDayOf(panel, held) })],
  ]);
}

function trueBounds(panel: PanelContext, part: True): TemplateResult {
  const { format } = panel;
  const seconds = (when: Moment): string => `${format.day(when)} ${format.seconds(when)}`;
  const sameDay = format.date(part.start) === format.date(part.end);
  return html`<p class="numbers">
    ${placesOf(panel, [part.camera])}<br />
    ${panel.t("span.both", {
      from: seconds(part.start),
      to: sameDay ? format.seconds(part.end) : seconds(part.end),
    })}
    <span class="soft small">${format.bytes(part.bytes)}</span>
  </p>`;
}

/** What the guideline says of this, in its own words. */
export function guideline(
  panel: PanelContext,
  of: "extension" | "seizure" | "access" | Ground,
): TemplateResult {
  const { t } = panel;
  return html`<section class="card guideline" aria-labelledby="guideline">
    <h2 id="guideline">${t("requests.guideline.heading")}</h2>
    <blockquote>${t(`requests.guideline.${of}.quote`)}</blockquote>
    <p class="soft small">${t(`requests.guideline.${of}.more`)}</p>
  </section>`;
}
