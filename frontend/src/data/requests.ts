/** Asks for requests, keeps the answer fresh, and does the acts on them. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { address, asProblem, get, post, Problem } from "./api";
import type { Hass } from "./hass";
import { toIso } from "./local-time";
import type { Acts, MaskStatus, PackageStatus, Requests } from "./request-types";
import type { Overview } from "./types";

const AGAIN_MS = 5_000;

/** Kinds of request that the forms make. */
export const NEW_KINDS = ["extension", "disclosure", "access", "seizure"] as const;
export type NewKind = (typeof NEW_KINDS)[number];
/** What a person needs to be allowed for each form. */
export const FORM_ACTS: Record<NewKind, string> = {
  extension: "request_extension",
  disclosure: "request_disclosure",
  access: "request_disclosure",
  seizure: "follow_copies",
};
/** What a new request can be made from. */
export type Origin = "draft" | "protection" | "renews";

/** The address of the form for a new request: requests/new/extension/renews/12. */
export function newRequest(kind: NewKind, from?: Origin, number?: number): string[] {
  return ["requests", "new", kind, ...(from && number ? [from, String(number)] : [])];
}

/** The address of an item. */
export const requestPath = (number: number): string[] => ["requests", String(number)];

/** Do an act below requests/; `Problem` where it was refused. */
export async function act<A extends keyof Acts>(
  hass: Hass,
  name: A,
  body: Acts[A][0],
): Promise<Acts[A][1]> {
  return post<Acts[A][1]>(hass, actPath(name), body as Record<string, unknown>);
}

/** The parts of an act's address, for dialogs that send a secret with it. */
export const actPath = (name: keyof Acts): string[] => ["requests", ...name.split("/")];

export const packageStatus = (hass: Hass, number: number): Promise<PackageStatus> =>
  get<PackageStatus>(hass, "requests", "package", String(number));

export const maskStatus = (hass: Hass, number: number, camera: string): Promise<MaskStatus> =>
  get<MaskStatus>(hass, "requests", "mask", String(number), camera);

/** The address of a camera's picture of a moment, out of what was permitted to be given out. */
export const stillPath = (number: number, camera: string, at: number): string =>
  `${address("requests", "still", String(number), camera)}?at=${encodeURIComponent(toIso(at))}`;

interface Host extends ReactiveControllerHost {
  panel: { hass: Hass; overview: Overview; may(act: string): boolean };
}

/** The last answer by connection: another page of this tab begins with it. */
const last = new WeakMap<object, Requests>();

/**
 * Requests for an element that has a `panel`: asked for when it is drawn first, again whenever the
 * overview says that something was entered, and again while there is no connection.
 */
export class RequestsWatch implements ReactiveController {
  list: Requests | null = null;
  problem: Problem | null = null;

  private seen = "";
  private turn = 0;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { overview, hass } = this.host.panel;
    if (!this.host.panel.may("read_requests")) return;
    const seen = JSON.stringify([overview.requests ?? null, overview.book?.entries ?? 0]);
    if (seen === this.seen) return;
    this.seen = seen;
    this.list ??= last.get(hass.connection ?? hass) ?? null;
    void this.load();
  }

  hostDisconnected(): void {
    this.turn += 1;
    this.seen = "";
    clearTimeout(this.again);
  }

  /** Ask now: after an act of this page. */
  async load(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.again);
    const { hass } = this.host.panel;
    try {
      const list = await hass.callWS<Requests>({ type: "kuma_bouhan/requests" });
      if (turn !== this.turn) return;
      this.list = list;
      this.problem = null;
      last.set(hass.connection ?? hass, list);
    } catch (error) {
      if (turn !== this.turn) return;
      this.problem = asProblem(error);
      this.again = setTimeout(() => void this.load(), AGAIN_MS);
    }
    this.host.requestUpdate();
  }
}
