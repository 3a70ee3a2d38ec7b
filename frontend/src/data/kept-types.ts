/** What the integration answers of everything that is kept beside footage: `kuma_bouhan/kept/<section>`. */

import type {
  CertifiedAs,
  ComplaintKind,
  CopyKind,
  IncidentKind,
  Informed,
  InspectionKind,
  Method,
  Outcome,
  Task,
  ThingKind,
  Topic,
  Way,
} from "./choices";
import type { Day } from "./request-types";
import type { Moment, Named } from "./types";

export type SignState = "displayed" | "inspection_due" | "missing" | "never_confirmed";

export interface Sign {
  camera: string;
  place: string;
  state: SignState;
  confirmed: Moment | null;
  means: "person" | "tag" | "entity" | null;
  /** Where it hangs. */
  where: string;
  photo: boolean;
  missing: Moment | null;
  remarks: string;
  due: Moment | null;
  entity: string | null;
  tag: string;
  can: ("confirm" | "missing")[];
}

export interface Signs {
  every_days: number;
  interlock: boolean;
  signs: Sign[];
}

export interface PurgeRule {
  rule: string;
  number: number;
  cameras: string[];
  start: string;
  end: string;
  weekdays: number[];
  name: string;
  reason: string;
  by: string;
  by_name: string;
  at: Moment;
  run: Moment | null;
  can: ("end" | "run")[];
}

export interface PurgeRules {
  rules: PurgeRule[];
  can: "sign"[];
}

/** Shares of width and height, from the top left: x, y, w, h. */
export type Area = [number, number, number, number];

export interface Answers {
  purpose: string;
  crimes: string;
  why: string;
  milder: string;
  view: string;
  range_kept: string;
  hours: string;
  excluded: Area[];
}

export interface Assessment {
  camera: string;
  place: string;
  edition: number | null;
  reviewed: Moment | null;
  by: string;
  name: string;
  due: Moment | null;
  answers: Answers | null;
  erased: boolean;
  /** Editions before the one that holds, the newest first. */
  earlier: { edition: number; at: Moment; name: string; erased: boolean }[];
  entity_id: string | null;
  can: ("write" | "review")[];
}

export interface Assessments {
  assessments: Assessment[];
}

export interface Complaint {
  number: number;
  what: ComplaintKind;
  way: Way;
  cameras: string[];
  received: Moment;
  by: string;
  by_name: string;
  officer: string | null;
  officer_name: string;
  answer_due: Moment;
  closing_due: Moment;
  state: "received" | "answered" | "closed";
  overdue: boolean;
  name: string;
  contact: string;
  text: string;
  erased: boolean;
  answers: { at: Moment; way: Way; explained: string }[];
  closed: Moment | null;
  outcome: Outcome | null;
  remarks: string;
  can: ("answer" | "close")[];
}

export interface Complaints {
  officers: Named[];
  answer_days: number;
  closing_days: number;
  can: "receive"[];
  complaints: Complaint[];
}

export interface Incident {
  number: number;
  what: IncidentKind;
  cameras: string[];
  happened: Moment | null;
  learned: Moment;
  by: string;
  by_name: string;
  text: string;
  measures: string;
  erased: boolean;
  followed: { at: Moment; informed: Informed[]; text: string }[];
  informed: Informed[];
  first_report: Moment;
  full_report: Moment;
  closed: Moment | null;
  prevention: string;
  can: ("follow" | "close")[];
}

export interface Incidents {
  can: "note"[];
  incidents: Incident[];
}

export interface Taught {
  user_id: string;
  name: string;
  roles: string[];
  last: Moment | null;
  due: Moment | null;
  overdue: boolean;
  /** Whether this person is the one who teaches them. */
  can?: "hold"[];
}

export interface Instruction {
  number: number;
  held: Moment;
  by: string;
  by_name: string;
  users: (Named & { acknowledged: Moment | null })[];
  topics: Topic[];
  text: string;
  erased: boolean;
  can: "acknowledge"[];
}

export interface Instructions {
  can: "hold"[];
  people: Taught[];
  given: Instruction[];
}

export interface Contract {
  contract: string;
  number: number;
  task: Task;
  clause: boolean;
  start: Day | Moment;
  /** The last day. */
  until: Day | Moment;
  /** When it ended early. */
  ended?: Moment | null;
  state: "running" | "over" | "settled";
  company: string;
  contact: string;
  task_text: string;
  reason: string;
  erased: boolean;
  people: (Named & { until: Moment | null })[];
  certified: CertifiedAs | null;
  certified_on: Moment | Day | null;
  document: string;
  can: ("change" | "person" | "end" | "certify")[];
}

export interface Contracts {
  /** The clause that is offered, in the reader's language. */
  clause: string;
  can: "make"[];
  users: Named[];
  contracts: Contract[];
}

export interface Thing {
  thing: string;
  what: ThingKind;
  name: string;
  place: string;
  lock: string;
  key_keeper: string;
  anti_theft: string;
  checked: Moment | null;
  fine: boolean | null;
  due: Moment | null;
  /** The number of the taking out, while it is out. */
  out: number | null;
  erased: boolean;
  can: ("check" | "note" | "gone" | "take_out" | "dispose")[];
}

export interface Taking {
  number: number;
  thing: string;
  thing_name: string;
  state: "requested" | "denied" | "out" | "back";
  at: Moment;
  by: string;
  by_name: string;
  due: Moment;
  overdue: boolean;
  reason: string;
  where_to: string;
  decided: Moment | null;
  decided_by_name: string;
  one_person: boolean | null;
  deny_reason: string;
  back: Moment | null;
  fine: boolean | null;
  remarks: string;
  can: ("permit" | "deny" | "returned")[];
}

export interface OtherCopy {
  copy: string;
  camera: string;
  what: CopyKind;
  days: number | null;
  allowed_days: number;
  too_long: boolean;
  place: string;
  who_sees: string;
  can: ("other_copy" | "other_copy_gone")[];
}

export interface Looked {
  camera: string;
  place: string;
  at: Moment | null;
  can: "no_other_copies"[];
}

export interface Disposal {
  seq: number;
  at: Moment;
  on: Moment | Day;
  by: string;
  by_name: string;
  medium: string;
  serial: string;
  method: Method;
  witness: string;
}

export interface Things {
  can: ("note" | "other_copy" | "dispose")[];
  things: Thing[];
  takings: Taking[];
  copies: OtherCopy[];
  looked: Looked[];
  disposals: Disposal[];
}

export interface Inspections {
  inspections: {
    what: InspectionKind;
    last: Moment | null;
    fine: boolean | null;
    due: Moment | null;
    overdue: boolean;
    can: "enter"[];
  }[];
  /** What there is to look at. */
  cameras: {
    camera: string;
    place: string;
    days: number;
    oldest: Moment | null;
    late_hours: number;
  }[];
}

export interface Duty {
  id: string;
  kind: string;
  due: Moment;
  overdue: boolean;
  soon: boolean;
  camera: string | null;
  place: string | null;
  number: number | null;
  path: string;
  mine: boolean;
  /** What it consists of, where that is more than itself: the yearly check of a home. */
  parts: Duty[];
}

export interface Duties {
  duties: Duty[];
}

export interface Sections {
  duties: Duties;
  signs: Signs;
  assessments: Assessments;
  complaints: Complaints;
  incidents: Incidents;
  instruction: Instructions;
  contracts: Contracts;
  things: Things;
  inspections: Inspections;
  purge_rules: PurgeRules;
}
export type SectionName = keyof Sections;
