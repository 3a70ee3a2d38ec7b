/** What the integration answers. Moments are ISO 8601 with the site's offset. */

export type Moment = string;

export type RecordingState =
  | "recording"
  | "connecting"
  | "no_picture"
  | "camera_unavailable"
  | "camera_gone"
  | "switched_off"
  | "outside_hours"
  | "disk_full"
  | "vault_missing"
  | "too_slow";

export type GapReason =
  | Exclude<RecordingState, "recording" | "connecting">
  | "not_running"
  | "reconnected"
  | "clock_changed";

export interface Gap {
  start: Moment;
  end: Moment;
  reason: GapReason;
}

export interface Camera {
  camera: string;
  place: string;
  view: string;
  entity_id: string | null;
  mode: "stream" | "stills";
  state: RecordingState;
  problem: boolean;
  on: boolean;
  days: number;
  oldest: Moment | null;
  newest: Moment | null;
  kept_seconds: number;
  bytes: number;
  next_erasure: Moment | null;
  last_gap: Gap | null;
  recording_switch: string | null;
  /** Until when something of it outlasts its period; why stands in the register only. */
  held_until?: Moment | null;
}

export interface Site {
  facility: string;
  owner_name: string;
  manager_title: string;
  manager_name: string;
  contact: string;
  purpose: string;
  crimes: string;
  retention_days: number;
  profile: "home" | "small_building" | "association";
}

export interface Me {
  user_id: string;
  name: string;
  roles: string[];
  may: string[];
}

/**
 * `kuma_bouhan/overview/subscribe`; what follows `me` is there for a person with a role only.
 * Without a site that runs, nobody is shown anything.
 */
export interface Overview {
  version: string;
  site: Site | null;
  me: Me;
  lock?: { locked: boolean };
  cameras?: Camera[];
  vault?: { away: boolean; free_days: number | null };
  book?: { intact: boolean; entries: number };
  refounding?: Moment | null;
  /** From when on new keys may take the place of those that stand, where that is announced. */
  new_keys?: Moment | null;
  vacant?: string[];
  code_used?: boolean;
  /** For who may open them. */
  requests?: RequestCounts;
}

export interface RequestCounts {
  /** How many wait for a decision. */
  waiting: number;
  copies_out: number;
  copies_overdue: number;
}

/** GET lock */
export interface LockState {
  locked: boolean;
  mine: { until: Moment; idle_until: Moment } | null;
  wait_until: Moment | null;
  plain_http: "no" | "ask" | "accepted";
}

/** GET footage/{camera}/{date} */
export interface Day {
  camera: string;
  date: string;
  start: Moment;
  end: Moment;
  kind: "stream" | "stills";
  stretches: Stretch[];
  gaps: Gap[];
  holds: Hold[];
}

export interface Stretch {
  start: Moment;
  end: Moment;
  /** Null while the clock is not trusted. */
  due: Moment | null;
  bytes: number;
  complete: boolean;
}

export interface Hold {
  start: Moment;
  end: Moment;
  until?: Moment | null;
  kind?: "protection" | "request" | "extension" | "disclosure";
}

export interface Named {
  user_id: string;
  name: string;
}

/** GET viewing */
export interface Viewing {
  purposes: string[];
  sessions: ViewingSession[];
  requests: ViewingRequest[];
  people: Named[];
}

export interface ViewingSession {
  session: string;
  cameras: string[];
  start: Moment;
  end: Moment;
  until: Moment;
  purpose: string;
}

export interface ViewingRequest {
  request: number;
  /** The act that permits it: what a viewing is begun with. */
  permission: number | null;
  state: "waiting" | "permitted" | "denied" | "used";
  at: Moment;
  by: string;
  /** Where the person may read names. */
  name?: string;
  ground: string;
  cameras: string[];
  start: Moment;
  end: Moment;
  reason: string;
  document: string;
  /** Who asked decided, too; null where nobody has decided. */
  one_person: boolean | null;
}
