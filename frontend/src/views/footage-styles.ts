/** How the page of footage looks. */

import { css } from "lit";

export const footage = css`
  .screen {
    display: grid;
    gap: 16px;
    justify-items: center;
    align-content: center;
    text-align: center;
    min-height: min(420px, 52vh);
    padding: 32px 20px;
    border-radius: var(--kb-radius);
    color: #e7eaec;
    background: #16191b;
  }
  .screen p {
    max-width: 34em;
  }
  .screen > .icon {
    opacity: 0.8;
  }
  .day {
    display: grid;
    gap: 8px;
  }
  .day > * {
    min-width: 0;
  }
`;
