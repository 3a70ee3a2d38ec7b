/** Made-up answers of the integration, with a little state: a lock, and viewing sessions. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE_MS = 9 * HOUR;

export const iso = (ms) => new Date(ms + ZONE_MS).toISOString().slice(0, 19) + "+09:00";
export const midnight = (ms) => Math.floor((ms + ZONE_MS) / DAY) * DAY - ZONE_MS;

const state = { mine: null, failures: 0, waitUntil: 0, accepted: false, sessions: new Map() };

/** What is kept beside footage. */
const MAY_BESIDE =
  "read_duties confirm_sign assess_camera receive_complaint answer_complaint note_incident follow_incident instruct acknowledge contract keep_things check_things request_taking_out permit_taking_out sign_purge_rule run_purge_rule".split(
    " ",
  );

const MAY = {
  home: "appoint appoint_deputy appoint_operator erase list_footage lock unlock view switch_recording read_operation read_supervision read_names permit_viewing request_viewing open_draft protect_footage request_extension approve_extension read_requests request_disclosure permit_disclosure prepare_disclosure provide_footage follow_copies make_key change_passphrase admit_holder remove_holder renew_recovery_code use_recovery_code begin_keys leave read_keys".split(
    " ",
  ),
  owner:
    "appoint_manager lock unlock make_key change_passphrase read_operation switch_recording open_draft request_extension approve_extension read_requests request_disclosure permit_disclosure provide_footage follow_copies".split(
      " ",
    ),
};

export function overview(scene) {
  const now = Date.now();
  const site = {
    facility: "水前寺マンション",
    owner_name: "水前寺マンション管理組合",
    manager_title: "理事長",
    manager_name: "熊本 花子",
    contact: "096-000-0000（管理人室、平日 9:00〜17:00）",
    purpose: "",
    crimes: "空き巣、自転車盗、車上ねらい",
    retention_days: 7,
    profile: "association",
  };
  const me = { user_id: "u1", name: "熊本 花子", roles: [], may: [] };
  if (scene === "none") return { version: "", site, me };
  me.roles = scene === "owner" ? ["site_owner"] : ["manager"];
  me.may = [...(MAY[scene] ?? MAY.home), ...MAY_BESIDE];
  const trouble = scene === "trouble";
  return {
    version: "",
    site,
    me,
    lock: { locked: state.mine === null },
    cameras: [
      camera("c1", "エントランス", "玄関ドアとオートロックの前", "recording", now, {
        held_until: iso(midnight(now) + 31 * DAY),
      }),
      camera(
        "c2",
        "自転車置き場",
        "屋根の下の全体",
        trouble ? "camera_unavailable" : "recording",
        now,
      ),
      camera(
        "c3",
        "ごみ置き場",
        "入口とその前の通路",
        trouble ? "switched_off" : "outside_hours",
        now,
        {
          mode: "stills",
          days: 3,
        },
      ),
    ],
    vault: { away: false, free_days: trouble ? 4.6 : 365 },
    book: { intact: true, entries: 1284 },
    refounding: null,
    new_keys: null,
    vacant: trouble ? ["manager"] : [],
    code_used: trouble,
  };
}

function camera(id, place, view, kind, now, more = {}) {
  const hour = Math.floor(now / HOUR) * HOUR;
  return {
    camera: id,
    place,
    view,
    entity_id: `camera.${id}`,
    mode: "stream",
    state: kind,
    problem: ["camera_unavailable", "no_picture", "camera_gone", "disk_full"].includes(kind),
    on: kind !== "switched_off",
    days: 7,
    oldest: iso(midnight(now) - 7 * DAY),
    newest: iso(now - 20_000),
    kept_seconds: 7 * 86400,
    bytes: id === "c3" ? 2.4e9 : 231e9,
    next_erasure: iso(hour + HOUR),
    last_gap:
      id === "c1"
        ? null
        : {
            start: iso(now - 5 * HOUR),
            end: iso(now - 5 * HOUR + 140_000),
            reason: "camera_unavailable",
          },
    recording_switch: `switch.${id}`,
    ...more,
  };
}

function lockState() {
  if (state.mine && Date.now() > Date.parse(state.mine.idle_until)) state.mine = null;
  return {
    locked: state.mine === null,
    mine: state.mine,
    wait_until: state.waitUntil > Date.now() ? iso(state.waitUntil + 999) : null,
    plain_http: state.accepted ? "accepted" : "no",
  };
}

/** One camera-day: whole but for a few gaps, up to now. */
export function day(id, date) {
  const start = Date.parse(`${date}T00:00:00+09:00`);
  const end = start + DAY;
  const until = Math.min(end, Date.now() - 30_000);
  const holes =
    id === "c3"
      ? [
          [start, start + 6 * HOUR, "outside_hours"],
          [start + 21 * HOUR, end, "outside_hours"],
        ]
      : [
          [start + 3.1 * HOUR, start + 3.1 * HOUR + 4 * MINUTE, "reconnected"],
          [start + 5.2 * HOUR, start + 6.05 * HOUR, "camera_unavailable"],
          [start + 9.5 * HOUR, start + 9.75 * HOUR, "switched_off"],
          [start + 14.25 * HOUR, start + 14.3 * HOUR, "not_running"],
        ];
  const gaps = holes
    .filter(([from]) => from < until)
    .map(([from, to, reason]) => ({
      start: iso(from),
      end: iso(Math.min(to, until)),
      reason,
    }));
  const stretches = [];
  for (let hour = start; hour < until; hour += HOUR) {
    let at = hour;
    const stop = Math.min(hour + HOUR, until);
    const add = (to) => {
      if (to > at) {
        stretches.push({
          start: iso(at),
          end: iso(to),
          due: iso(midnight(hour) + 8 * DAY + ((hour - start) % DAY)),
          bytes: ((to - at) / 1000) * 400_000,
          complete: true,
        });
      }
    };
    for (const [from, to] of holes) {
      if (to <= at || from >= stop) continue;
      add(from);
      at = Math.min(to, stop);
    }
    add(stop);
  }
  return {
    camera: id,
    date,
    start: iso(start),
    end: iso(end),
    kind: id === "c3" ? "stills" : "stream",
    stretches,
    gaps,
    holds:
      id === "c1"
        ? [
            {
              start: iso(start + 7.5 * HOUR),
              end: iso(start + 8.5 * HOUR),
              until: iso(start + 31 * DAY),
              kind: "extension",
            },
          ]
        : [],
  };
}

const refuse = (error, blanks = {}, status = 422) => ({ status, body: { error, blanks } });
const fine = (body) => ({ status: 200, body });

/** Answer what is asked under /api/kuma_bouhan; null for what is not here. */
export function answer(method, path, body) {
  const [first, second, third] = path;
  if (first === "lock" && method === "GET") return fine(lockState());
  if (first === "lock") {
    state.mine = null;
    state.sessions.clear();
    return fine({});
  }
  if (first === "unlock") {
    if (state.waitUntil > Date.now()) {
      return refuse("unlock_wait", { seconds: Math.ceil((state.waitUntil - Date.now()) / 1000) });
    }
    if (body.passphrase !== "kuma") {
      state.failures += 1;
      if (state.failures >= 2) state.waitUntil = Date.now() + 30_000;
      return refuse(body.passphrase ? "wrong_passphrase" : "passphrase_missing");
    }
    state.failures = 0;
    state.mine = {
      until: iso(Date.now() + 60 * MINUTE),
      idle_until: iso(Date.now() + 10 * MINUTE),
    };
    return fine(state.mine);
  }
  if (first === "footage") return fine(day(second, third));
  if (first === "viewing") return viewing(method, path.slice(1), body);
  return null;
}

function viewing(method, [first, second, third], body) {
  if (first === undefined && method === "GET") {
    return fine({
      purposes: ["incident", "inspection", "inquiry", "beyond"],
      sessions: [...state.sessions.values()],
      requests: [
        {
          request: 812,
          permission: 815,
          at: iso(Date.now() - 4 * HOUR),
          by: "u1",
          reason: "行方不明の方の足取りを確かめるため",
          document: "",
          one_person: false,
          state: "permitted",
          ground: "emergency",
          cameras: ["c1"],
          start: iso(Date.now() - 3 * HOUR),
          end: iso(Date.now() - 2 * HOUR),
        },
      ],
      people: [
        { user_id: "u2", name: "菊池 一郎（副理事長）" },
        { user_id: "u3", name: "阿蘇 さくら（管理人）" },
      ],
    });
  }
  if (first === undefined) {
    if (!state.mine) return refuse("unlock_first", {}, 403);
    const session = Math.random().toString(16).slice(2, 18);
    const until = iso(Date.now() + 10 * MINUTE);
    state.sessions.set(session, { session, until, ...body });
    return fine({ session, until });
  }
  if (first === "end") {
    state.sessions.delete(body.session);
    return fine({});
  }
  if (["request", "permit", "deny"].includes(first)) return fine({ request: 813 });
  if (!state.sessions.has(first)) return refuse("session_over", {}, 404);
  const session = state.sessions.get(first);
  if (third === "stills") {
    const list = [];
    for (let at = Date.parse(session.start); at < Date.parse(session.end); at += 5_000) {
      list.push({ at: iso(at), url: `/dev/still.jpg?at=${at}` });
    }
    return fine(list.slice(0, 2000));
  }
  return null;
}

export const sessionOf = (id) => state.sessions.get(id);
