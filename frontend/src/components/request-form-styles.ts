/** How the page of a form for a request looks. */

import { css } from "lit";

export const formPage = css`
  .page {
    max-width: 820px;
  }
  .top {
    display: grid;
    gap: 4px;
  }
  .top h2 {
    font-size: 22px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  form {
    display: grid;
    gap: inherit;
    counter-reset: section;
  }
  form > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 20px;
    counter-increment: section;
  }
  .card > * {
    min-width: 0;
  }
  .card > h3 {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .card > h3::before {
    content: counter(section);
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    font-size: 15px;
    color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .card > h3 .must {
    margin: 0;
  }
  .again {
    flex-wrap: wrap;
    align-items: center;
  }
  .again > div {
    flex: 1 1 240px;
  }
  kb-footage-choice:focus {
    outline: none;
  }
  @media (max-width: 599px) {
    .foot .button {
      width: 100%;
    }
  }
`;
