/** The sections of the forms for requests, beside which footage it is. */

import { html, nothing, type TemplateResult } from "lit";
import { dayBeside } from "../data/local-time";
import {
  contentOf,
  DANGERS,
  GROUNDS,
  LONGEST_LINE,
  LONGEST_TEXT,
  type Around,
  type Wish,
} from "../data/wish";
import type { NewKind } from "../data/requests";
import {
  chip,
  choiceField,
  dateField,
  momentField,
  textField,
  tickField,
  type Form,
} from "./form-fields";

export type WishForm = Form<Wish> & {
  /** The form for the officer at the door: what has to be said, and nothing else. */
  short: boolean;
  kind: NewKind;
  around: Around;
  zone: string;
  /** A day as people read it. */
  day(day: string): string;
};

/** What the sections ask of the page. */
export interface Beside {
  /** Why it was kept until now, where an extension is renewed. */
  reasonBefore: string;
  /** Go and record a seizure instead. */
  seize(): void;
}

/** `need`: it is one question, and that has to be answered. */
export type Section = readonly [name: string, body: TemplateResult, need?: boolean];

/** The sections of a form, behind the one that says which footage. */
export function sectionsOf(form: WishForm, kind: NewKind, beside: Beside): Section[] {
  switch (kind) {
    case "extension":
      return [
        ["until", untilField(form)],
        ["reason", html`${reasonField(form, beside.reasonBefore)}${remarksField(form)}`],
      ];
    case "disclosure":
      return form.short
        ? [
            ["paper", investigationFields(form)],
            ["recipient", recipientFields(form)],
            ["purpose", html`${purposeField(form)}${contentField(form)}`],
          ]
        : [
            ["ground", groundField(form, beside.seize), true],
            [
              "recipient",
              html`${recipientFields(form)}${identityField(form, ["police_id", "office_called"])}`,
            ],
            [
              "purpose",
              html`${purposeField(form)}${contentField(form)}${maskedField(form)}${remarksField(form)}`,
            ],
          ];
    case "access":
      return [
        ["person", html`${personFields(form)}${identityField(form, ["licence", "my_number"])}`],
        [
          "asked",
          html`${purposeField(form)}${contentField(form)}${maskedField(form)}${remarksField(form)}`,
        ],
      ];
    case "seizure":
      return [
        [
          "seized",
          html`${momentField(form, "at", form.zone, { label: form.t("request_form.at"), need: true })}
          ${documentFields(form, ["seizure_warrant"])}${contentField(form)}`,
        ],
        ["seizer", html`${recipientFields(form)}${remarksField(form)}`],
      ];
  }
}

const words = (form: WishForm, list: string, names: readonly string[]): string[] =>
  names.map((name) => form.t(`request_form.${list}.${name}`));

// --- Extension ---

const OFFERED_DAYS = [7, 14, 30, 60];
const OFFERS = 3;

function untilField(form: WishForm): TemplateResult {
  const { today, least, latest, originalEnd } = form.around;
  const offers = OFFERED_DAYS.map((days) => ({ days, day: dayBeside(today, days) }))
    .filter(({ day }) => day >= least && day <= latest)
    .slice(0, OFFERS);
  return dateField(form, "until", {
    label: form.t("request_form.until"),
    hint: form.t("request_form.until_hint", { original: originalEnd, latest: form.day(latest) }),
    need: true,
    least,
    most: latest,
    below: offers.length
      ? html`<div class="offers">
          ${offers.map(({ days, day }) =>
            chip(
              form.t("request_form.days_from_now", { count: days }),
              form.value.until === day,
              () => form.set({ until: day }),
            ),
          )}
        </div>`
      : nothing,
  });
}

function reasonField(form: WishForm, before: string): TemplateResult {
  return html`
    ${textField(form, "reason", {
      label: form.t("request_form.reason"),
      hint: form.t("request_form.reason_hint"),
      need: true,
      rows: 4,
      most: LONGEST_TEXT,
      placeholder: form.t("request_form.reason_example"),
    })}
    ${
      before
        ? html`<p class="hint">${form.t("request_form.reason_before", { reason: before })}</p>`
        : nothing
    }
  `;
}

// --- Grounds ---

function groundField(form: WishForm, seize: () => void): TemplateResult {
  const below = {
    law: () => lawFields(form, seize),
    emergency: () => emergencyFields(form),
    investigation: () => investigationFields(form),
  };
  return choiceField(
    form,
    "ground",
    GROUNDS.map((ground) => ({
      value: ground,
      label: form.t(`viewing.ground.${ground}`),
      more: form.t(`request_form.ground_help.${ground}`),
      below: below[ground],
    })),
    { label: form.t("viewing.ground_question"), need: true, unseen: true },
  );
}

function lawFields(form: WishForm, seize: () => void): TemplateResult {
  return html`
    ${documentFields(form, ["order", "warrant", "inquiry"], true)}
    <p class="hint">
      ${form.t("request_form.seized_instead")}
      <a
        href="#"
        @click=${(event: Event) => {
          event.preventDefault();
          seize();
        }}
        >${form.t("request_form.heading.seizure")}</a
      >
    </p>
  `;
}

function emergencyFields(form: WishForm): TemplateResult {
  return html`
    ${choiceField(
      form,
      "danger",
      DANGERS.map((danger) => ({ value: danger, label: form.t(`request_form.danger.${danger}`) })),
      { label: form.t("request_form.danger_question"), need: true },
    )}
    ${textField(form, "urgency", {
      label: form.t("request_form.urgency"),
      hint: form.t("request_form.urgency_hint"),
      need: true,
      rows: 2,
      most: LONGEST_TEXT,
    })}
    ${textField(form, "no_other_way", {
      label: form.t("request_form.no_other_way"),
      need: true,
      rows: 2,
      most: LONGEST_TEXT,
    })}
    ${documentFields(form, [])}
  `;
}

function investigationFields(form: WishForm): TemplateResult {
  const { writtenRequest } = form.around;
  return html`
    ${choiceField(
      form,
      "written",
      [
        {
          value: true,
          label: form.t("request_form.written.yes"),
          below: () => documentFields(form, ["cooperation", "fire"]),
        },
        {
          value: false,
          label: form.t("request_form.written.no"),
          below: () =>
            writtenRequest
              ? textField(form, "exception", {
                  label: form.t("request_form.exception"),
                  hint: form.t("request_form.exception_hint"),
                  need: true,
                  most: LONGEST_TEXT,
                  offers: words(form, "exceptions", ["urgent", "later"]),
                })
              : nothing,
        },
      ],
      {
        label: form.t("request_form.written_question"),
        hint: writtenRequest ? form.t("request_form.written_hint") : "",
        need: writtenRequest,
      },
    )}
  `;
}

/** The paper that it rests on. */
function documentFields(form: WishForm, offers: readonly string[], need = false): TemplateResult {
  return html`<div class="pair">
    ${textField(form, "document", {
      label: form.t("request_form.document"),
      need,
      most: LONGEST_TEXT,
      offers: words(form, "documents", offers),
    })}
    ${textField(form, "document_number", {
      label: form.t("request_form.document_number"),
      hint: form.t("request_form.document_number_hint"),
      most: LONGEST_LINE,
    })}
  </div>`;
}

// --- To whom, and what ---

function recipientFields(form: WishForm): TemplateResult {
  const name = (label: string): TemplateResult =>
    textField(form, "name", { label, need: true, most: LONGEST_LINE });
  return html`
    ${textField(form, "affiliation", {
      label: form.t("request_form.affiliation"),
      hint: form.t("request_form.affiliation_hint"),
      need: true,
      most: LONGEST_LINE,
    })}
    ${
      form.short
        ? name(form.t("request_form.title_and_name"))
        : html`<div class="pair">
            ${textField(form, "title", {
              label: form.t("request_form.title"),
              hint: form.t("request_form.title_hint"),
              most: LONGEST_LINE,
            })}
            ${name(form.t("request_form.name"))}
          </div>`
    }
    ${contactField(form, form.kind !== "seizure")}
  `;
}

/** A person who asks for footage of themselves. */
function personFields(form: WishForm): TemplateResult {
  return html`
    ${textField(form, "name", {
      label: form.t("request_form.person"),
      hint: form.t("request_form.person_hint"),
      need: true,
      most: LONGEST_LINE,
    })}
    ${contactField(form)}
  `;
}

function contactField(form: WishForm, need = true): TemplateResult {
  return textField(form, "contact", {
    label: form.t("request_form.contact"),
    hint: form.t("request_form.contact_hint"),
    need,
    most: LONGEST_LINE,
  });
}

function identityField(form: WishForm, offers: readonly string[]): TemplateResult {
  return textField(form, "identity_check", {
    label: form.t("request_form.identity_check"),
    hint: form.t("request_form.identity_hint"),
    most: LONGEST_TEXT,
    offers: words(form, "identities", offers),
  });
}

function purposeField(form: WishForm): TemplateResult {
  const { kind } = form;
  const investigation = kind === "disclosure" && form.value.ground === "investigation";
  return textField(form, "purpose", {
    label: form.t(kind === "access" ? "request_form.asked_for" : "request_form.purpose"),
    hint: kind === "access" ? form.t("request_form.asked_for_hint") : "",
    need: true,
    rows: 2,
    most: LONGEST_TEXT,
    offers: investigation ? words(form, "purposes", ["crime", "accident", "fire"]) : [],
  });
}

function contentField(form: WishForm): TemplateResult {
  const { sentence } = form.around;
  const { content } = form.value;
  return textField(form, "content", {
    label: form.t("request_form.content"),
    hint: form.t(
      content !== null
        ? "request_form.content_hint"
        : sentence
          ? "request_form.content_made"
          : "request_form.content_first",
    ),
    need: true,
    rows: 2,
    most: LONGEST_TEXT,
    shown: content ?? sentence,
    below:
      content !== null && contentOf(form.value, sentence) !== sentence && sentence
        ? html`<div class="offers">
            ${chip(form.t("request_form.content_again"), false, () => form.set({ content: null }))}
          </div>`
        : nothing,
  });
}

function remarksField(form: WishForm): TemplateResult {
  return textField(form, "remarks", {
    label: form.t("request_form.remarks"),
    rows: 2,
    most: LONGEST_TEXT,
  });
}

function maskedField(form: WishForm): TemplateResult {
  return tickField(form, "masked", {
    label: form.t("request_form.masked"),
    hint: form.t("request_form.masked_hint"),
  });
}
