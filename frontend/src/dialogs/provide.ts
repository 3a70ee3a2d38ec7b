/** The hand-over of what was prepared: 提供日時, on what, to whom, and what becomes of it. */

import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import {
  choiceField,
  dateField,
  momentField,
  textField,
  tickField,
} from "../components/form-fields";
import { ProvingDialog } from "../components/proving-dialog";
import type { Problem } from "../data/api";
import { dayBeside, toIso } from "../data/local-time";
import type { Day, Disclosure, Duty, Medium } from "../data/request-types";
import { actPath } from "../data/requests";
import { LONGEST_LINE } from "../data/wish";

const MEDIA: readonly Medium[] = ["usb", "disc", "online", "other"];
const MINUTE = 60_000;
const DUTIES: readonly Duty[] = ["none", "return", "destruction"];

interface Handover {
  at: number | null;
  medium: Medium | "";
  medium_text: string;
  copies: string;
  received_by: string;
  receipt: boolean;
  duty: Duty | "";
  due: Day;
}

/** The field that a refusal of the integration's is about. */
const OF_PROBLEM: Record<string, keyof Handover> = {
  moment_in_future: "at",
  handover_too_early: "at",
  copies_out_of_range: "copies",
  medium_text_missing: "medium_text",
  due_missing: "due",
  due_too_early: "due",
};

export class ProvideDialog extends ProvingDialog {
  @state() private value: Handover;
  private tried = false;

  constructor(private readonly item: Disclosure) {
    super();
    this.value = {
      at: Math.floor(Date.now() / MINUTE) * MINUTE,
      medium: "",
      medium_text: "",
      copies: "1",
      received_by: item.recipient.name,
      receipt: false,
      duty: "",
      due: "",
    };
  }

  private set(part: Partial<Handover>): void {
    this.value = { ...this.value, ...part };
    if (part.duty && !this.value.due) {
      this.value.due = dayBeside(this.panel.format.date(Date.now()), 30);
    }
    if (this.tried) this.check();
  }

  private check(): boolean {
    const { at, medium, medium_text, copies, duty, due } = this.value;
    const wrong = {
      at: at === null && "requests.time_needed",
      medium: !medium && "requests.provide.medium_needed",
      medium_text:
        medium === "other" && !medium_text.trim() && "requests.provide.medium_text_needed",
      copies: !/^[1-9]\d?$/.test(copies.trim()) && "requests.provide.copies_needed",
      duty: !duty && "requests.provide.duty_needed",
      due: this.comesBack && !due && "requests.provide.due_needed",
    };
    this.wrong = Object.fromEntries(
      Object.entries(wrong).flatMap(([field, key]) => (key ? [[field, this.t(key)]] : [])),
    );
    return !Object.keys(this.wrong).length;
  }

  private get comesBack(): boolean {
    return Boolean(this.value.duty) && this.value.duty !== "none";
  }

  protected override fieldOf({ key }: Problem): string | null {
    return OF_PROBLEM[key] ?? null;
  }

  protected override submit(): void {
    this.tried = true;
    if (!this.check()) {
      this.error = this.t("dialog.wrong");
      return;
    }
    const { at, medium, medium_text, copies, received_by, receipt, duty, due } = this.value;
    this.prove(
      actPath("disclosure/provide"),
      {
        number: this.item.number,
        at: toIso(Number(at)),
        medium,
        ...(medium_text.trim() ? { medium_text: medium_text.trim() } : {}),
        copies: Number(copies),
        receipt,
        ...(received_by.trim() ? { received_by: received_by.trim() } : {}),
        duty,
        ...(this.comesBack ? { due } : {}),
      },
      () => this.panel.say(this.t("requests.provide.done")),
    );
  }

  protected override render(): TemplateResult {
    const { panel, value } = this;
    const form = this.asForm(value, (part) => this.set(part));
    const label = (field: keyof Handover): string => this.t(`requests.provide.${field}`);
    const hint = (name: string): string => this.t(`requests.provide.${name}_hint`);
    const other = value.medium === "other";
    return this.frame(
      this.t("requests.provide.heading"),
      html`
        <p>${this.t("requests.provide.what")}</p>
        ${momentField(form, "at", panel.format.zone, {
          label: label("at"),
          hint: hint("at"),
          need: true,
        })}
        ${choiceField(
          form,
          "medium",
          MEDIA.map((medium) => ({ value: medium, label: this.t(`requests.medium.${medium}`) })),
          { label: label("medium"), need: true },
        )}
        ${
          value.medium
            ? textField(form, "medium_text", {
                label: label("medium_text"),
                hint: hint(other ? "medium_other" : "medium_text"),
                need: other,
                most: LONGEST_LINE,
              })
            : nothing
        }
        ${textField(form, "copies", { label: label("copies"), need: true, inputmode: "numeric" })}
        ${textField(form, "received_by", { label: label("received_by"), most: LONGEST_LINE })}
        ${tickField(form, "receipt", { label: label("receipt") })}
        ${choiceField(
          form,
          "duty",
          DUTIES.map((duty) => ({ value: duty, label: this.t(`requests.duty.${duty}`) })),
          { label: label("duty"), need: true },
        )}
        ${this.comesBack ? dateField(form, "due", { label: label("due"), need: true }) : nothing}
        ${this.proof()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${this.t(this.busy ? "requests.sending" : "requests.provide.do")}
        </button>
      `,
    );
  }
}

define("kb-provide", ProvideDialog);
