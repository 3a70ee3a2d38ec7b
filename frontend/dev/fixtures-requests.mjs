/** Made-up requests in every state, with a little state: they are decided, prepared, handed over. */

import { iso } from "./fixtures.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Math.floor(Date.now() / MINUTE) * MINUTE;
const ago = (hours) => iso(now - hours * HOUR);
const dayOf = (hours) => ago(hours).slice(0, 10);

const NAMES = { u1: "熊本 花子", u2: "阿蘇 太郎", u3: "天草 さくら", u4: "人吉 次郎" };

/** Of what, asked when by whom; spans in hours ago. */
const item = (number, asked, by, cameras, from, to) => ({
  number,
  seq: 1000 + number,
  at: ago(asked),
  by,
  name: NAMES[by] ?? "",
  cameras,
  start: ago(from),
  end: ago(to),
  true: cameras.map((camera) => ({
    camera,
    start: iso(now - from * HOUR - 21_000),
    end: iso(now - to * HOUR + 34_000),
    bytes: (from - to) * 1.44e9,
  })),
});

const decided = (at, by, one_person, more = {}) => ({
  at: ago(at),
  by,
  name: NAMES[by],
  one_person,
  ...more,
});
const permission = (at, by, one_person, more = {}) =>
  decided(at, by, one_person, {
    denied: false,
    no_ground: false,
    reason: "",
    until: ago(at - 720),
    afterwards: false,
    ...more,
  });

const extension = (base, more) => ({
  state: "requested",
  until: dayOf(-30 * 24),
  renews: null,
  reason: "",
  remarks: "",
  original_ends: [dayOf(-2 * 24)],
  protected_until: null,
  held_until: null,
  decided: null,
  deny_reason: "",
  withdrawn: null,
  ended: null,
  end_reason: "",
  can: [],
  ...base,
  ...more,
});

const police = {
  affiliation: "熊本東警察署 生活安全課",
  title: "巡査部長",
  name: "益城 健",
  contact: "096-000-0110（内線 263）",
};
const person = { affiliation: "", title: "", name: "菊池 節子", contact: "090-0000-0000" };

const disclosure = (base, more) => ({
  asks: "disclosure",
  state: "requested",
  ground: "investigation",
  recipient: police,
  purpose: "自転車盗の捜査のため",
  content: "自転車置き場に出入りした人物が写る部分",
  remarks: "",
  written: true,
  document: "捜査関係事項照会書",
  document_number: "熊東生安発 第1482号",
  identity_check: "警察手帳を確認し、署の代表番号に折り返して在籍を確認した",
  exception: "",
  danger: null,
  urgency: "",
  no_other_way: "",
  masked: false,
  access: null,
  protected_until: null,
  held_until: null,
  decided: null,
  withdrawn: null,
  permission_due: null,
  masks: [],
  prepared: null,
  copies: [],
  provided: null,
  can: [],
  ...base,
  ...more,
});

const copy = (number, form, at, due, more = {}) => ({
  copy: number,
  form,
  at: ago(at),
  by: "u3",
  name: NAMES.u3,
  bytes: 1.47e9,
  due: ago(due),
  overdue: due > 0,
  fate: null,
  ...more,
});
const prepared = (at) => ({
  at: ago(at),
  manifest: "5f2ad4c1e8b07396".repeat(4),
  files: 3,
  bytes: 1.47e9,
  masked: false,
});
const provided = (at, more = {}) => ({
  at: ago(at),
  medium: "usb",
  medium_text: "",
  copies: 1,
  received_by: "益城 健",
  receipt: true,
  duty: "return",
  due: ago(at - 336),
  overdue: at > 336,
  fate: null,
  confirmed_at: null,
  ...more,
});

const list = {
  settings: {
    approver: "manager",
    written_request: true,
    permission_afterwards: false,
    four_eyes: [],
    longest_extension_days: 90,
  },
  drafts: [
    {
      ...item(31, 1, null, ["c2"], 4, 3.5),
      wanted: "disclosure",
      ground: "investigation",
      can: ["complete", "discard"],
    },
  ],
  protections: [
    {
      ...item(30, 2, "u3", ["c1", "c2"], 5, 4.2),
      until: ago(-240),
      state: "standing",
      can: ["end"],
    },
  ],
  extensions: [
    extension(item(29, 3, "u3", ["c2"], 52, 50), {
      reason:
        "11月25日の夜に自転車2台が盗まれ、被害届が出されました。警察が捜査に必要とする可能性があるため。",
      remarks: "被害者は201号室の方",
      protected_until: ago(-140),
      can: ["approve", "deny", "withdraw"],
    }),
    extension(item(24, 120, "u1", ["c1"], 190, 188), {
      state: "approved",
      reason: "11月19日の侵入未遂の捜査のため",
      original_ends: [dayOf(-1), dayOf(-24)],
      held_until: ago(-24 * 21),
      until: dayOf(-24 * 20),
      decided: decided(118, "u1", true),
      can: ["end", "renew"],
    }),
    extension(item(18, 700, "u4", ["c3"], 730, 729), {
      state: "denied",
      reason: "ごみの出し方を確かめるため",
      decided: decided(690, "u1", false),
      deny_reason: "犯罪・事故の捜査等のためとは認められない",
    }),
    extension(item(12, 1400, "u3", ["c1"], 1500, 1499), {
      state: "ended",
      reason: "駐車場での接触事故の調査のため",
      decided: decided(1390, "u1", false),
      ended: { at: ago(1000), by: "u1", name: NAMES.u1 },
      end_reason: "示談が成立し、保存の必要がなくなった",
    }),
  ],
  disclosures: [
    disclosure(item(28, 5, "u1", ["c2", "c1"], 51, 50.5), {
      remarks: "画像は署内で複製しない旨の説明を受けた",
      protected_until: ago(-141),
      can: ["permit", "deny", "withdraw"],
    }),
    disclosure(item(27, 20, "u3", ["c1"], 70, 68), {
      asks: "access",
      ground: null,
      recipient: person,
      purpose: "落とし物を置き忘れた時刻を確かめたい",
      content: "本人が写る部分",
      written: false,
      document: "",
      document_number: "",
      identity_check: "運転免許証",
      masked: true,
      protected_until: ago(-120),
      can: ["answer", "deny", "withdraw"],
    }),
    disclosure(item(26, 30, "u4", ["c1"], 34, 33), {
      ground: "emergency",
      recipient: {
        affiliation: "熊本市消防局",
        title: "消防司令補",
        name: "宇土 亮",
        contact: "119（指令課）",
      },
      purpose: "行方不明の高齢の方の足取りを確かめるため",
      content: "玄関を出た時刻と向かった方向が分かる部分",
      written: false,
      document: "",
      document_number: "",
      danger: "life",
      urgency: "夜間に薬を持たずに外出し、気温が下がっている",
      no_other_way: "家族と近隣への聞き取りでは、足取りが分からない",
      state: "permitted",
      held_until: ago(-690),
      decided: permission(29, "u2", false),
      can: ["prepare", "mask", "withdraw"],
    }),
    disclosure(item(25, 48, "u3", ["c2"], 60, 59), {
      state: "prepared",
      ground: "law",
      document: "差押許可状に代わる文書提出命令",
      document_number: "令和8年（モ）第305号",
      recipient: {
        affiliation: "熊本地方裁判所 民事第2部",
        title: "書記官",
        name: "玉名 直子",
        contact: "096-000-0200",
      },
      purpose: "文書提出命令に応じるため",
      content: "自転車置き場での接触の前後",
      held_until: ago(-670),
      decided: permission(44, "u1", false),
      prepared: prepared(3),
      copies: [copy(1, "sealed_package", 2, -22)],
      can: ["prepare", "mask", "download", "provide", "confirm", "withdraw"],
    }),
    disclosure(item(22, 500, "u3", ["c2"], 520, 519), {
      state: "provided",
      decided: permission(490, "u1", false),
      prepared: prepared(480),
      copies: [copy(1, "package", 479, 455, { fate: "deleted" }), copy(2, "video", 478, 454)],
      provided: provided(470),
      can: ["confirm"],
    }),
    disclosure(item(20, 610, "u3", ["c1"], 640, 639), {
      state: "denied",
      recipient: { affiliation: "○○保険調査事務所", title: "調査員", name: "荒尾 勉", contact: "" },
      ground: "law",
      purpose: "保険金の調査のため",
      written: false,
      document: "",
      document_number: "",
      identity_check: "",
      decided: permission(600, "u1", false, {
        denied: true,
        no_ground: true,
        reason: "指針に定める3つの場合のいずれにもあたらない",
        until: null,
      }),
    }),
    disclosure(item(16, 900, "u3", ["c1"], 930, 929), {
      state: "closed",
      decided: permission(890, "u1", false),
      prepared: prepared(880),
      copies: [copy(1, "package", 879, 855, { fate: "deleted", overdue: false })],
      provided: provided(870, {
        duty: "destruction",
        overdue: false,
        fate: "destroyed",
        confirmed_at: ago(600),
      }),
    }),
    disclosure(item(14, 1100, "u1", ["c1"], 1110, 1108), {
      asks: "seizure",
      state: "seized",
      seized_at: ago(1106),
      ground: null,
      document: "捜索差押許可状",
      document_number: "令和8年（る）第77号",
      purpose: "",
      content: "画像を保存したSSD 1台",
      identity_check: "",
    }),
    disclosure(item(11, 1500, "u3", ["c1"], 1530, 1529), {
      state: "void",
      decided: permission(1480, "u1", false),
    }),
    disclosure(item(9, 1700, "u3", ["c3"], 1710, 1709), {
      state: "withdrawn",
      withdrawn: { at: ago(1690), by: "u3", name: NAMES.u3 },
    }),
  ],
};

export const counts = () => ({
  waiting: [...list.extensions, ...list.disclosures].filter(({ state }) => state === "requested")
    .length,
  copies_out: open().length,
  copies_overdue: open().filter(({ overdue }) => overdue).length,
});
const open = () =>
  list.disclosures.flatMap(({ copies, provided: given }) =>
    [...copies, ...(given && given.duty !== "none" ? [given] : [])].filter(({ fate }) => !fate),
  );

export function websocket({ type }) {
  return type === "kuma_bouhan/requests" ? list : undefined;
}

const refused = (error, blanks = {}, status = 422) => ({ status, body: { error, blanks } });
const ok = (body = {}) => ({ status: 200, body });
const find = (number) =>
  [...list.drafts, ...list.protections, ...list.extensions, ...list.disclosures].find(
    (one) => one.number === number,
  );

/** Measuring takes ten seconds here. */
const MEASURING_MS = 10_000;
const begun = new Map([[25, 0]]);
function measured(number) {
  const since = begun.get(number);
  const one = find(number);
  const total = one.true.reduce((sum, { bytes }) => sum + bytes, 0);
  const empty = {
    done: 0,
    total,
    seconds_left: null,
    error: null,
    manifest: "",
    bytes: 0,
    files: [],
  };
  if (since === undefined) return { state: "none", ...empty };
  const part = Math.min(1, (Date.now() - since) / MEASURING_MS);
  if (part < 1) {
    const seconds_left = part > 0.15 ? Math.ceil(((1 - part) * MEASURING_MS) / 1000) : null;
    return { ...empty, state: "measuring", done: Math.floor(total * part), seconds_left };
  }
  one.state = "prepared";
  one.prepared = { ...prepared(0), at: iso(Date.now()), bytes: total };
  one.can = ["prepare", "mask", "download", "provide", "confirm", "withdraw"];
  const half = (Date.parse(one.start) + Date.parse(one.end)) / 2;
  const files = one.cameras.flatMap((camera, at) => [
    {
      index: 2 * at,
      name: `${camera}_1.mp4`,
      camera,
      start: one.true[at].start,
      end: iso(half),
      bytes: total / one.cameras.length / 2,
      kind: "video",
      why: "beginning",
    },
    {
      index: 2 * at + 1,
      name: `${camera}_2.mp4`,
      camera,
      start: iso(half + 12_000),
      end: one.true[at].end,
      bytes: total / one.cameras.length / 2,
      kind: "video",
      why: "gap",
    },
  ]);
  return {
    ...empty,
    state: "ready",
    done: total,
    manifest: one.prepared.manifest,
    bytes: total,
    files,
  };
}

const DECIDES = {
  "extension/approve": "approved",
  "extension/deny": "denied",
  "extension/end": "ended",
  "disclosure/permit": "permitted",
  "disclosure/deny": "denied",
};
const AFTER = { approved: ["end", "renew"], permitted: ["prepare", "mask", "withdraw"] };

export function http(method, path, body) {
  if (path[0] !== "requests") return null;
  const name = path.slice(1).join("/");
  if (method === "GET") return path[1] === "package" ? ok(measured(Number(path[2]))) : null;
  if (body.passphrase !== undefined && body.passphrase !== "kuma") {
    return refused(body.passphrase ? "wrong_passphrase" : "passphrase_missing");
  }
  const one = find(body.number);
  const at = iso(Date.now());
  if (name in DECIDES) {
    one.state = DECIDES[name];
    one.can = AFTER[one.state] ?? [];
    const who = { at, by: "u1", name: NAMES.u1, one_person: one.by === "u1" };
    if (one.state !== "ended") {
      const denied = one.state === "denied";
      one.decided = {
        ...permission(0, "u1", false),
        ...who,
        denied,
        no_ground: body.no_ground ?? false,
        reason: body.reason ?? "",
      };
    }
    if (name === "extension/deny") one.deny_reason = body.reason ?? "";
    if (name === "extension/end") Object.assign(one, { ended: who, end_reason: body.reason });
    return ok();
  }
  switch (name) {
    case "extension/withdraw":
    case "disclosure/withdraw":
      Object.assign(one, {
        state: "withdrawn",
        withdrawn: { at, by: "u1", name: NAMES.u1 },
        can: [],
      });
      return ok();
    case "protect/end":
      Object.assign(one, { state: "ended", can: [] });
      return ok();
    case "draft/discard":
      list.drafts = list.drafts.filter((draft) => draft !== one);
      return ok();
    case "disclosure/answer":
      one.access = { business: body.business, retained: body.retained, obliged: body.obliged };
      one.ground = body.obliged ? "law" : null;
      one.can = body.obliged
        ? ["answer", "permit", "deny", "withdraw"]
        : ["answer", "deny", "withdraw"];
      return ok();
    case "disclosure/prepare":
      begun.set(body.number, Date.now());
      return ok();
    case "disclosure/link": {
      const number = one.copies.length + 1;
      one.copies.push({ ...copy(number, body.form, 0, -24), by: "u1", name: NAMES.u1, at });
      return ok({ url: "/dev/download", until: iso(Date.now() + 10 * MINUTE) });
    }
    case "disclosure/provide":
      one.state = "provided";
      one.provided = { ...provided(0), ...body, overdue: false, due: body.due ?? null };
      one.can = ["confirm"];
      return ok();
    case "disclosure/confirm": {
      const target =
        body.copy === null ? one.provided : one.copies.find(({ copy }) => copy === body.copy);
      Object.assign(target, { fate: body.fate, confirmed_at: body.at ?? at, overdue: false });
      return ok();
    }
    case "paper":
      return ok({ url: `/dev/paper?${new URLSearchParams({ paper: body.paper })}` });
    default:
      return null;
  }
}
