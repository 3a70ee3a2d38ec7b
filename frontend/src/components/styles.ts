/**
 * The look of every page, on Home Assistant's own variables so that themes reach it.
 *
 * One accent. Steps of 4 px. Whatever can be touched is at least 44 px high. The accent as
 * themes give it is often too light for text: `--kb-accent` is darkened (light) or lightened
 * (dark) until words in it, and white words on `--kb-fill`, can be read.
 */
import { css } from "lit";

export const tokens = css`
  :host {
    --kb-page: var(--primary-background-color, #fafafa);
    --kb-card: var(--card-background-color, #fff);
    --kb-text: var(--primary-text-color, #141414);
    --kb-soft: var(--secondary-text-color, #5e5e5e);
    --kb-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --kb-primary: var(--primary-color, #009ac7);
    --kb-accent: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-fill: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 10%, var(--kb-card));
    --kb-good: #1b7a3d;
    --kb-bad: #b3261e;
    --kb-warn: #8a5300;
    --kb-alert: #b3261e;
    --kb-bad-tint: color-mix(in srgb, #d32f2f 8%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #f59f00 12%, var(--kb-card));
    --kb-radius: var(--ha-card-border-radius, 12px);
    --kb-touch: 44px;
    color: var(--kb-text);
  }
  :host([dark]) {
    --kb-accent: color-mix(in srgb, var(--kb-primary) 72%, #fff);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 16%, var(--kb-card));
    --kb-good: #6dd58c;
    --kb-bad: #ff897d;
    --kb-warn: #ffb951;
    --kb-bad-tint: color-mix(in srgb, #ff5449 14%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #ffb951 13%, var(--kb-card));
    color-scheme: dark;
  }
`;

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    text-wrap: balance;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 20px;
    line-height: 1.4;
    font-weight: 600;
  }
  h3 {
    font-size: 17px;
    line-height: 1.4;
    font-weight: 600;
  }
  p,
  li,
  dd,
  dt {
    line-height: 1.65;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  a {
    color: var(--kb-accent);
  }
  .icon {
    flex: none;
    fill: currentColor;
    display: block;
  }
  .soft {
    color: var(--kb-soft);
  }
  .small {
    font-size: 14px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

export const buttons = css`
  .button,
  .round {
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
    cursor: pointer;
    min-height: var(--kb-touch);
    -webkit-tap-highlight-color: transparent;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 10px 20px;
    border-radius: 999px;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    color: var(--kb-accent);
    background: var(--kb-tint);
    transition: filter 0.15s;
  }
  .button.primary {
    color: #fff;
    background: var(--kb-fill);
  }
  .button.danger {
    color: var(--kb-bad);
    background: var(--kb-bad-tint);
  }
  .button.quiet {
    background: none;
    padding-inline: 12px;
  }
  .button:hover:not(:disabled) {
    filter: brightness(0.95);
  }
  :host([dark]) .button:hover:not(:disabled) {
    filter: brightness(1.12);
  }
  .button:disabled,
  .round:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .round {
    display: inline-grid;
    place-items: center;
    width: var(--kb-touch);
    height: var(--kb-touch);
    padding: 0;
    border-radius: 50%;
    flex: none;
  }
  .round:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
`;

export const cards = css`
  .page {
    max-width: 1280px;
    margin: 0 auto;
    padding: 24px 24px 40px;
    display: grid;
    gap: 24px;
  }
  .page > * {
    min-width: 0;
  }
  .card {
    background: var(--kb-card);
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    padding: 20px;
  }
  .note {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: var(--kb-tint);
    line-height: 1.6;
  }
  .note > .icon {
    margin-top: 1px;
    color: var(--kb-accent);
  }
  .note > div {
    flex: 1;
    min-width: 0;
  }
  .note.bad {
    background: var(--kb-bad-tint);
  }
  .note.bad > .icon {
    color: var(--kb-bad);
  }
  .note.warn {
    background: var(--kb-warn-tint);
  }
  .note.warn > .icon {
    color: var(--kb-warn);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
  }
  .facts dt {
    color: var(--kb-soft);
  }
  @media (max-width: 599px) {
    .page {
      padding: 16px 16px 32px;
      gap: 16px;
    }
    .card {
      padding: 16px;
    }
  }
`;

export const fields = css`
  .field {
    display: grid;
    gap: 6px;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 600;
    line-height: 1.5;
    padding: 0;
  }
  legend {
    margin-bottom: 8px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .hint {
    color: var(--kb-soft);
    font-size: 14px;
    line-height: 1.6;
  }
  input[type="text"],
  input[type="password"],
  input[type="date"],
  input[type="time"],
  input[type="datetime-local"],
  input[type="search"],
  select,
  textarea {
    font: inherit;
    font-size: 16px;
    color: var(--kb-text);
    background: var(--kb-card);
    border: 1px solid color-mix(in srgb, var(--kb-text) 45%, var(--kb-card));
    border-radius: 8px;
    min-height: 48px;
    padding: 10px 12px;
    width: 100%;
    max-width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    min-height: 88px;
    line-height: 1.6;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--kb-touch);
    padding: 8px 12px;
    border: 1px solid var(--kb-line);
    border-radius: 10px;
    cursor: pointer;
    line-height: 1.5;
  }
  .choice:has(:checked) {
    border-color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--kb-fill);
  }
`;

/** What every element of this panel begins with. */
export const look = [tokens, base, buttons, cards, fields];
