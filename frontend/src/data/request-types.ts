/**
 * What the integration answers about requests (申請): `kuma_bouhan/requests`, and the views below
 * /api/kuma_bouhan/requests. Days are YYYY-MM-DD of the site's time.
 */

import type { Moment } from "./types";

export type Day = string;
export type Ground = "law" | "emergency" | "investigation";
export type Wanted = "extension" | "disclosure";
export type Asks = "disclosure" | "access" | "seizure";
export type Danger = "life" | "body" | "property";
/** What the site says to a question of law that nobody decides for it. */
export type Answer = "yes" | "no" | "unknown";
export type CopyForm = "package" | "sealed_package" | "video";
export type Medium = "usb" | "disc" | "online" | "other";
export type Duty = "return" | "destruction" | "none";
export type Fate = "returned" | "destroyed" | "deleted";

export type ProtectionState = "standing" | "over" | "ended" | "taken";
export type ExtensionState = "requested" | "approved" | "denied" | "withdrawn" | "ended" | "over";
export type DisclosureState =
  | "requested"
  | "permitted"
  | "denied"
  | "withdrawn"
  | "void"
  | "prepared"
  | "provided"
  | "closed"
  | "seized";

/** Acts that a person could do to an item now; whether they have it unlocked is not asked. */
export type DraftCan = "complete" | "discard";
export type ProtectionCan = "end";
export type ExtensionCan = "approve" | "deny" | "withdraw" | "end" | "renew";
export type DisclosureCan =
  | "answer"
  | "permit"
  | "deny"
  | "withdraw"
  | "prepare"
  | "mask"
  | "download"
  | "provide"
  | "confirm";

/** Of what: cameras and a span of time. */
export interface Scope {
  cameras: string[];
  start: Moment;
  end: Moment;
}

/** What is truly kept of a span: whole chunks, by camera. */
export interface True {
  camera: string;
  start: Moment;
  end: Moment;
  bytes: number;
}

interface Item extends Scope {
  number: number;
  at: Moment;
  by: string;
  name: string;
}

export interface Draft extends Item {
  wanted: Wanted;
  ground: Ground | null;
  can: DraftCan[];
}

export interface Protection extends Item {
  true: True[];
  until: Moment;
  state: ProtectionState;
  can: ProtectionCan[];
}

/** Who did it, and when. */
export interface Done {
  at: Moment;
  by: string;
  name: string;
}

export interface Decided extends Done {
  /** Who asked decided, too. */
  one_person: boolean;
}

export interface Extension extends Item {
  seq: number;
  state: ExtensionState;
  /** The last day that is asked for. */
  until: Day;
  /** The extension (number) that this one is to follow. */
  renews: number | null;
  reason: string;
  remarks: string;
  true: True[];
  original_ends: Day[];
  protected_until: Moment | null;
  held_until: Moment | null;
  decided: Decided | null;
  deny_reason: string;
  withdrawn: Done | null;
  ended: Done | null;
  end_reason: string;
  can: ExtensionCan[];
}

export interface Recipient {
  affiliation: string;
  title: string;
  name: string;
  contact: string;
}

export interface AccessAnswer {
  business: Answer;
  retained: Answer;
  obliged: boolean;
}

export interface DecidedDisclosure extends Decided {
  denied: boolean;
  no_ground: boolean;
  reason: string;
  /** When an unused permission is void. */
  until: Moment | null;
  /** The footage had been handed over already. */
  afterwards: boolean;
}

export interface MaskedCopy {
  camera: string;
  derived: string;
  at: Moment;
  masks: number;
}

export interface Prepared {
  at: Moment;
  /** SHA-256 of the list of files. */
  manifest: string;
  files: number;
  bytes: number;
  masked: boolean;
}

/** A copy that somebody downloaded to a browser. */
export interface Copy {
  copy: number;
  form: CopyForm;
  at: Moment;
  by: string;
  name: string;
  bytes: number;
  due: Moment | null;
  overdue: boolean;
  fate: Fate | null;
}

export interface Provided {
  at: Moment;
  medium: Medium;
  medium_text: string;
  copies: number;
  received_by: string;
  receipt: boolean;
  duty: Duty;
  due: Moment | null;
  overdue: boolean;
  fate: Fate | null;
  confirmed_at: Moment | null;
}

export interface Disclosure extends Item {
  seq: number;
  asks: Asks;
  state: DisclosureState;
  /** Null of an access request that is not answered. */
  ground: Ground | null;
  true: True[];
  recipient: Recipient;
  purpose: string;
  content: string;
  remarks: string;
  written: boolean;
  document: string;
  document_number: string;
  identity_check: string;
  exception: string;
  danger: Danger | null;
  urgency: string;
  no_other_way: string;
  masked: boolean;
  access: AccessAnswer | null;
  protected_until: Moment | null;
  held_until: Moment | null;
  decided: DecidedDisclosure | null;
  withdrawn: Done | null;
  /** Until when what was handed over first is to be permitted. */
  permission_due: Moment | null;
  masks: MaskedCopy[];
  prepared: Prepared | null;
  copies: Copy[];
  provided: Provided | null;
  /** Of a seizure: when it was; `at` is when that was noted. */
  seized_at?: Moment | null;
  can: DisclosureCan[];
}

export interface RequestSettings {
  approver: string;
  /** The site asks for a paper where the police or the fire service ask of their own accord. */
  written_request: boolean;
  permission_afterwards: boolean;
  four_eyes: string[];
  longest_extension_days: number;
}

/** `kuma_bouhan/requests`: newest first; what is over stands there for 90 days. */
export interface Requests {
  settings: RequestSettings;
  drafts: Draft[];
  protections: Protection[];
  extensions: Extension[];
  disclosures: Disclosure[];
}

/** GET requests/package/{number} */
export interface PackageStatus {
  state: "none" | "measuring" | "ready" | "failed";
  done: number;
  total: number;
  seconds_left: number | null;
  error: string | null;
  manifest: string;
  bytes: number;
  files: PackageFile[];
}

export interface PackageFile {
  index: number;
  name: string;
  camera: string;
  start: Moment;
  end: Moment;
  bytes: number;
  kind: "video" | "stills";
  /** Why it begins where it does: the key of a reason. */
  why: string | null;
}

/** GET requests/mask/{number}/{camera} */
export interface MaskStatus {
  state: "none" | "working" | "done" | "failed" | "cancelled";
  /** 0 to 1. */
  done: number;
  masks: Mask[];
  error: string | null;
}

/** A rectangle over a time; measures are parts of the picture's width and height. */
export interface Mask {
  start: Moment;
  end: Moment;
  x: number;
  y: number;
  w: number;
  h: number;
}

export type PaperKind =
  "form_1" | "form_2" | "annex" | "request" | "receipt" | "viewing_register" | "erasure_record";

export interface Numbered {
  number: number;
}

type Texts = Partial<
  Record<"remarks" | "document" | "document_number" | "identity_check" | "exception", string>
>;

/** What is said of a disclosure or an access request. */
export interface Application extends Scope, Recipient, Texts {
  asks: "disclosure" | "access";
  ground?: Ground;
  purpose: string;
  content: string;
  written?: boolean;
  danger?: Danger;
  urgency?: string;
  no_other_way?: string;
  masked?: boolean;
  protection?: number;
  draft?: number;
}

/** Where a decision may prove the passphrase with it. */
export interface Proved {
  passphrase?: string;
}

/** The acts below requests/: what is sent, and what is answered. */
export interface Acts {
  protect: [Scope, Numbered & { until: Moment; left_out: number; true: True[] }];
  "protect/end": [Numbered, object];
  draft: [Scope & { wanted: Wanted; ground?: Ground }, Numbered];
  "draft/discard": [Numbered, object];
  extension: [
    Scope & {
      until: Day;
      reason: string;
      remarks?: string;
      renews?: number;
      protection?: number;
      draft?: number;
    },
    Numbered,
  ];
  "extension/approve": [Numbered & Proved, object];
  "extension/deny": [Numbered & Proved & { reason?: string }, object];
  "extension/withdraw": [Numbered, object];
  "extension/end": [Numbered & Proved & { reason: string }, object];
  disclosure: [Application, Numbered];
  "disclosure/answer": [Numbered & AccessAnswer, object];
  "disclosure/permit": [Numbered & Proved, object];
  "disclosure/deny": [Numbered & Proved & { no_ground?: boolean; reason?: string }, object];
  "disclosure/withdraw": [Numbered, object];
  "disclosure/prepare": [Numbered, object];
  "disclosure/link": [
    Numbered & { form: CopyForm; file?: number; secret?: string },
    { url: string; until: Moment },
  ];
  "disclosure/provide": [
    Numbered &
      Proved & {
        at: Moment;
        medium: Medium;
        medium_text?: string;
        copies: number;
        receipt: boolean;
        received_by?: string;
        duty: Duty;
        due?: Day;
      },
    object,
  ];
  "disclosure/confirm": [Numbered & { copy: number | null; fate: Fate; at?: Moment }, object];
  seizure: [
    Scope &
      Recipient & {
        at: Moment;
        document: string;
        document_number: string;
        content: string;
        remarks: string;
      },
    Numbered,
  ];
  mask: [Numbered & { camera: string; masks: Mask[] }, object];
  "mask/cancel": [Numbered & { camera: string }, object];
  paper: [
    {
      paper: PaperKind;
      number?: number;
      original_end?: Day;
      camera?: string;
      start?: Moment;
      end?: Moment;
      others?: string;
      language?: string;
    },
    { url: string },
  ];
}
