/** A made-up site, and a `hass` that answers what a test says. */

import type { PanelContext } from "../src/components/panel-context";
import { sentence } from "../src/data/errors";
import { Format } from "../src/data/format";
import type { Hass } from "../src/data/hass";
import { translator } from "../src/data/texts";
import type { Camera, LockState, Overview } from "../src/data/types";
import { english } from "./words";

export const t = translator(english);

export function camera(more: Partial<Camera> = {}): Camera {
  return {
    camera: "c1",
    place: "Entrance",
    view: "The door",
    entity_id: "camera.door",
    mode: "stream",
    state: "recording",
    problem: false,
    on: true,
    days: 7,
    oldest: "2026-11-16T00:00:00+09:00",
    newest: "2026-11-23T12:00:00+09:00",
    kept_seconds: 604800,
    bytes: 1e9,
    next_erasure: null,
    last_gap: null,
    recording_switch: "switch.door",
    ...more,
  };
}

export function overview(more: Partial<Overview> = {}): Overview {
  return {
    version: "",
    site: {
      facility: "House",
      owner_name: "Association",
      manager_title: "Chair",
      manager_name: "Hanako",
      contact: "096-000-0000",
      purpose: "",
      crimes: "burglary",
      retention_days: 7,
      profile: "association",
    },
    me: {
      user_id: "u1",
      name: "Hanako",
      roles: ["manager"],
      may: ["list_footage", "view", "unlock", "lock", "switch_recording", "permit_viewing"],
    },
    lock: { locked: true },
    cameras: [camera()],
    vault: { away: false, free_days: 365 },
    book: { intact: true, entries: 3 },
    refounding: null,
    new_keys: null,
    vacant: [],
    code_used: false,
    ...more,
  };
}

export const LOCKED: LockState = { locked: true, mine: null, wait_until: null, plain_http: "no" };

export function opened(minutes = 10): LockState {
  const until = new Date(Date.now() + minutes * 60_000).toISOString();
  return { ...LOCKED, locked: false, mine: { until, idle_until: until } };
}

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
  keepalive: boolean;
}

type Answer = unknown | ((asked: Asked) => unknown);

/** What the integration says: by method and path behind /api/kuma_bouhan/; a Refusal is an error. */
export class Refusal {
  constructor(
    readonly error: string,
    readonly blanks: Record<string, string | number> = {},
    readonly status = 422,
  ) {}
}

export class House {
  readonly asked: Asked[] = [];
  answers: Record<string, Answer> = {};
  overview: Overview = overview();
  lock: LockState = LOCKED;
  subscribers: ((overview: Overview) => void)[] = [];
  unsubscribed = 0;
  readonly called: unknown[] = [];

  readonly hass: Hass = {
    language: "en",
    locale: { language: "en", time_format: "language" },
    config: { time_zone: "Asia/Tokyo" },
    user: { id: "u1", name: "Hanako" },
    themes: { darkMode: false },
    auth: {
      data: { access_token: "t" },
      expired: false,
      refreshAccessToken: async () => undefined,
    },
    connection: {
      subscribeMessage: async (callback) => {
        this.subscribers.push(callback as never);
        callback(this.overview as never);
        return async () => {
          this.unsubscribed += 1;
        };
      },
    },
    fetchWithAuth: (path, init) => this.answer(path, init),
    callService: async (...call) => this.called.push(call),
    callWS: async () => undefined as never,
    localize: () => "",
    loadBackendTranslation: async () => (key) => (key.includes("wrong_passphrase") ? "Wrong." : ""),
  };

  private async answer(url: string, init: RequestInit = {}): Promise<Response> {
    const path = url.replace("/api/kuma_bouhan/", "");
    const asked: Asked = {
      method: init.method ?? "GET",
      path,
      body: JSON.parse((init.body as string | undefined) ?? "{}") as Record<string, unknown>,
      keepalive: init.keepalive ?? false,
    };
    this.asked.push(asked);
    const answer =
      this.answers[`${asked.method} ${path}`] ?? (path === "lock" ? this.lock : undefined);
    const said: unknown =
      typeof answer === "function" ? (answer as (asked: Asked) => unknown)(asked) : answer;
    if (said instanceof Response) return said;
    if (said instanceof Refusal) {
      return Response.json({ error: said.error, blanks: said.blanks }, { status: said.status });
    }
    if (said === undefined) return new Response("", { status: 500 });
    return Response.json(said);
  }

  told(path: string): Asked[] {
    return this.asked.filter((asked) => asked.path === path);
  }

  /** The context that the shell would hand down. */
  context(more: Partial<PanelContext> = {}): PanelContext {
    const dialogs = document.createElement("div");
    document.body.append(dialogs);
    return {
      hass: this.hass,
      overview: this.overview,
      lock: this.lock,
      narrow: false,
      path: ["today"],
      t,
      format: new Format("en", "Asia/Tokyo"),
      words: (error) => sentence(error, t, this.hass.localize),
      go: () => undefined,
      refreshLock: async () => undefined,
      ensureUnlocked: async () => true,
      lockNow: async () => undefined,
      say: () => undefined,
      dialogs,
      may: (act) => this.overview.me.may.includes(act),
      ...more,
    };
  }
}

/** Put an element on the page and wait until it is drawn. */
export async function put<E extends HTMLElement & { updateComplete: Promise<unknown> }>(
  element: E,
): Promise<E> {
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Let promises that are under way come to their end. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}

/** All words inside an element, its shadows included, white space made one. */
export function wordsOf(node: Node): string {
  const parts: string[] = [];
  const walk = (at: Node): void => {
    if (at instanceof Text) parts.push(at.data);
    if (at instanceof HTMLStyleElement) return;
    const shadow = at instanceof Element ? at.shadowRoot : null;
    for (const child of (shadow ?? at).childNodes) walk(child);
  };
  walk(node);
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

/** The first element that a selector finds, shadows included. */
export function deep<E extends Element = HTMLElement>(
  root: ParentNode | Element,
  selector: string,
): E {
  const found = all<E>(root, selector)[0];
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export function all<E extends Element = HTMLElement>(
  root: ParentNode | Element,
  selector: string,
): E[] {
  const within = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  const found = [...within.querySelectorAll<E>(selector)];
  for (const element of within.querySelectorAll("*")) {
    if (element.shadowRoot) found.push(...all<E>(element, selector));
  }
  return found;
}
