import { css } from "lit";
import { HEIGHT } from "./timeline-drawing";

export const timelineStyles = css`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 44px;
  }
  .tools div {
    display: flex;
    flex: none;
  }
  .tools p {
    min-width: 0;
    font-weight: 600;
  }
  .band {
    position: relative;
    height: ${HEIGHT}px;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    cursor: pointer;
    border-radius: 8px;
  }
  svg.day {
    display: block;
    width: 100%;
    height: ${HEIGHT}px;
    overflow: hidden;
  }
  .scale {
    font-size: 12px;
    fill: var(--kb-soft);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    stroke: var(--kb-line);
  }
  .ground {
    fill: color-mix(in srgb, var(--kb-text) 7%, var(--kb-card));
  }
  .recorded {
    fill: color-mix(in srgb, var(--kb-primary) 62%, var(--kb-card));
  }
  .session {
    fill: none;
    stroke: var(--kb-accent);
    stroke-width: 3;
  }
  .marked {
    fill: color-mix(in srgb, var(--kb-text) 20%, transparent);
    stroke: var(--kb-text);
    stroke-width: 2;
  }
  .missing {
    fill: url(#hatch);
    stroke: var(--kb-bad);
    stroke-width: 1;
  }
  .missing.meant {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
  }
  .held {
    fill: var(--kb-warn);
  }
  .ending {
    font-size: 12px;
    fill: var(--kb-soft);
  }
  .ending-line {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
    stroke-width: 2;
  }
  .ending.kept {
    fill: var(--kb-warn);
  }
  .ending-line.kept {
    stroke: var(--kb-warn);
  }
  .stage {
    position: relative;
  }
  .hand {
    stroke: var(--kb-text);
    stroke-width: 2;
  }
  .head {
    fill: var(--kb-text);
  }
  .hover {
    stroke: var(--kb-text);
    stroke-dasharray: 3 3;
    opacity: 0.6;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-top: 8px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .legend svg {
    display: block;
    border-radius: 3px;
    flex: none;
  }
`;
