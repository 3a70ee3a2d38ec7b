/** A camera and its sign: 運用基準例 2 and 6 at a glance. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { Card, type CardConfig } from "./card";
import { house, moreInfo, type CardHass, type Entities, type EntityState } from "./house";
import { say } from "./words";

interface Config extends CardConfig {
  /** The sensor of the camera's recording state. */
  entity: string;
}

const GOOD = new Set(["recording", "displayed"]);
const QUIET = new Set(["connecting", "switched_off", "outside_hours"]);
const DUE = new Set(["inspection_due", "never_confirmed", "no_sign"]);

/** How a state is coloured. */
export function mood(value: string): "good" | "warn" | "bad" | "" {
  if (GOOD.has(value)) return "good";
  if (QUIET.has(value)) return "";
  return DUE.has(value) ? "warn" : "bad";
}

export class CameraAndSignCard extends Card<Config> {
  @state() private place = "";
  @state() private entities: Entities | null = null;
  /** Whether this person may confirm signs. */
  @state() private confirms = false;
  @state() private said = "";

  private asked = "";

  static getConfigForm(): object {
    const filter = [{ integration: "kuma_bouhan", domain: "sensor" }];
    return { schema: [{ name: "entity", required: true, selector: { entity: { filter } } }] };
  }

  static async getStubConfig(hass: CardHass): Promise<{ entity: string }> {
    const { cameras } = await house(hass);
    return { entity: cameras[0]?.entities["sensor.recording_state"] ?? "" };
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { hass, config } = this;
    if (!hass || !config || this.asked === config.entity) return;
    this.asked = config.entity;
    void house(hass).then(
      ({ cameras, may }) => {
        this.confirms = may.includes("confirm_sign");
        const found = cameras.find(({ entities }) =>
          Object.values(entities).includes(config.entity),
        );
        this.entities = found?.entities ?? null;
        this.place = found?.place ?? "";
      },
      () => (this.asked = ""),
    );
  }

  private at(key: string): EntityState | undefined {
    return this.hass?.states[this.entities?.[key] ?? ""];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { hass, language } = this;
    if (!hass) return nothing;
    const recording = this.at("sensor.recording_state");
    if (!recording) {
      return html`<div class="card"><p class="soft">${say(language, "choose")}</p></div>`;
    }
    const sign = this.at("sensor.sign");
    const next = this.at("sensor.next_erasure");
    const known = next && !["unknown", "unavailable"].includes(next.state);
    return html`<div class="card">
      <div class="head">
        <h2>${this.place}</h2>
        ${this.chip(recording)}
      </div>
      ${
        sign
          ? html`<div class="head">
              <span class="soft">${say(language, "sign")}</span>
              ${this.chip(sign)}
            </div>`
          : nothing
      }
      ${
        known
          ? html`<div class="head">
              <span class="soft">${say(language, "next_erasure")}</span>
              <span>${this.format?.moment(next.state) ?? ""}</span>
            </div>`
          : nothing
      }
      ${
        sign && sign.state !== "displayed" && this.confirms
          ? html`<button class="button" @click=${this.confirm}>${say(language, "confirm")}</button>`
          : nothing
      }
      <p class="soft small" role="status">${this.said}</p>
    </div>`;
  }

  private chip(shown: EntityState): TemplateResult {
    return html`<button
      class="chip ${mood(shown.state)}"
      @click=${() => moreInfo(this, shown.entity_id)}
    >
      ${this.hass?.formatEntityState(shown) ?? shown.state}
    </button>`;
  }

  private readonly confirm = async (): Promise<void> => {
    const entity_id = this.entities?.["button.confirm_sign"];
    if (!entity_id || !this.hass) return;
    try {
      await this.hass.callService("button", "press", {}, { entity_id });
      this.said = say(this.language, "confirmed");
    } catch (error) {
      // Home Assistant hands over the sentence of the refusal in the person's language.
      this.said = (error as { message?: string }).message ?? "";
    }
  };
}
