/** Made-up requests for tests: whole by default, changed where a test needs it. */

import type {
  Copy,
  DecidedDisclosure,
  Disclosure,
  Draft,
  Extension,
  PackageStatus,
  Protection,
  Provided,
  Requests,
} from "../src/data/request-types";

const scope = {
  cameras: ["c1"],
  start: "2026-11-20T10:00:00+09:00",
  end: "2026-11-20T11:00:00+09:00",
};
const asked = { at: "2026-11-21T09:00:00+09:00", by: "u2", name: "阿蘇 太郎" };
const truly = [
  {
    camera: "c1",
    start: "2026-11-20T09:59:39+09:00",
    end: "2026-11-20T11:00:21+09:00",
    bytes: 1_200_000_000,
  },
];

export const draft = (number: number, more: Partial<Draft> = {}): Draft => ({
  number,
  ...asked,
  ...scope,
  wanted: "extension",
  ground: null,
  can: ["complete", "discard"],
  ...more,
});

export const protection = (number: number, more: Partial<Protection> = {}): Protection => ({
  number,
  ...asked,
  ...scope,
  true: truly,
  until: "2026-11-30T11:00:00+09:00",
  state: "standing",
  can: ["end"],
  ...more,
});

export const extension = (number: number, more: Partial<Extension> = {}): Extension => ({
  number,
  seq: number,
  ...asked,
  ...scope,
  state: "requested",
  until: "2026-12-20",
  renews: null,
  reason: "A bicycle was stolen",
  remarks: "",
  true: truly,
  original_ends: ["2026-11-27"],
  protected_until: "2026-11-30T11:00:00+09:00",
  held_until: null,
  decided: null,
  deny_reason: "",
  withdrawn: null,
  ended: null,
  end_reason: "",
  can: ["approve", "deny", "withdraw"],
  ...more,
});

export const disclosure = (number: number, more: Partial<Disclosure> = {}): Disclosure => ({
  number,
  seq: number,
  ...asked,
  ...scope,
  asks: "disclosure",
  state: "requested",
  ground: "investigation",
  true: truly,
  recipient: { affiliation: "Higashi Police", title: "Sergeant", name: "Ken", contact: "0110" },
  purpose: "To find who took it",
  content: "Who passes",
  remarks: "",
  written: true,
  document: "Inquiry",
  document_number: "1482",
  identity_check: "Badge seen",
  exception: "",
  danger: null,
  urgency: "",
  no_other_way: "",
  masked: false,
  access: null,
  protected_until: "2026-11-30T11:00:00+09:00",
  held_until: null,
  decided: null,
  withdrawn: null,
  permission_due: null,
  masks: [],
  prepared: null,
  copies: [],
  provided: null,
  can: [],
  ...more,
});

export const permission = (more: Partial<DecidedDisclosure> = {}): DecidedDisclosure => ({
  at: "2026-11-21T10:00:00+09:00",
  by: "u1",
  name: "熊本 花子",
  one_person: false,
  denied: false,
  no_ground: false,
  reason: "",
  until: "2026-12-21T10:00:00+09:00",
  afterwards: false,
  ...more,
});

export const copyOf = (copy: number, more: Partial<Copy> = {}): Copy => ({
  copy,
  form: "package",
  at: "2026-11-21T12:00:00+09:00",
  by: "u1",
  name: "熊本 花子",
  bytes: 1e9,
  due: "2026-11-22T12:00:00+09:00",
  overdue: false,
  fate: null,
  ...more,
});

export const provided = (more: Partial<Provided> = {}): Provided => ({
  at: "2026-11-21T13:00:00+09:00",
  medium: "usb",
  medium_text: "",
  copies: 1,
  received_by: "Ken",
  receipt: true,
  duty: "return",
  due: "2026-12-05T00:00:00+09:00",
  overdue: false,
  fate: null,
  confirmed_at: null,
  ...more,
});

export const requests = (more: Partial<Requests> = {}): Requests => ({
  settings: {
    approver: "manager",
    written_request: true,
    permission_afterwards: false,
    four_eyes: [],
    longest_extension_days: 90,
  },
  drafts: [],
  protections: [],
  extensions: [],
  disclosures: [],
  ...more,
});

export const status = (more: Partial<PackageStatus> = {}): PackageStatus => ({
  state: "none",
  done: 0,
  total: 0,
  seconds_left: null,
  error: null,
  manifest: "",
  bytes: 0,
  files: [],
  ...more,
});

export const ready = (): PackageStatus =>
  status({
    state: "ready",
    manifest: "abc123",
    bytes: 1_200_000_000,
    files: [
      {
        index: 0,
        name: "c1_1.mp4",
        camera: "c1",
        start: scope.start,
        end: scope.end,
        bytes: 6e8,
        kind: "video",
        why: "beginning",
      },
      {
        index: 1,
        name: "c1_2.mp4",
        camera: "c1",
        start: scope.start,
        end: scope.end,
        bytes: 6e8,
        kind: "video",
        why: "restart",
      },
    ],
  });
