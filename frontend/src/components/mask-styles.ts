/** How the page of masks looks. */

import { css } from "lit";

export const maskPage = css`
  .top {
    display: grid;
    gap: 4px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 24px;
    align-items: start;
  }
  .both > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 16px;
  }
  .shut {
    display: grid;
    gap: 16px;
    place-items: center;
    align-content: center;
    aspect-ratio: 16 / 9;
    min-height: 200px;
    width: 100%;
    padding: 24px;
    border-radius: var(--kb-radius);
    text-align: center;
    color: #e7eaec;
    background: #16191b;
  }
  @media (max-width: 999px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
  }
  @media (max-width: 599px) {
    .actions .button {
      width: 100%;
    }
  }
`;
