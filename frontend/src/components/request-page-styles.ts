import { css } from "lit";

export const pageStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .page {
    max-width: 1200px;
  }
  .top {
    display: grid;
    gap: 8px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    justify-self: start;
    min-height: var(--kb-touch);
    padding-inline-end: 12px;
    font-weight: 600;
    text-decoration: none;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
  }
  .name h2 {
    outline: none;
  }
  .name .number {
    margin-inline-end: 8px;
    color: var(--kb-soft);
    font-weight: 400;
  }
  .columns,
  .about,
  .doing {
    display: grid;
    gap: 16px;
    align-content: start;
    min-width: 0;
  }
  .about > *,
  .doing > * {
    min-width: 0;
  }
  .card {
    gap: 12px;
  }
  .guideline blockquote {
    margin: 0;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--kb-accent);
    line-height: 1.7;
    text-wrap: pretty;
  }
  .history {
    display: grid;
    gap: 12px;
  }
  .history > li {
    position: relative;
    padding-inline-start: 24px;
  }
  .history > li::before {
    content: "";
    position: absolute;
    inset: 9px auto auto 3px;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--kb-accent);
  }
  .history > li:not(:last-child)::after {
    content: "";
    position: absolute;
    inset: 23px auto -16px 7px;
    width: 2px;
    background: var(--kb-line);
  }
  .history .text {
    white-space: pre-line;
  }
  .steps {
    display: flex;
    margin-top: 8px;
  }
  .steps li {
    position: relative;
    flex: 1;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 4px;
    max-width: 180px;
    text-align: center;
    font-size: 14px;
    line-height: 1.4;
    color: var(--kb-soft);
  }
  .steps li:not(:first-child)::before {
    content: "";
    position: absolute;
    inset: 13px calc(50% + 18px) auto calc(-50% + 18px);
    height: 2px;
    background: var(--kb-line);
  }
  .steps li.done::before {
    background: var(--kb-accent);
  }
  .steps .dot {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 2px solid var(--kb-line);
    border-radius: 50%;
    font-weight: 600;
    background: var(--kb-card);
  }
  .steps .done .dot {
    border-color: var(--kb-fill);
    color: #fff;
    background: var(--kb-fill);
  }
  .steps [aria-current] {
    font-weight: 600;
    color: var(--kb-accent);
  }
  .steps [aria-current] .dot {
    border-color: var(--kb-accent);
  }
  @media (max-width: 599px) {
    .name .number {
      display: block;
    }
  }
  @container (min-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 380px;
      gap: 24px;
      align-items: start;
    }
    .about {
      grid-column: 1;
      grid-row: 1;
    }
    .doing {
      grid-column: 2;
      grid-row: 1;
      position: sticky;
      top: 80px;
    }
  }
`;
