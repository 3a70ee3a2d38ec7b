/** What the forms for new requests and the masks ask for: requests are made and stand in the list. */

import { iso } from "./fixtures.mjs";
import { websocket } from "./fixtures-requests.mjs";

const HOUR = 3_600_000;
const list = websocket({ type: "kuma_bouhan/requests" });
const ok = (body = {}) => ({ status: 200, body });
const refused = (error, blanks = {}, status = 422) => ({ status, body: { error, blanks } });

const next = () =>
  Math.max(
    ...[list.drafts, list.protections, list.extensions, list.disclosures]
      .flat()
      .map((one) => one.number),
  ) + 1;

function made({ cameras, start, end, protection, draft }) {
  const taken = list.protections.find(({ number }) => number === protection);
  if (taken) Object.assign(taken, { state: "taken", can: [] });
  list.drafts = list.drafts.filter(({ number }) => number !== draft);
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const number = next();
  return {
    number,
    seq: 2000 + number,
    at: iso(Date.now()),
    by: "u1",
    name: "熊本 花子",
    cameras,
    start: iso(from),
    end: iso(to),
    true: cameras.map((camera) => ({
      camera,
      start: iso(from - 21_000),
      end: iso(to + 34_000),
      bytes: (to - from) * 400,
    })),
  };
}
const protectedUntil = (body) => iso(Date.parse(body.end) + (7 * 24 + 72) * HOUR);

/** Making a masked copy takes eight seconds here. */
const MAKING_MS = 8_000;
const copies = new Map();

function maskStatus(key) {
  const copy = copies.get(key);
  if (!copy) return { state: "none", done: 0, masks: [], error: null };
  const done = Math.min(1, (Date.now() - copy.since) / MAKING_MS);
  const state = copy.cancelled ? "cancelled" : done < 1 ? "working" : "done";
  return { state, done, masks: copy.masks, error: null };
}

export function http(method, path, body) {
  const [first, second, number, camera] = path;
  if (first !== "requests") return null;
  if (method === "GET") return second === "mask" ? ok(maskStatus(`${number} ${camera}`)) : null;
  if (body.end && Date.parse(body.end) > Date.now()) return refused("span_not_over");
  switch (path.slice(1).join("/")) {
    case "protect": {
      const one = { ...made(body), until: protectedUntil(body), state: "standing", can: ["end"] };
      list.protections.unshift(one);
      return ok({ number: one.number, until: one.until, left_out: 0, true: one.true });
    }
    case "extension": {
      const { until, reason, remarks = "", renews = null } = body;
      list.extensions.unshift({
        ...list.extensions.find(({ state }) => state === "requested"),
        ...made(body),
        until,
        reason,
        remarks,
        renews,
        protected_until: protectedUntil(body),
        can: ["approve", "deny", "withdraw"],
      });
      return ok({ number: list.extensions[0].number });
    }
    case "disclosure":
    case "seizure": {
      const { affiliation, title, name, contact } = body;
      const like = list.disclosures.find(({ state }) => state === "requested");
      list.disclosures.unshift({
        ...like,
        ...{ document: "", document_number: "", identity_check: "", exception: "", remarks: "" },
        ...{ danger: null, urgency: "", no_other_way: "", written: false, ground: null },
        ...body,
        ...made(body),
        asks: second === "seizure" ? "seizure" : body.asks,
        state: second === "seizure" ? "seized" : "requested",
        recipient: { affiliation, title, name, contact },
        protected_until: second === "seizure" ? null : protectedUntil(body),
        can: second === "seizure" ? [] : ["permit", "deny", "withdraw"],
      });
      return ok({ number: list.disclosures[0].number });
    }
    case "mask":
      copies.set(`${body.number} ${body.camera}`, { since: Date.now(), masks: body.masks });
      return ok();
    case "mask/cancel":
      copies.get(`${body.number} ${body.camera}`).cancelled = true;
      return ok();
    default:
      return null;
  }
}
