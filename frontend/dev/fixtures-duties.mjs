/** Made-up answers of what is kept beside footage. Nothing that is entered stays. */

import { iso } from "./fixtures.mjs";

const DAY = 86_400_000;
const now = Date.now();
const ago = (days) => iso(now - days * DAY);
const on = (days) => iso(now + days * DAY);

const duty = (kind, days, path, more = {}) => ({
  id: `${kind}:${path}`,
  kind,
  due: on(days),
  overdue: days <= 0,
  soon: days > 0 && days < 7,
  camera: null,
  place: null,
  number: null,
  about: null,
  path: `/kuma-bouhan/${path}`,
  mine: true,
  parts: [],
  ...more,
});

const yearly = [
  duty("sign", -3, "duties/signs", { camera: "c1", place: "エントランス" }),
  duty("media_inspection", 20, "duties/inspections"),
];

const duties = [
  duty("yearly_check", -3, "duties", { parts: yearly }),
  duty("sign", -4, "duties/signs", { camera: "c2", place: "自転車置き場" }),
  duty("complaint_answer", -1, "duties/complaints/3", { number: 3 }),
  duty("sign", -2, "duties/signs", { camera: "c3", place: "ごみ置き場", mine: false, id: "s3" }),
  duty("retention_inspection", 2, "duties/inspections"),
  duty("decision", 3, "requests/41", { number: 41 }),
  duty("contract_end", 5, "duties/contracts/k1", { number: 2 }),
  duty("assessment", 40, "duties/assessments", { camera: "c1", place: "エントランス" }),
  duty("self_check", 120, "check"),
  duty("custody_check", 200, "duties/things", { about: "t1" }),
];

const sign = (camera, place, state, more = {}) => ({
  camera,
  place,
  state,
  confirmed: ago(12),
  means: "person",
  where: "入口の右の柱、目の高さ",
  photo: true,
  missing: null,
  remarks: "",
  due: on(18),
  entity: null,
  tag: `kuma_bouhan-sign-${camera}`,
  can: ["confirm", "missing"],
  ...more,
});

const answers = {
  purpose: "住民と来訪者の安全のため、無断の立入りを防ぐ。",
  crimes: "空き巣、自転車盗",
  why: "昨年3件の空き巣があり、夜間は管理員がいない。",
  milder: "照明を増やし、施錠を徹底したが、その後も1件起きた。",
  view: "玄関ドアとオートロックの前",
  range_kept: "向かいの住宅が写らないよう下向きに取り付け、道路側をマスクした。",
  hours: "人のいない夜間に多いが、昼間の置き引きもあったため終日とした。",
  excluded: [
    [0, 0, 0.28, 0.45],
    [0.78, 0.1, 0.22, 0.3],
  ],
};

const complaint = (number, state, more = {}) => ({
  number,
  what: "complaint",
  way: "telephone",
  cameras: ["c2"],
  received: ago(8),
  by: "u3",
  by_name: "天草 さくら",
  officer: "u5",
  officer_name: "山鹿 みどり",
  answer_due: ago(1),
  closing_due: on(22),
  state,
  overdue: state === "received",
  name: "玉名 五郎",
  contact: "096-000-1111",
  text: "自転車置き場のカメラに、うちの玄関が写っているのではないか。何日残るのか知りたい。",
  erased: false,
  answers: [],
  closed: null,
  outcome: null,
  remarks: "",
  can: state === "closed" ? [] : ["answer", "close"],
  ...more,
});

const answered = [
  {
    at: ago(20),
    way: "in_person",
    explained: "撮影範囲を実際の画面で説明し、玄関は写っていないことを見ていただいた。",
  },
];

const CLAUSE =
  "（個人情報の保護）\n乙は、甲が定める防犯カメラの運用基準および熊本県「防犯カメラに関する運用指針」を守り、業務で知った画像の内容をほかに漏らしてはならない。契約が終わった後も同じとする。\n乙は、業務の終了後すみやかに、画像、鍵および媒体を返却し、または廃棄し、その証明書を甲に提出する。";

const people = [
  { user_id: "u1", name: "熊本 花子" },
  { user_id: "u3", name: "天草 さくら" },
  { user_id: "u4", name: "人吉 次郎" },
];

const sections = {
  duties: { duties },
  signs: {
    every_days: 30,
    interlock: true,
    signs: [
      sign("c1", "エントランス", "displayed"),
      sign("c2", "自転車置き場", "inspection_due", {
        confirmed: ago(34),
        due: ago(4),
        photo: false,
      }),
      sign("c3", "ごみ置き場", "missing", {
        missing: ago(2),
        remarks: "はがれて落ちていた。",
        due: ago(2),
        means: "tag",
      }),
    ],
  },
  assessments: {
    assessments: [
      {
        camera: "c1",
        place: "エントランス",
        edition: 2,
        reviewed: ago(325),
        by: "u1",
        name: "熊本 花子",
        due: on(40),
        answers,
        erased: false,
        earlier: [{ edition: 1, at: ago(700), name: "熊本 花子", erased: false }],
        entity_id: "camera.c1",
        can: ["write", "review"],
      },
      {
        camera: "c3",
        place: "ごみ置き場",
        edition: null,
        reviewed: null,
        by: "",
        name: "",
        due: ago(3),
        answers: null,
        erased: false,
        earlier: [],
        entity_id: null,
        can: ["write"],
      },
    ],
  },
  complaints: {
    officers: [{ user_id: "u5", name: "山鹿 みどり" }],
    answer_days: 7,
    closing_days: 30,
    can: ["receive"],
    complaints: [
      complaint(3, "received"),
      complaint(2, "answered", {
        what: "inquiry",
        received: ago(21),
        answers: answered,
        answer_due: ago(14),
        closing_due: on(9),
      }),
      complaint(1, "closed", {
        received: ago(60),
        answers: answered,
        closed: ago(40),
        outcome: "changed",
        remarks: "カメラの向きを下げた。",
        name: "",
        contact: "",
      }),
    ],
  },
  incidents: {
    can: ["note"],
    incidents: [
      {
        number: 1,
        what: "leak",
        cameras: ["c1"],
        happened: null,
        learned: ago(2),
        by: "u3",
        by_name: "天草 さくら",
        text: "管理室のモニターを、来訪者が見ていた。",
        measures: "モニターを消し、向きを変えた。",
        erased: false,
        followed: [{ at: ago(1), informed: ["site_owner"], text: "理事長に報告した。" }],
        informed: ["site_owner"],
        first_report: on(3),
        full_report: on(28),
        closed: null,
        prevention: "",
        can: ["follow", "close"],
      },
    ],
  },
  inspections: {
    inspections: [
      { what: "retention", last: ago(28), fine: true, due: on(2), overdue: false, can: ["enter"] },
      { what: "media", last: null, fine: null, due: on(200), overdue: false, can: ["enter"] },
    ],
    cameras: [
      { camera: "c1", place: "エントランス", days: 7, oldest: ago(7), late_hours: 0 },
      { camera: "c2", place: "自転車置き場", days: 7, oldest: ago(8), late_hours: 2 },
    ],
  },
  instruction: {
    can: ["hold"],
    people: [
      { ...people[0], roles: ["manager"], last: ago(100), due: on(265), overdue: false, can: [] },
      {
        ...people[1],
        roles: ["operator", "deputy"],
        last: null,
        due: ago(4),
        overdue: true,
        can: ["hold"],
      },
      {
        ...people[2],
        roles: ["operator"],
        last: ago(10),
        due: on(355),
        overdue: false,
        can: ["hold"],
      },
    ],
    given: [
      {
        number: 2,
        held: ago(10),
        by: "u1",
        by_name: "熊本 花子",
        users: [
          { ...people[2], acknowledged: ago(9) },
          { ...people[0], acknowledged: null },
        ],
        topics: ["standard", "privacy", "secrecy"],
        text: "運用基準を一緒に読み、閲覧の手順を確かめた。",
        erased: false,
        can: ["acknowledge"],
      },
    ],
  },
  contracts: {
    clause: CLAUSE,
    can: ["make"],
    users: people,
    contracts: [
      {
        contract: "k1",
        number: 2,
        task: "guarding",
        clause: true,
        start: ago(300),
        until: on(25),
        state: "running",
        company: "肥後警備保障",
        contact: "096-000-2222",
        task_text: "夜間の巡回と、異常があったときの画像の確認",
        reason: "夜間は管理員がいないため。",
        erased: false,
        people: [{ ...people[2], until: on(25) }],
        certified: null,
        certified_on: null,
        document: "",
        can: ["change", "person", "end"],
      },
      {
        contract: "k0",
        number: 1,
        task: "maintenance",
        clause: false,
        start: ago(700),
        until: ago(20),
        state: "over",
        company: "阿蘇電設",
        contact: "",
        task_text: "機器の保守",
        reason: "専門の技術が必要なため。",
        erased: false,
        people: [],
        certified: null,
        certified_on: null,
        document: "",
        can: ["certify"],
      },
    ],
  },
  things: {
    can: ["note", "other_copy", "dispose"],
    things: [
      {
        thing: "t1",
        what: "host",
        name: "管理室のサーバー",
        place: "管理室の保管庫、下の段",
        lock: "保管庫の錠",
        key_keeper: "管理室長",
        anti_theft: "ワイヤーで固定",
        checked: ago(165),
        fine: true,
        due: on(200),
        out: null,
        erased: false,
        can: ["check", "note", "gone", "take_out", "dispose"],
      },
      {
        thing: "t2",
        what: "recovery_paper",
        name: "復旧コードの紙",
        place: "理事長宅の金庫",
        lock: "金庫",
        key_keeper: "理事長",
        anti_theft: "床に固定",
        checked: null,
        fine: null,
        due: ago(1),
        out: null,
        erased: false,
        can: ["check", "note", "gone"],
      },
    ],
    takings: [
      {
        number: 2,
        thing: "t1",
        thing_name: "管理室のサーバー",
        state: "requested",
        at: ago(1),
        by: "u3",
        by_name: "天草 さくら",
        due: on(7),
        overdue: false,
        reason: "ファンの交換のため修理に出す。",
        where_to: "熊本市内の修理店",
        decided: null,
        decided_by_name: "",
        one_person: null,
        deny_reason: "",
        back: null,
        fine: null,
        remarks: "",
        can: ["permit", "deny"],
      },
      {
        number: 1,
        thing: "t3",
        thing_name: "予備のディスク",
        state: "back",
        at: ago(90),
        by: "u3",
        by_name: "天草 さくら",
        due: ago(80),
        overdue: false,
        reason: "点検",
        where_to: "本部",
        decided: ago(89),
        decided_by_name: "熊本 花子",
        one_person: false,
        deny_reason: "",
        back: ago(82),
        fine: true,
        remarks: "",
        can: [],
      },
    ],
    copies: [
      {
        copy: "o1",
        camera: "c2",
        what: "sd_card",
        days: 21,
        allowed_days: 7,
        too_long: true,
        place: "カメラの中",
        who_sees: "設置業者",
        can: ["other_copy", "other_copy_gone"],
      },
    ],
    looked: [
      { camera: "c1", place: "エントランス", at: ago(30), can: ["no_other_copies"] },
      { camera: "c2", place: "自転車置き場", at: null, can: [] },
      { camera: "c3", place: "ごみ置き場", at: null, can: ["no_other_copies"] },
    ],
    disposals: [
      {
        seq: 77,
        at: ago(50),
        on: ago(51),
        by: "u1",
        by_name: "熊本 花子",
        medium: "4TBハードディスク",
        serial: "WD-1234567",
        method: "crushed",
        witness: "八代 一郎",
      },
    ],
  },
  purge_rules: {
    can: ["sign"],
    rules: [
      {
        rule: "r1",
        number: 3,
        cameras: ["c1", "c3"],
        start: "09:00",
        end: "10:00",
        weekdays: [0, 1, 2, 3, 4],
        name: "開館後の1時間",
        reason: "職員だけが通る時間で、保存の必要がない。",
        by: "u1",
        by_name: "熊本 花子",
        at: ago(70),
        run: ago(1),
        can: ["end", "run"],
      },
    ],
  },
};

export function websocket({ type }) {
  return sections[type.replace("kuma_bouhan/kept/", "")];
}

const EXPLANATION =
  "自転車置き場のカメラは、屋根の下の全体だけを撮影しています。撮影の範囲は、必要最小限にしています。\n画像は7日間保存し、その後は確実に消去します。\n画像を見ることができるのは、運用責任者、その代行者、運用従事者だけで、見たときは必ず記録を残します。\n昨年は3件の自転車盗があり、設置後は起きていません。";

export function http(method, [first, ...path], body) {
  if (first !== "deeds" || method !== "POST") return null;
  if (body.passphrase !== undefined && body.passphrase !== "kuma") {
    return { status: 422, body: { error: "wrong_passphrase", blanks: {} } };
  }
  if (path.join("/") === "complaints/explain") return { status: 200, body: { text: EXPLANATION } };
  return { status: 200, body: { number: 3, contract: "k1", chunks: 61, bytes: 1, left_out: 3 } };
}
