/** A day to be read and moved along: the timeline, small pictures over it, its gaps in words. */

import { css, html, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { covers, type Span } from "../data/timeline";
import type { Day } from "../data/types";
import type { OpenViewing } from "../dialogs/open-viewing";
import { Thumbnail } from "../player/thumbnail";
import { define } from "./define";
import "./gap-list";
import { look } from "./styles";
import "./timeline";
import type { Timeline } from "./timeline";
import { PanelElement } from "./view";

export class DayLine extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .line {
        position: relative;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) day!: Day;
  @property({ attribute: false }) at: number | null = null;
  @property({ attribute: false }) viewing: OpenViewing | null = null;
  @property({ attribute: false }) mark: Span | null = null;

  @state() private pointed: { at: number; x: number } | null = null;
  @query("kb-timeline") private timeline!: Timeline | null;

  /** What is on screen. */
  get shown(): Span | null {
    return this.timeline?.shown ?? null;
  }

  private seek = ({ detail }: CustomEvent<number>): void => {
    this.dispatchEvent(new CustomEvent("seek", { detail }));
  };

  protected override render(): TemplateResult {
    const { camera } = this.day;
    const open = this.viewing?.cameras.includes(camera) ? this.viewing : null;
    return html`
      <div class="line">
        ${open ? this.thumbnail(open) : nothing}
        <kb-timeline
          .panel=${this.panel}
          .day=${this.day}
          .at=${this.at}
          .open=${open?.span ?? null}
          .mark=${this.mark}
          @seek=${this.seek}
          @point=${({ detail }: CustomEvent<{ at: number; x: number } | null>) =>
            (this.pointed = detail)}
        ></kb-timeline>
      </div>
      <kb-gaps .panel=${this.panel} .day=${this.day} @seek=${this.seek}></kb-gaps>
    `;
  }

  private thumbnail({ session, span }: OpenViewing): TemplateResult {
    const pointed = this.pointed && covers(span, this.pointed.at) ? this.pointed : null;
    const room = Math.max((this.timeline?.clientWidth ?? 0) - Thumbnail.width, 0);
    const left = Math.min(Math.max((pointed?.x ?? 0) - Thumbnail.width / 2, 0), room);
    return html`<kb-thumbnail
      style="left: ${left}px"
      .panel=${this.panel}
      .session=${session}
      .camera=${this.day.camera}
      .at=${pointed?.at ?? null}
    ></kb-thumbnail>`;
  }
}

define("kb-day-line", DayLine);
