/** Asks the integration's own views; what it cannot do comes back as a key with blanks. */

import type { Hass } from "./hass";

const BASE = "/api/kuma_bouhan/";

export type Blanks = Record<string, string | number>;

/** What the integration refused or could not do: the key of a sentence, and its blanks. */
export class Problem extends Error {
  constructor(
    readonly key: string,
    readonly blanks: Blanks = {},
    readonly status = 0,
  ) {
    super(key);
  }
}

export function address(...parts: string[]): string {
  return BASE + parts.map(encodeURIComponent).join("/");
}

/** Ask; `path` is what stands behind /api/kuma_bouhan/. */
export async function get<T>(hass: Hass, ...path: string[]): Promise<T> {
  return answer<T>(() => hass.fetchWithAuth(address(...path)));
}

/** Send a body. `keepalive` lets it leave while the page is being closed. */
export async function post<T>(
  hass: Hass,
  path: string[],
  body: Record<string, unknown> = {},
  keepalive = false,
): Promise<T> {
  return answer<T>(() =>
    hass.fetchWithAuth(address(...path), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      keepalive,
    }),
  );
}

/** Fetch a picture; the address that is returned is to be revoked when it is not shown any more. */
export async function picture(hass: Hass, url: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await hass.fetchWithAuth(url, { signal });
  } catch {
    throw new Problem("no_connection");
  }
  if (!response.ok) throw told(await response.json().catch(() => null), response.status);
  return URL.createObjectURL(await response.blob());
}

async function answer<T>(ask: () => Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await ask();
  } catch {
    throw new Problem("no_connection");
  }
  const body = (await response.json().catch(() => null)) as unknown;
  if (response.ok) return body as T;
  throw told(body, response.status);
}

function told(body: unknown, status: number): Problem {
  if (isRecord(body) && typeof body["error"] === "string") {
    const blanks = isRecord(body["blanks"]) ? (body["blanks"] as Blanks) : {};
    return new Problem(body["error"], blanks, status);
  }
  return new Problem(status === 401 ? "signed_out" : "unexpected", {}, status);
}

/**
 * Return whatever was thrown as a problem: websocket commands throw plain objects with a
 * code, a message and, where the integration wrote them, a translation key with blanks.
 */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isRecord(error)) {
    if (typeof error["translation_key"] === "string") {
      const blanks = error["translation_placeholders"];
      return new Problem(error["translation_key"], isRecord(blanks) ? (blanks as Blanks) : {});
    }
    if (error["code"] === 3) return new Problem("no_connection"); // ERR_CONNECTION_LOST
  }
  return new Problem("unexpected");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
