import{a}from"./chunk-LBO2O6FZ.js";var r=a`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .head h2 {
    flex: 1;
    min-width: min(100%, 10em);
  }
  .card {
    display: grid;
    gap: 16px;
    align-content: start;
  }
  .card > * {
    min-width: 0;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 12px 0;
    border-top: 1px solid var(--kb-line);
  }
  .rows > li > .what {
    flex: 1 1 220px;
    min-width: 0;
  }
  .rows > li > .do {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* Words line up at the left where nothing but words can be touched. */
  .rows > li > .do:has(> .quiet:first-child) {
    margin-inline-start: -12px;
  }
  .rows > li:last-child {
    padding-bottom: 0;
  }
  .tag {
    display: inline-block;
    padding: 1px 10px;
    border-radius: 999px;
    font-size: 13px;
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
    color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .tag.warn {
    color: var(--kb-warn);
    background: var(--kb-warn-tint);
  }
  .tag.bad {
    color: var(--kb-bad);
    background: var(--kb-bad-tint);
  }
  .tag.plain {
    color: var(--kb-soft);
    background: color-mix(in srgb, var(--kb-text) 7%, var(--kb-card));
  }
  details > summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--kb-touch);
    padding: 4px 0;
    cursor: pointer;
    font-weight: 600;
    color: var(--kb-accent);
    list-style: none;
    line-height: 1.5;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary > .icon {
    transition: transform 0.15s;
  }
  details[open] > summary > .icon {
    transform: rotate(90deg);
  }
  .points {
    display: grid;
    gap: 8px;
    padding-inline-start: 20px;
    list-style: disc;
  }
  code,
  .code {
    font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
    font-size: 14px;
    overflow-wrap: anywhere;
  }
`;export{r as a};
