/** For a person without a role: what this is, who answers for it, how to complain. Nothing else. */

import { mdiCctv } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";

export class OutsiderView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .page {
        max-width: 680px;
      }
      .card {
        display: grid;
        gap: 16px;
        padding: 28px;
      }
      .head {
        display: flex;
        gap: 16px;
        align-items: center;
      }
      .head .icon {
        padding: 10px;
        box-sizing: content-box;
        border-radius: 16px;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .facts {
        gap: 12px 20px;
      }
      .facts dd {
        font-weight: 600;
      }
      @media (max-width: 599px) {
        .card {
          padding: 20px;
        }
        .facts {
          grid-template-columns: 1fr;
          gap: 2px;
        }
        .facts dd {
          margin-bottom: 10px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { site } = this.panel.overview;
    if (!site) return nothing;
    return html`
      <div class="page">
        <section class="card" aria-labelledby="what">
          <div class="head">
            ${icon(mdiCctv, 32)}
            <div>
              <h2 id="what">${this.t("outsider.heading")}</h2>
              <p class="soft">${site.facility}</p>
            </div>
          </div>
          <p>
            ${
              site.crimes
                ? this.t("outsider.what_for", { crimes: site.crimes, days: site.retention_days })
                : this.t("outsider.what", { days: site.retention_days })
            }
          </p>
          <p>${this.t("outsider.who_sees")}</p>
        </section>
        <section class="card" aria-labelledby="complain">
          <h2 id="complain">${this.t("outsider.complain")}</h2>
          <p>${this.t("outsider.complain_how")}</p>
          <dl class="facts">
            ${this.fact("outsider.owner", site.owner_name)}
            ${this.fact(
              "outsider.manager",
              [site.manager_title, site.manager_name].filter(Boolean).join(" "),
            )}
            ${this.fact("outsider.contact", site.contact)}
          </dl>
          <p class="soft small">${this.t("outsider.no_role")}</p>
        </section>
      </div>
    `;
  }

  private fact(key: string, value: string): TemplateResult | typeof nothing {
    if (!value) return nothing;
    return html`<div style="display: contents">
      <dt>${this.t(key)}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}
