/** How the pages of themes look. */

import { css } from "lit";

/** Words that are shown as they were said, and what must not be overlooked. */
export const saidStyles = css`
  .said {
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: color-mix(in srgb, var(--kb-text) 5%, var(--kb-card));
    line-height: 1.75;
    white-space: pre-line;
  }
  .bad {
    color: var(--kb-bad);
  }
  .strong {
    font-weight: 600;
  }
  .text {
    white-space: pre-line;
  }
  details > .said {
    margin-block: 8px 12px;
  }
`;

export const themeStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .page {
    max-width: 960px;
  }
  .top {
    display: grid;
    gap: 8px;
  }
  .top .actions {
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
    justify-content: space-between;
    gap: 8px 16px;
  }
  #title {
    outline: none;
  }
  section > h2,
  .section > h2 {
    margin-bottom: 12px;
    font-size: 18px;
  }
  .card > h2,
  .card > .head > h2 {
    margin: 0;
    font-size: 18px;
  }
  .card {
    gap: 12px;
  }
  .head h3 {
    flex: 1;
    min-width: min(100%, 10em);
  }
  .list {
    display: grid;
    gap: 16px;
  }
  .card:has(> details) {
    padding-block: 8px;
  }
  article > details > summary {
    color: inherit;
  }
  summary > .head {
    flex: 1;
  }
  .opened {
    display: grid;
    gap: 12px;
    padding-block: 4px 8px;
  }
  .links {
    display: block;
    padding-block: 4px;
  }
  .links li + li {
    border-top: 1px solid var(--kb-line);
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    margin-inline: -20px;
    padding: 14px 20px;
    color: inherit;
    text-decoration: none;
  }
  .item:hover {
    background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
  }
  .links li:first-child .item {
    border-radius: var(--kb-radius) var(--kb-radius) 0 0;
  }
  .links li:last-child .item {
    border-radius: 0 0 var(--kb-radius) var(--kb-radius);
  }
  .item > .title {
    font-weight: 600;
    line-height: 1.5;
  }
  .item > .side {
    text-align: end;
  }
  .item > p {
    grid-column: 1 / -1;
  }
  .note.bad {
    color: inherit;
  }
  .tag.bad {
    color: var(--kb-bad);
  }
  .history {
    display: grid;
    gap: 12px;
  }
  .history > li {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--kb-line);
  }
  .photo {
    max-width: min(100%, 400px);
    border-radius: 8px;
    display: block;
  }
  dd li .icon {
    display: inline;
    vertical-align: -3px;
  }
  @media (max-width: 599px) {
    .item {
      margin-inline: -16px;
      padding-inline: 16px;
    }
    .name .actions,
    .name .actions .button.primary {
      flex: 1 1 100%;
    }
  }
`;
