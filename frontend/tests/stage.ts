/** A panel around one page or dialog: real words, a made-up integration that remembers what it was asked. */

import type { PanelContext } from "../src/components/panel-context";
import { asProblem } from "../src/data/api";
import { sentence } from "../src/data/errors";
import { Format } from "../src/data/format";
import type { Hass } from "../src/data/hass";
import { translator } from "../src/data/texts";
import type { Me, Overview } from "../src/data/types";
import * as words from "./words";

export const t = translator(words.english);
export const japanese = translator(words.japanese);

export interface Asked {
  /** Commands by websocket, and posts by path. */
  to: string;
  body: Record<string, unknown>;
}

type Answers = Record<string, unknown>;

export interface Stage {
  panel: PanelContext;
  asked: Asked[];
  said: string[];
  went: string[][];
}

export const ME: Me = { user_id: "u1", name: "熊本 花子", roles: ["manager"], may: [] };

/** `answers` by command or by path ("keys/make"); a function may throw or look at what was sent. */
export function stage(answers: Answers, me: Partial<Me> = {}, more: Partial<Overview> = {}): Stage {
  const asked: Asked[] = [];
  const said: string[] = [];
  const went: string[][] = [];
  const answer = (to: string, body: Record<string, unknown>): unknown => {
    asked.push({ to, body });
    const found = answers[to];
    return typeof found === "function" ? (found as (body: unknown) => unknown)(body) : found;
  };
  const hass = {
    language: "en",
    themes: { darkMode: false },
    callWS: async ({ type, ...body }: { type: string }) =>
      answer(type.replace("kuma_bouhan/", ""), body),
    fetchWithAuth: async (path: string, init?: RequestInit) => {
      const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
      try {
        return Response.json(answer(path.replace("/api/kuma_bouhan/", ""), body) ?? {});
      } catch (error) {
        const { key, blanks } = asProblem(error);
        return Response.json({ error: key, blanks }, { status: 422 });
      }
    },
  } as unknown as Hass;
  const overview = {
    version: "",
    me: { ...ME, ...me },
    book: { intact: true, entries: 1 },
    cameras: [],
    vacant: [],
    ...more,
  } as unknown as Overview;
  const dialogs = document.createElement("div");
  document.body.append(dialogs);
  const panel = {
    hass,
    overview,
    lock: null,
    narrow: false,
    path: ["today"],
    t,
    format: new Format("en", "Asia/Tokyo"),
    words: (error) => sentence(error, t, null),
    dialogs,
    go: (path) => void went.push([...path]),
    refreshLock: async () => undefined,
    ensureUnlocked: async () => true,
    lockNow: async () => undefined,
    say: (text) => void said.push(text),
    may: (act) => overview.me.may.includes(act),
  } satisfies PanelContext;
  return { panel, asked, said, went };
}

/** Wait until what was begun has been answered and drawn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((done) => setTimeout(done));
}

/** Wait for a dialog, whose module is loaded when it is first wanted. */
export async function opened({ panel }: Stage): Promise<void> {
  for (let turn = 0; turn < 400 && !panel.dialogs.children.length; turn += 1) {
    await new Promise((done) => setTimeout(done, 5));
  }
  await settled();
}

/** Everything below an element, through shadow roots, its own included. */
export function all<E extends Element>(root: ParentNode, selector: string): E[] {
  const within = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  const found = [...within.querySelectorAll<E>(selector)];
  for (const element of within.querySelectorAll("*")) {
    if (element.shadowRoot) found.push(...all<E>(element.shadowRoot, selector));
  }
  return found;
}

export function button(root: ParentNode, label: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(root, "button").find(
    (one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label,
  );
  if (!found) throw new Error(`no button “${label}”`);
  return found;
}

export function field(root: ParentNode, label: string): HTMLInputElement & HTMLSelectElement {
  const found = all<HTMLLabelElement>(root, "label").find((one) =>
    one.textContent?.trim().startsWith(label),
  );
  if (!found) throw new Error(`no field “${label}”`);
  const target = found.htmlFor
    ? (found.getRootNode() as ShadowRoot).querySelector(`#${found.htmlFor}`)
    : found.querySelector("input");
  return target as HTMLInputElement & HTMLSelectElement;
}

export function type(input: HTMLInputElement | HTMLSelectElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export function tick(input: HTMLInputElement): void {
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export const textOf = (root: ParentNode): string =>
  all<Element>(root, "*")
    .flatMap((element) => [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent?.trim())
    .filter(Boolean)
    .join(" ");
