import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/data/api";
import type { Disclosure, Requests } from "../src/data/request-types";
import { RequestsView } from "../src/views/requests";
import {
  copyOf,
  disclosure,
  draft,
  extension,
  permission,
  protection,
  provided,
  ready,
  requests,
} from "./requests-of";
import {
  all,
  button,
  field,
  opened,
  settled,
  stage,
  t,
  textOf,
  tick,
  type,
  type Stage,
} from "./stage";

const MAY = [
  "read_requests",
  "request_extension",
  "request_disclosure",
  "follow_copies",
  "read_operation",
  "read_supervision",
];
const CAMERAS = {
  cameras: [
    { camera: "c1", place: "Entrance" },
    { camera: "c2", place: "Bicycles" },
  ],
} as never;

let set: Stage;
let list: Requests;

function begin(answers: Record<string, unknown> = {}, may = MAY): void {
  set = stage({ requests: () => list, ...answers }, { may }, CAMERAS);
}

async function show(...path: string[]): Promise<RequestsView> {
  const view = new RequestsView();
  view.panel = { ...set.panel, path: ["requests", ...path] };
  document.body.append(view);
  await vi.waitFor(() => expect(textOf(view)).not.toBe(""));
  await vi.dynamicImportSettled();
  await settled();
  return view;
}

const by = (name: string) => ({ at: "2026-11-21T12:15:00+09:00", by: "u2", name });

const dialogs = (): HTMLElement => set.panel.dialogs;
const sent = (to: string): Record<string, unknown>[] =>
  set.asked.filter((one) => one.to === `requests/${to}`).map(({ body }) => body);

async function press(root: ParentNode, label: string): Promise<void> {
  button(root, label).click();
  await opened(set);
  await settled();
}

function prove(passphrase: string): void {
  type(field(dialogs(), "Your passphrase"), passphrase);
}

beforeEach(() => {
  list = requests();
  begin();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("the list of requests", () => {
  it("has what is open first, and says when it has to be decided", async () => {
    list = requests({
      extensions: [extension(3), extension(1, { state: "denied", can: [] })],
      disclosures: [disclosure(2, { state: "permitted", decided: permission() })],
    });
    const view = await show();
    expect(all(view, "h2").map((one) => one.textContent?.replace(/\s+/g, " ").trim())).toEqual([
      "To be decided 1",
      "To be prepared or handed over 1",
      "Done in the last 90 days 1",
    ]);
    const words = textOf(view);
    expect(words).toContain("Protected until Mon 30 Nov 11:00");
    expect(words).toContain("Disclosure: Higashi Police");
  });

  it("goes to an item, and keeps the filter while it is there", async () => {
    list = requests({ extensions: [extension(3)], disclosures: [disclosure(2)] });
    const view = await show();
    const [kind] = all<HTMLSelectElement>(view, "select");
    type(kind as HTMLSelectElement, "extension");
    await settled();
    expect(all(view, "a.item")).toHaveLength(1);
    all<HTMLElement>(view, "a.item")[0]?.click();
    expect(set.went).toEqual([["requests", "3"]]);
    view.panel = { ...view.panel, path: ["requests", "3"] };
    await settled();
    view.panel = { ...view.panel, path: ["requests"] };
    await settled();
    expect(all(view, "a.item")).toHaveLength(1);
  });

  it("says seconds where a span lies within a minute", async () => {
    const end = "2026-11-20T10:00:52+09:00";
    list = requests({ extensions: [extension(3, { end })] });
    expect(textOf(await show())).toContain("Fri 20 Nov 10:00:00 to 10:00:52");
  });

  it("says that there is none, and that none is found", async () => {
    expect(textOf(await show())).toContain(t("requests.none"));
    document.body.replaceChildren();
    list = requests({ extensions: [extension(3)] });
    const view = await show();
    type(all<HTMLSelectElement>(view, "select")[1] as HTMLSelectElement, "c2");
    await settled();
    expect(textOf(view)).toContain(t("requests.none_found"));
  });

  it("offers the forms that the person may use, and opens one by its address", async () => {
    begin({}, ["read_requests", "request_disclosure"]);
    const view = await show();
    await press(view, "New request");
    const words = textOf(dialogs());
    expect(words).toContain("Access request");
    expect(words).not.toContain("Extension");
    all<HTMLElement>(dialogs(), "li button")[0]?.click();
    await settled();
    expect(set.went).toEqual([["requests", "new", "disclosure"]]);
  });

  it("offers nothing to whoever may ask for nothing, and shows nothing without the right", async () => {
    begin({}, ["read_requests"]);
    expect(all(await show(), "button")).toEqual([]);
    document.body.replaceChildren();
    begin({}, []);
    expect(textOf(await show())).toContain(t("requests.not_yours"));
    expect(set.asked).toEqual([]);
  });

  it("asks again when the overview says that something was entered, and only then", async () => {
    const view = await show();
    view.panel = { ...view.panel };
    await settled();
    const asked = (): number => set.asked.filter(({ to }) => to === "requests").length;
    expect(asked()).toBe(1);
    const counts = { waiting: 1, copies_out: 0, copies_overdue: 0 };
    list = requests({ extensions: [extension(7)] });
    view.panel = { ...view.panel, overview: { ...view.panel.overview, requests: counts } };
    await settled();
    expect(asked()).toBe(2);
    expect(textOf(view)).toContain("No. 7");
  });

  it("keeps what it knew while there is no connection", async () => {
    list = requests({ extensions: [extension(7)] });
    let gone = false;
    begin({
      requests: () => {
        if (gone) throw { code: 3 };
        return list;
      },
    });
    const view = await show();
    gone = true;
    view.panel = {
      ...view.panel,
      overview: { ...view.panel.overview, book: { intact: true, entries: 9 } },
    };
    await settled();
    expect(textOf(view)).toContain("No. 7");
  });
});

describe("the page of a request", () => {
  it("has everything that is needed to decide on it", async () => {
    list = requests({ disclosures: [disclosure(2, { can: ["permit", "deny"], by: "u1" })] });
    const words = textOf(await show("2"));
    for (const said of [
      "Higashi Police Sergeant Ken",
      "Inquiry 1482",
      "Badge seen",
      "To find who took it",
      "Who passes",
      "Entrance",
      "Fri 20 Nov 09:59:39 to 11:00:21",
      "Mon 30 Nov 11:00",
      "where an investigating authority",
      t("requests.hint.one_person"),
    ]) {
      expect(words.replace(/\s+/g, " ")).toContain(said);
    }
  });

  it("offers only what can be done", async () => {
    list = requests({
      extensions: [extension(1, { can: [] }), extension(2, { state: "approved", can: ["renew"] })],
      disclosures: [disclosure(3, { can: ["withdraw"] })],
      protections: [protection(4, { can: [] })],
      drafts: [draft(5, { can: ["discard"] })],
    });
    begin({}, ["read_requests"]);
    const offered = async (number: string): Promise<string[]> => {
      document.body.replaceChildren();
      const view = await show(number);
      return all<HTMLElement>(view, "kb-request-acts button").map(
        (one) => one.textContent?.trim() ?? "",
      );
    };
    await show("1");
    expect(await offered("1")).toEqual([]);
    expect(await offered("2")).toEqual(["Ask to keep it longer still"]);
    expect(await offered("3")).toEqual(["Withdraw"]);
    expect(await offered("4")).toEqual([]);
    expect(await offered("5")).toEqual(["Discard the draft"]);
  });

  it("says that an item is not listed any more", async () => {
    const view = await show("12");
    expect(textOf(view)).toContain(t("requests.not_found"));
    button(view, t("requests.back")).click();
    expect(set.went).toEqual([["requests"]]);
  });

  it("leads to the forms with what they are made from", async () => {
    list = requests({
      extensions: [extension(1, { state: "approved", can: ["renew"] })],
      drafts: [draft(2, { wanted: "disclosure" })],
      protections: [protection(3)],
    });
    button(await show("1"), "Ask to keep it longer still").click();
    document.body.replaceChildren();
    button(await show("2"), "Complete the request").click();
    document.body.replaceChildren();
    button(await show("3"), "Ask for an extension").click();
    expect(set.went).toEqual([
      ["requests", "new", "extension", "renews", "1"],
      ["requests", "new", "disclosure", "draft", "2"],
      ["requests", "new", "extension", "protection", "3"],
    ]);
  });

  it("tells what happened, in the order it happened", async () => {
    list = requests({
      disclosures: [
        disclosure(2, {
          state: "closed",
          decided: permission({ one_person: true, afterwards: true }),
          prepared: {
            at: "2026-11-21T11:00:00+09:00",
            manifest: "",
            files: 1,
            bytes: 1e9,
            masked: true,
          },
          masks: [{ camera: "c1", derived: "x", at: "2026-11-21T10:30:00+09:00", masks: 2 }],
          copies: [copyOf(1, { fate: "deleted" })],
          provided: provided({ fate: "returned", confirmed_at: "2026-12-01T09:00:00+09:00" }),
        }),
      ],
    });
    const view = await show("2");
    expect(all(view, ".history strong").map((one) => one.textContent?.trim())).toEqual([
      "Asked for",
      "Permitted",
      "Masked copy made: Entrance, 2 areas",
      "Prepared",
      "Downloaded: package",
      "Handed over",
      "Returned",
    ]);
    expect(textOf(view)).toContain(t("requests.one_person_did"));
  });

  it.each([
    [
      "a request that was withdrawn",
      { disclosures: [disclosure(2, { state: "withdrawn", withdrawn: by("阿蘇 太郎") })] },
      "Withdrawn",
    ],
    [
      "an extension that was withdrawn",
      { extensions: [extension(2, { state: "withdrawn", withdrawn: by("阿蘇 太郎") })] },
      "Withdrawn",
    ],
    [
      "an extension that was ended",
      { extensions: [extension(2, { state: "ended", ended: by("阿蘇 太郎") })] },
      "Ended early",
    ],
  ])("says of %s when, and by whom", async (_, what, word) => {
    list = requests(what as Partial<Requests>);
    const last = textOf(all(await show("2"), ".history li").at(-1) as HTMLElement);
    expect(last).toContain(word);
    expect(last).toContain("12:15");
    expect(last).toContain("阿蘇 太郎");
  });

  it("says in a renewal and an early end what they are", async () => {
    list = requests({
      extensions: [
        extension(2, {
          state: "ended",
          renews: 1,
          ended: by("花子"),
          end_reason: "Settled",
          decided: { at: "2026-11-21T10:00:00+09:00", by: "u1", name: "花子", one_person: false },
          can: [],
        }),
      ],
    });
    const words = textOf(await show("2"));
    expect(words).toContain("No. 1");
    expect(words).toContain("Settled");
    expect(words).toContain("Approved");
  });
});

describe("deciding", () => {
  it("proves the passphrase with the decision, says it, and looks again", async () => {
    list = requests({ disclosures: [disclosure(2, { can: ["permit", "deny"] })] });
    const view = await show("2");
    await press(view, "Permit");
    prove("kuma");
    list = requests({
      disclosures: [disclosure(2, { state: "permitted", decided: permission() })],
    });
    await press(dialogs(), "Permit");
    expect(sent("disclosure/permit")).toEqual([{ number: 2, passphrase: "kuma" }]);
    expect(set.said).toEqual([t("requests.act.disclosure_permit.done")]);
    expect(dialogs().children).toHaveLength(0);
    await settled();
    expect(textOf(view)).toContain("Permitted");
  });

  it("loses no word after a wrong passphrase or a lost connection", async () => {
    list = requests({ disclosures: [disclosure(2, { can: ["deny"] })] });
    const fails = ["wrong_passphrase", "no_connection"];
    begin({
      "requests/disclosure/deny": () => {
        const key = fails.shift();
        if (key) throw new Problem(key);
        return {};
      },
    });
    await press(await show("2"), "Deny");
    type(field(dialogs(), "Reason"), "No ground at all");
    tick(all<HTMLInputElement>(dialogs(), "input[type=checkbox]")[0] as HTMLInputElement);
    prove("wrong");
    await press(dialogs(), "Deny");
    expect(field(dialogs(), "Your passphrase").value).toBe("");
    prove("kuma");
    await press(dialogs(), "Deny");
    expect(textOf(dialogs())).toContain(t("errors.no_connection"));
    expect(field(dialogs(), "Your passphrase").value).toBe("kuma");
    expect(field(dialogs(), "Reason").value).toBe("No ground at all");
    await press(dialogs(), "Deny");
    expect(sent("disclosure/deny").at(-1)).toEqual({
      number: 2,
      reason: "No ground at all",
      no_ground: true,
      passphrase: "kuma",
    });
  });

  it("sends no reason whose end would be lost, however it is sent", async () => {
    list = requests({ disclosures: [disclosure(2, { can: ["deny"] })] });
    await press(await show("2"), "Deny");
    type(field(dialogs(), "Reason"), "い".repeat(501));
    prove("kuma");
    await settled();
    await press(dialogs(), "Deny");
    all(dialogs(), "kb-passphrase")[0]?.dispatchEvent(new CustomEvent("enter"));
    await settled();
    expect(sent("disclosure/deny")).toEqual([]);
    expect(textOf(dialogs())).toContain("500 characters can be recorded, and these are 501.");
    expect(field(dialogs(), "Reason").value).toHaveLength(501);
  });

  it("approves an extension; ending it early needs a reason", async () => {
    list = requests({
      extensions: [
        extension(1, { can: ["approve"] }),
        extension(2, { state: "approved", can: ["end"] }),
      ],
    });
    await press(await show("1"), "Approve");
    expect(textOf(dialogs())).toContain("20 December 2026");
    prove("kuma");
    await press(dialogs(), "Approve");
    expect(sent("extension/approve")).toEqual([{ number: 1, passphrase: "kuma" }]);

    document.body.replaceChildren();
    begin();
    await press(await show("2"), "End it early");
    prove("kuma");
    await press(dialogs(), "End it");
    expect(textOf(dialogs())).toContain(t("requests.reason_needed"));
    expect(sent("extension/end")).toEqual([]);
    type(field(dialogs(), "Reason"), "Settled");
    await press(dialogs(), "End it");
    expect(sent("extension/end")).toEqual([{ number: 2, reason: "Settled", passphrase: "kuma" }]);
  });

  it("of an access request without a ground records that there is none", async () => {
    list = requests({
      disclosures: [disclosure(2, { asks: "access", ground: null, can: ["answer", "deny"] })],
    });
    await press(await show("2"), "Deny");
    prove("kuma");
    await press(dialogs(), "Deny");
    expect(sent("disclosure/deny")).toEqual([{ number: 2, no_ground: true, passphrase: "kuma" }]);
  });

  it("withdraws after one more question, without a passphrase", async () => {
    list = requests({ extensions: [extension(1, { can: ["withdraw"] })] });
    await press(await show("1"), "Withdraw");
    expect(sent("extension/withdraw")).toEqual([]);
    await press(dialogs(), "Withdraw");
    expect(sent("extension/withdraw")).toEqual([{ number: 1 }]);
  });

  it("unlocks first where somebody else's request is withdrawn, and goes on", async () => {
    list = requests({ disclosures: [disclosure(1, { can: ["withdraw"] })] });
    let locked = true;
    begin({
      "requests/disclosure/withdraw": () => {
        if (locked) throw new Problem("unlock_first");
        return {};
      },
    });
    set.panel.ensureUnlocked = async () => {
      locked = false;
      return true;
    };
    await press(await show("1"), "Withdraw");
    await press(dialogs(), "Withdraw");
    expect(sent("disclosure/withdraw")).toHaveLength(2);
    expect(set.said).toEqual([t("requests.act.disclosure_withdraw.done")]);
  });

  it("says why nothing was done where the person does not unlock", async () => {
    list = requests({ disclosures: [disclosure(1, { can: ["withdraw"] })] });
    begin({
      "requests/disclosure/withdraw": () => {
        throw new Problem("unlock_first");
      },
    });
    set.panel.ensureUnlocked = async () => false;
    await press(await show("1"), "Withdraw");
    await press(dialogs(), "Withdraw");
    expect(all(dialogs(), ".note.bad")).toHaveLength(1);
    expect(set.said).toEqual([]);
  });

  it("gives the keyboard the name of the page once the act is offered no more", async () => {
    list = requests({ extensions: [extension(1, { can: ["withdraw"] })] });
    const view = await show("1");
    await press(view, "Withdraw");
    list = requests({ extensions: [extension(1, { state: "withdrawn", can: [] })] });
    await press(dialogs(), "Withdraw");
    (document.activeElement as HTMLElement | null)?.blur();
    await vi.waitFor(() => {
      const page = all<HTMLElement>(view, "kb-request-page")[0];
      expect(page?.shadowRoot?.activeElement?.id).toBe("title");
    });
  });

  it("and where only what the button stood in has the keyboard, too", async () => {
    list = requests({ extensions: [extension(1, { can: ["withdraw"] })] });
    const view = await show("1");
    await press(view, "Withdraw");
    list = requests({ extensions: [extension(1, { state: "withdrawn", can: [] })] });
    const [around] = all<HTMLElement>(view, ".columns");
    around?.setAttribute("tabindex", "-1");
    around?.focus();
    await press(dialogs(), "Withdraw");
    await vi.waitFor(() => {
      const page = all<HTMLElement>(view, "kb-request-page")[0];
      expect(page?.shadowRoot?.activeElement?.id).toBe("title");
    });
  });

  it("ends a protection and discards a draft", async () => {
    list = requests({ protections: [protection(1)], drafts: [draft(2)] });
    await press(await show("1"), "End the protection");
    await press(dialogs(), "End it");
    document.body.replaceChildren();
    const before = set;
    begin();
    await press(await show("2"), "Discard the draft");
    await press(dialogs(), "Discard");
    expect(before.asked.some(({ to }) => to === "requests/protect/end")).toBe(true);
    expect(sent("draft/discard")).toEqual([{ number: 2 }]);
  });
});

describe("answering an access request", () => {
  const access = (more: Partial<Disclosure> = {}): Disclosure =>
    disclosure(2, { asks: "access", ground: null, can: ["answer"], ...more });

  const choose = (name: string, value: string): void =>
    tick(
      all<HTMLInputElement>(dialogs(), `input[name=${name}]`).find(
        (one) => one.value === value,
      ) as HTMLInputElement,
    );

  it("asks three questions and concludes nothing from them", async () => {
    list = requests({ disclosures: [access()] });
    await press(await show("2"), "Answer");
    choose("business", "yes");
    choose("retained", "yes");
    await settled();
    expect(all<HTMLInputElement>(dialogs(), "input[name=obliged]:checked")).toEqual([]);
    await press(dialogs(), "Note the answer");
    expect(textOf(dialogs())).toContain(t("requests.access.all_needed"));
    choose("obliged", "no");
    await press(dialogs(), "Note the answer");
    expect(sent("disclosure/answer")).toEqual([
      { number: 2, business: "yes", retained: "yes", obliged: false },
    ]);
  });

  it("begins with the answer that was given", async () => {
    list = requests({
      disclosures: [access({ access: { business: "no", retained: "unknown", obliged: true } })],
    });
    const view = await show("2");
    expect(textOf(view)).toContain("The site answers that it is obliged");
    await press(view, "Change the answer");
    await press(dialogs(), "Note the answer");
    expect(sent("disclosure/answer")).toEqual([
      { number: 2, business: "no", retained: "unknown", obliged: true },
    ]);
  });
});

describe("handing over", () => {
  const prepared = (): Disclosure =>
    disclosure(2, {
      state: "prepared",
      decided: permission(),
      copies: [copyOf(1)],
      can: ["provide", "confirm"],
    });

  it("says what is missing, keeps what is there, and records the minute", async () => {
    list = requests({ disclosures: [prepared()] });
    await press(await show("2"), "Record the hand-over");
    const record = (): Promise<void> => press(dialogs(), "Record");
    const at = field(dialogs(), "Date and time");
    expect(Math.abs(Date.parse(`${at.value}:00+09:00`) - Date.now())).toBeLessThan(61_000);
    type(at, "2026-11-23T14:05");
    type(field(dialogs(), "Number of copies"), "0");
    await record();
    const wrong = (): string[] => all(dialogs(), ".wrong").map((one) => one.textContent ?? "");
    const says = (...keys: string[]): string[] => keys.map((key) => t(`requests.provide.${key}`));
    expect(wrong()).toEqual(says("medium_needed", "copies_needed", "duty_needed"));
    expect(all(dialogs(), ".must")).toHaveLength(4);
    tick(field(dialogs(), "Other"));
    tick(field(dialogs(), "It is to be returned"));
    type(field(dialogs(), "Number of copies"), "2");
    await settled();
    type(field(dialogs(), "By when"), "");
    await settled();
    expect(wrong()).toEqual(says("medium_text_needed", "due_needed"));
    type(field(dialogs(), "About the medium"), "SD card 3");
    type(field(dialogs(), "By when"), "2026-12-20");
    tick(field(dialogs(), "The recipient signed a receipt"));
    prove("kuma");
    await record();
    expect(sent("disclosure/provide")).toEqual([
      {
        number: 2,
        at: "2026-11-23T05:05:00+00:00",
        medium: "other",
        medium_text: "SD card 3",
        copies: 2,
        receipt: true,
        received_by: "Ken",
        duty: "return",
        due: "2026-12-20",
        passphrase: "kuma",
      },
    ]);
  });

  it("marks the field that a refusal is about, and stays there instead of at the passphrase", async () => {
    list = requests({ disclosures: [prepared()] });
    begin({
      "requests/disclosure/provide": () => {
        throw new Problem("handover_too_early");
      },
    });
    await press(await show("2"), "Record the hand-over");
    tick(field(dialogs(), "USB stick"));
    tick(field(dialogs(), "The recipient keeps it"));
    prove("kuma");
    await press(dialogs(), "Record");
    const dialog = dialogs().firstElementChild?.shadowRoot;
    expect(dialog?.querySelector(".is-wrong label")?.getAttribute("for")).toBe("at");
    expect(dialog?.activeElement?.id).toBe("at");
  });

  it("confirms what became of each copy", async () => {
    list = requests({
      disclosures: [
        disclosure(2, {
          state: "provided",
          copies: [copyOf(1, { overdue: true }), copyOf(2, { fate: "deleted" })],
          provided: provided(),
          can: ["confirm"],
        }),
      ],
    });
    const view = await show("2");
    expect(textOf(view)).toContain("Overdue since");
    const confirms = all<HTMLButtonElement>(view, "kb-request-copies button");
    expect(confirms).toHaveLength(2);
    confirms[1]?.click();
    await opened(set);
    await press(dialogs(), "Confirm");
    expect(sent("disclosure/confirm")).toEqual([{ number: 2, copy: 1, fate: "deleted" }]);

    document.body.replaceChildren();
    begin();
    all<HTMLButtonElement>(await show("2"), "kb-request-copies button")[0]?.click();
    await opened(set);
    type(field(dialogs(), "When"), "");
    await press(dialogs(), "Confirm");
    expect(textOf(dialogs())).toContain(t("requests.time_needed"));
    type(field(dialogs(), "When"), "2026-11-22T10:00");
    await press(dialogs(), "Confirm");
    expect(sent("disclosure/confirm").at(-1)).toMatchObject({ copy: null, fate: "returned" });
  });
});

describe("papers", () => {
  it("open on a page of their own, by an address that was asked for after the click", async () => {
    list = requests({ extensions: [extension(1, { state: "approved", can: [] })] });
    begin({ "requests/paper": { url: "/api/kuma_bouhan/paper/x?authSig=1" } });
    const replaced: string[] = [];
    const page = {
      opener: window as unknown,
      closed: false,
      location: { replace: (url: string) => replaced.push(url) },
      close: vi.fn(),
    };
    vi.spyOn(window, "open").mockReturnValue(page as never);
    const view = await show("1");
    const [first] = all<HTMLButtonElement>(view, "kb-request-papers button");
    first?.click();
    await settled();
    expect(page.opener).toBeNull();
    expect(replaced).toEqual(["/api/kuma_bouhan/paper/x?authSig=1"]);
    expect(sent("paper")).toEqual([
      { paper: "form_1", number: 1, language: "en", original_end: "2026-11-27" },
    ]);
  });

  it("close the empty page and say why where there is none", async () => {
    list = requests({ extensions: [extension(1, { can: [] })] });
    begin({
      "requests/paper": () => {
        throw new Problem("no_connection");
      },
    });
    const close = vi.fn();
    vi.spyOn(window, "open").mockReturnValue({ opener: null, close } as never);
    const view = await show("1");
    all<HTMLButtonElement>(view, "kb-request-papers button")[0]?.click();
    await settled();
    expect(close).toHaveBeenCalled();
    expect(set.said).toEqual([t("errors.no_connection")]);
  });

  it("are offered as far as the person may read what stands in them", async () => {
    begin({}, ["read_requests", "read_operation"]);
    await press(await show(), "Print other papers");
    expect(all<HTMLInputElement>(dialogs(), "input[name=paper]").map(({ value }) => value)).toEqual(
      ["erasure_record"],
    );
    document.body.replaceChildren();
    begin({}, ["read_requests"]);
    expect(all(await show(), "button")).toEqual([]);
  });

  it("the viewing register and the record of erasure are printed for a span", async () => {
    begin({ "requests/paper": { url: "/x" } });
    vi.spyOn(window, "open").mockReturnValue(null);
    const followed = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
    const view = await show();
    await press(view, "Print other papers");
    await press(dialogs(), "Open the paper");
    tick(field(dialogs(), "Record of erasure"));
    await settled();
    type(field(dialogs(), "Other recorders"), "SD card in the camera");
    type(field(dialogs(), "Camera"), "c2");
    await press(dialogs(), "Open the paper");
    expect(followed).toHaveBeenCalledTimes(2);
    const [register, erasure] = sent("paper");
    expect(register).toMatchObject({ paper: "viewing_register", language: "en" });
    expect(register).not.toHaveProperty("camera");
    expect(erasure).toMatchObject({
      paper: "erasure_record",
      camera: "c2",
      others: "SD card in the camera",
    });
  });
});

describe("the package on the page", () => {
  it("stands there for whoever may prepare or download, and for nobody else", async () => {
    list = requests({
      disclosures: [
        disclosure(2, { state: "prepared", can: ["download"] }),
        disclosure(3, { state: "prepared", can: ["provide"] }),
      ],
    });
    begin({ "requests/package/2": ready() });
    expect(textOf(await show("2"))).toContain("Download the package");
    document.body.replaceChildren();
    expect(all(await show("3"), "kb-request-package")).toEqual([]);
  });
});
