/** The book: `kuma_bouhan/register` and `kuma_bouhan/proof`, and what may be asked of them. */

import { post } from "./api";
import { asDay, nextDay } from "./days";
import type { Format } from "./format";
import type { Hass } from "./hass";
import { dayBeside } from "./local-time";
import type { Me, Moment } from "./types";

/** Every register, with the act that reading it is. */
export const REGISTERS = {
  all: "read_supervision",
  viewing: "read_supervision",
  extensions: "read_supervision",
  disclosures: "read_supervision",
  erasures: "read_operation",
  gaps: "read_operation",
  recording: "read_operation",
  retention: "read_operation",
  appointments: "read_supervision",
  unlocking: "read_supervision",
  settings: "read_supervision",
  assessments: "read_supervision",
  signs: "read_operation",
  complaints: "read_operation",
  incidents: "read_supervision",
  instruction: "read_supervision",
  contracts: "read_supervision",
  things: "read_operation",
  inspections: "read_operation",
  standards: "read_supervision",
  purge_rules: "read_operation",
  refusals: "read_supervision",
  findings: "read_operation",
} as const;
export type Register = keyof typeof REGISTERS;

export type Facts = Record<string, unknown>;

/** One line: the entry it stands in, and what it says. */
export interface Line {
  seq: number;
  entered: Moment;
  phase: "ordered" | "done" | "failed" | "noted";
  /** The order (its `seq`) that this entry answers. */
  order?: number;
  door: string;
  automated: boolean;
  user_id: string | null;
  signed: boolean;
  /** When names and reasons were overwritten; true where that is not known. */
  erased: Moment | boolean;
  kind: string;
  by?: string;
  facts: Facts;
  personal?: Facts;
}

export interface Proof {
  entry: Line;
  leaf: string;
  index: number;
  size: number;
  root: string;
  path: string[];
  checkpoint: string;
  host_fingerprint: string;
  included: boolean;
  signature: "none" | "holds" | "broken";
}

export interface Filter {
  register: Register;
  camera: string;
  /** First and last day, YYYY-MM-DD, or nothing. */
  from: string;
  to: string;
}

export const PAGE = 50;

export function readable(me: Me): Register[] {
  return (Object.keys(REGISTERS) as Register[]).filter((one) => me.may.includes(REGISTERS[one]));
}

/** The filter that an address carries: /book/<register>/<camera or ->/<from or ->/<to or ->. */
export function filterOf(path: readonly string[], me: Me): Filter | null {
  const mine = readable(me);
  const first = mine[0];
  if (!first) return null;
  const [, register, camera, from, to] = path;
  return {
    register: mine.includes(register as Register) ? (register as Register) : first,
    camera: camera && camera !== "-" ? camera : "",
    from: asDay(from),
    to: asDay(to),
  };
}

export function pathOf({ register, camera, from, to }: Filter): string[] {
  const parts = [register, camera || "-", from || "-", to || "-"];
  while (parts.length > 1 && parts.at(-1) === "-") parts.pop();
  return ["book", ...parts];
}

/** Read lines, newest first, from an offset on. */
export function read(
  hass: Hass,
  filter: Filter,
  offset: number,
  limit = PAGE,
): Promise<{ lines: Line[]; more: boolean }> {
  const { register, camera, from, to } = filter;
  return hass.callWS({
    type: "kuma_bouhan/register",
    register,
    offset,
    limit,
    ...(camera ? { camera } : {}),
    ...(from ? { start: `${from}T00:00:00` } : {}),
    ...(to ? { end: `${nextDay(to)}T00:00:00` } : {}),
  });
}

/** So many days a printed register goes back where nobody said from when. */
const PRINTED_DAYS = 365;

/** Return the address of what is asked for as a paper. */
export async function print(hass: Hass, filter: Filter, format: Format): Promise<string> {
  const { register, camera, from, to } = filter;
  const until = nextDay(to || format.date(Date.now()));
  const { url } = await post<{ url: string }>(hass, ["requests", "paper"], {
    paper: "register",
    language: format.language,
    register,
    start: `${from || dayBeside(until, -PRINTED_DAYS)}T00:00:00`,
    end: `${until}T00:00:00`,
    ...(camera ? { camera } : {}),
  });
  return url;
}

/** Return the address of what is asked for as a table (CSV). */
export async function table(hass: Hass, filter: Filter, format: Format): Promise<string> {
  const { register, camera, from, to } = filter;
  const { url } = await post<{ url: string }>(hass, ["register", "csv"], {
    register,
    language: format.language,
    ...(camera ? { camera } : {}),
    ...(from ? { start: `${from}T00:00:00` } : {}),
    ...(to ? { end: `${nextDay(to)}T00:00:00` } : {}),
  });
  return url;
}

/** Return a text as it is looked for: whatever its case and width are. */
export function findable(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

export function prove(hass: Hass, seq: number): Promise<Proof> {
  return hass.callWS({ type: "kuma_bouhan/proof", seq });
}

/** What a line is known by: an act may stand in several lines of a register. */
export function keyOf(line: Line): string {
  return `${line.seq} ${line.kind} ${line.facts["slot"] ?? line.facts["start"] ?? ""} ${line.facts["camera"] ?? ""}`;
}

/** Add older lines; what moved down meanwhile, because something new was entered, is not told twice. */
export function joined(before: readonly Line[], older: readonly Line[]): Line[] {
  const known = new Set(before.map(keyOf));
  return [...before, ...older.filter((line) => !known.has(keyOf(line)))];
}

/** Leave out orders whose answer is told: what came of them says it all. */
export function answered(lines: readonly Line[]): Line[] {
  const orders = new Set(lines.map(({ order }) => order));
  return lines.filter(({ phase, seq }) => phase !== "ordered" || !orders.has(seq));
}

/** When it was, for what happened by itself; when it was entered, for an act. */
export function when(line: Line): Moment {
  const at = line.kind === "erasure" ? line.facts["erased_at"] : line.facts["start"];
  return (line.kind === "gap" || line.kind === "erasure") && typeof at === "string"
    ? at
    : line.entered;
}
