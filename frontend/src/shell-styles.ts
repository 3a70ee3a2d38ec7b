import { css } from "lit";

export const shellStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--kb-page);
    font-family: var(--ha-font-family-body, var(--primary-font-family, Roboto, sans-serif));
    font-size: 16px;
    -webkit-text-size-adjust: 100%;
  }
  .bar {
    container: bar / inline-size;
    position: sticky;
    top: 0;
    z-index: 4;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 56px;
    padding: 0 16px 0 8px;
    background: var(--kb-card);
    border-bottom: 1px solid var(--kb-line);
  }
  h1 {
    margin: 0;
    padding-inline-start: 8px;
    font-size: 18px;
    font-weight: 600;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
  }
  .gap {
    flex: 1;
  }
  kb-lock-chip {
    flex: none;
  }
  main {
    flex: 1;
    min-width: 0;
    outline: none;
  }
  .waiting {
    padding: 48px 24px;
    max-width: 640px;
    width: 100%;
    margin: 0 auto;
    text-align: center;
  }
  .waiting .note {
    text-align: start;
  }
  nav a,
  nav .tab {
    position: relative;
    display: flex;
    align-items: center;
    color: var(--kb-soft);
    text-decoration: none;
    -webkit-tap-highlight-color: transparent;
  }
  nav a[aria-current],
  nav .tab.current {
    color: var(--kb-accent);
  }
  nav .tab {
    font: inherit;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .badge {
    position: absolute;
    inset: 4px auto auto calc(50% + 4px);
    min-width: 20px;
    padding: 0 6px;
    border-radius: 999px;
    font-size: 12px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
    color: #fff;
    background: var(--kb-alert);
  }
  nav.above .badge {
    position: static;
    order: 1;
  }
  nav.above {
    flex: 1;
    display: flex;
    justify-content: safe center;
    align-self: stretch;
    gap: 4px;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav.above a {
    flex: none;
    gap: 8px;
    padding: 0 14px;
    min-height: 56px;
    font-weight: 600;
    border-block: 3px solid transparent;
    white-space: nowrap;
  }
  nav.above a[aria-current] {
    border-bottom-color: var(--kb-accent);
  }
  nav.above a:hover {
    background: var(--kb-tint);
  }
  nav.below {
    position: sticky;
    bottom: 0;
    z-index: 4;
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    background: var(--kb-card);
    border-top: 1px solid var(--kb-line);
  }
  nav.below > a,
  nav.below .tab {
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-height: 60px;
    padding: 6px 2px;
    font-size: 13px;
    font-weight: 600;
    text-align: center;
  }
  nav.below > a[aria-current] .icon,
  nav.below .tab.current .icon {
    box-sizing: content-box;
    padding: 3px 14px;
    margin: -3px 0;
    border-radius: 999px;
    background: var(--kb-tint);
  }
  nav .more {
    position: absolute;
    inset: auto 8px calc(100% + 8px) auto;
    min-width: 220px;
    padding: 8px 0;
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    background: var(--kb-card);
    box-shadow: 0 4px 16px rgba(0, 0, 0, 0.25);
  }
  nav .more a {
    gap: 16px;
    min-height: 52px;
    padding: 8px 20px;
    font-weight: 600;
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 16px;
    padding: 8px 16px;
    background: var(--kb-warn-tint);
  }
  .said {
    position: fixed;
    inset: auto 16px 84px;
    z-index: 6;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .said p {
    max-width: 560px;
    padding: 12px 20px;
    border-radius: 12px;
    color: #fff;
    background: #2b2f31;
    box-shadow: 0 4px 16px rgba(0, 0, 0, 0.35);
  }
  @container bar (max-width: 1399px) {
    nav.above a .icon {
      display: none;
    }
    nav.above a {
      padding: 0 10px;
    }
  }
  @container bar (max-width: 1099px) {
    h1:has(+ nav) {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
