/** Made-up people, keys and a book. The passphrase is "kuma"; the recovery code ends in 7Q2M. */

import { iso } from "./fixtures.mjs";

const DAY = 86_400_000;
const now = Date.now();
const ago = (days) => iso(now - days * DAY);

const users = [
  { user_id: "u1", name: "熊本 花子" },
  { user_id: "u2", name: "阿蘇 太郎" },
  { user_id: "u3", name: "天草 さくら" },
  { user_id: "u4", name: "人吉 次郎" },
  { user_id: "u5", name: "山鹿 みどり" },
];
let seq = 100;
const given = (role, user_id, title, since, until = null) => ({
  seq: seq++,
  role,
  user_id,
  name: users.find((one) => one.user_id === user_id)?.name ?? "八代 一郎",
  title,
  since,
  until,
  in_force: Date.parse(since) <= now && (!until || Date.parse(until) > now),
});

const appointments = [
  given("site_owner", "u2", "管理組合理事長", ago(200)),
  given("manager", "u9", "管理員", ago(200), ago(40)),
  given("manager", "u1", "管理室長", ago(40)),
  given("deputy", "u3", "副管理室長", iso(now + 3 * DAY), `${ago(-9).slice(0, 10)}T00:00:00+09:00`),
  given("operator", "u3", "", ago(30)),
  given("operator", "u4", "警備員", ago(6)),
  given("complaint_officer", "u5", "", ago(100)),
];

const keys = {
  fingerprint: "b7d1 4f0e 93aa 2c41 77e0 d5b2 61c8 0f9d",
  host_fingerprint: "19c3 8a57 e2d0 4b16 a9f4 3e7c 5d02 b861",
  mine: "holder",
  holders: [
    {
      user_id: "u1",
      name: "熊本 花子",
      state: "holder",
      has_role: true,
      roles: ["operator"],
      since: ago(40),
    },
    {
      user_id: "u3",
      name: "天草 さくら",
      state: "holder",
      has_role: true,
      roles: ["operator"],
      since: ago(30),
    },
    {
      user_id: "u4",
      name: "人吉 次郎",
      state: "waiting",
      has_role: true,
      roles: ["operator"],
      since: ago(5),
    },
    {
      user_id: "u2",
      name: "阿蘇 太郎",
      state: "signing",
      has_role: true,
      roles: ["operator"],
      since: ago(200),
    },
    {
      user_id: "u9",
      name: "八代 一郎",
      state: "holder",
      has_role: false,
      roles: ["site_owner"],
      since: ago(200),
    },
  ],
  epochs: [
    { number: 0, since: ago(200), fingerprint: "…", holders: ["u1", "u9"], footage_until: ago(-2) },
    {
      number: 1,
      since: ago(3),
      fingerprint: "…",
      holders: ["u1", "u3", "u9"],
      footage_until: null,
    },
  ],
  recovery: { used: true, since: ago(200) },
  sealed: { cameras: ["c1", "c2"], oldest: ago(6), newest: ago(4), erased_by: ago(-3) },
  begin: { blocked: { error: "new_keys_held", blanks: {} }, announced: null },
};

const CODE = "K7MD-92QX-4HRT-WJ3P-5BNV-8ECS-7Q2M";
const PAPER = `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
  @page { size: A4 } body { font-family: "Noto Sans CJK JP", sans-serif; margin: 24px; color: #000 }
  h1 { font-size: 22px } .code { font: 700 22px monospace; letter-spacing: 1px }
  .qr { width: 120px; height: 120px; background: repeating-conic-gradient(#000 0 25%, #fff 0 50%) 0 / 12px 12px }
</style><h1>復旧コード</h1><p>水前寺マンション</p><p class="code">${CODE}</p><div class="qr"></div>
<p>すべてのパスフレーズが失われたときに、画像を開くためのコードです。</p></html>`;

const line = (seq, minutes, kind, facts = {}, more = {}) => ({
  seq,
  entered: iso(now - minutes * 60_000),
  phase: "done",
  door: "panel",
  automated: false,
  user_id: "u1",
  by: "熊本 花子",
  signed: true,
  erased: false,
  kind,
  facts,
  ...more,
});
const itself = { door: "itself", user_id: null, by: undefined, phase: "noted", signed: false };

const book = [
  line(
    1283,
    4,
    "footage_played",
    { camera: "c1", start: iso(now - 3 * 3_600_000), end: iso(now - 2.9 * 3_600_000) },
    { phase: "noted" },
  ),
  line(1282, 6, "viewing_began", {
    camera: "c1",
    start: iso(now - 3 * 3_600_000),
    end: iso(now - 2 * 3_600_000),
  }),
  line(1281, 9, "unlocked", { until: iso(now + 3_000_000) }),
  line(1280, 10, "unlock_failed", { count: 1, until: null }, { phase: "noted", signed: false }),
  line(
    1279,
    40,
    "routine",
    { hour: iso(now - 3_600_000), chunks: 3, gaps: 1, erasures: 3 },
    itself,
  ),
  line(1278, 55, "recording_switched", { camera: "c2", on: true }),
  line(1277, 56, "recording_switched", { camera: "c2", on: true }, { phase: "ordered" }),
  line(
    1276,
    70,
    "recording_switched",
    { camera: "c2", on: false },
    { door: "action", automated: true, user_id: null, by: undefined, signed: false },
  ),
  line(
    1275,
    90,
    "refusal",
    { act: "list_footage", key: "role_needed_list_footage", count: 3 },
    { user_id: "u5", by: "山鹿 みどり", phase: "noted", signed: false },
  ),
  line(
    1270,
    60 * 26,
    "appointed",
    { role: "operator", user_id: "u4", since: ago(6), until: null },
    { personal: { name: "人吉 次郎", title: "警備員" } },
  ),
  line(
    1269,
    60 * 27,
    "erasure_asked",
    {
      camera: "c1",
      start: ago(3),
      end: ago(2.9),
      true_start: ago(3),
      true_end: ago(2.9),
      chunks: 61,
      bytes: 1.5e9,
    },
    { personal: { reason_text: "asked_for" } },
  ),
  line(
    1268,
    60 * 28,
    "retention_changed",
    { camera: "c3", days_before: 7, days_after: 3, slots: 96, due_now: 24, own: true },
    { phase: "failed" },
  ),
  line(
    1267,
    60 * 29,
    "handed_over",
    { role: "manager", user_id: "u1", from_user: "u9", since: ago(40) },
    { user_id: "u2", by: "阿蘇 太郎", personal: { name: "熊本 花子", title: "管理室長" } },
  ),
  line(
    1266,
    60 * 30,
    "site_changed",
    { fields: ["retention_days", "contact"] },
    { erased: ago(1) },
  ),
  line(1265, 60 * 31, "vault_finding", { finding: "mirror_mended", detail: "slots.a: 2" }, itself),
  line(1264, 60 * 32, "holder_admitted", { user_id: "u3" }),
  line(1263, 60 * 33, "locked", { reason: "idle", users: 1 }, itself),
  line(1262, 60 * 50, "something_of_next_year", {}),
];

const proof = (found) => ({
  entry: found,
  leaf: "5f2ad4c1e8b07396".repeat(4),
  index: found.seq,
  size: 1284,
  root: "9c41b60e2d7fa583".repeat(4),
  path: Array.from({ length: 11 }, (_, at) => String(at).padStart(2, "0").repeat(32)),
  checkpoint:
    "kuma-bouhan/55555555555555555555555555555555\n1284\nnEG2Di1/pYOcQbYOLX+lg5xBtg4tf6WDnEG2Di1/pYM=\n\n— kuma-bouhan/55555555555555555555555555555555 q83vEjRWeJCrze8SNFZ4kKvN7xI0Vg==\n",
  host_fingerprint: keys.host_fingerprint,
  included: found.seq !== 1265,
  signature: found.signed ? (found.seq === 1268 ? "broken" : "holds") : "none",
});

export function websocket(message) {
  switch (message.type) {
    case "kuma_bouhan/people":
      return { appointments, users };
    case "kuma_bouhan/register": {
      const lines = book.filter((one) => !message.camera || one.facts.camera === message.camera);
      const page = lines.slice(message.offset, message.offset + 12);
      return { lines: page, more: lines.length > message.offset + 12 };
    }
    case "kuma_bouhan/proof":
      return proof(book.find((one) => one.seq === message.seq));
    case "kuma_bouhan/appoint":
    case "kuma_bouhan/end_appointment":
    case "kuma_bouhan/hand_over":
      return {};
  }
  return undefined;
}

const refused = (error, blanks = {}) => ({ status: 422, body: { error, blanks } });
const ok = (body = {}) => ({ status: 200, body });

export function http(method, path, body) {
  if (path[0] !== "keys") return null;
  switch (path.slice(1).join("/")) {
    case "":
      return ok(keys);
    case "words":
      return ok({
        words:
          body.language === "ja"
            ? "つきよ くま みち あるく しずか やま"
            : "moon bear path walk quiet hill",
      });
    case "passphrase":
      return body.old === "kuma" ? ok() : refused("wrong_passphrase");
    case "recovery":
    case "begin":
      return ok({ code: CODE, paper: PAPER });
    case "recovery/confirm":
    case "begin/confirm":
      return body.last_group.toUpperCase() === "7Q2M" ? ok() : refused("group_differs");
    default:
      return method === "POST" ? ok() : null;
  }
}
