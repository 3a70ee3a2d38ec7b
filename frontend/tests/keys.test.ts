import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "../src/components/dialog";
import { KeysPage } from "../src/components/keys";
import type { PassphraseField } from "../src/components/passphrase-field";
import { Problem } from "../src/data/api";
import { groups, inOrder, spans, type Keys } from "../src/data/keys";
import { AdmitByCodeDialog } from "../src/dialogs/admit-by-code";
import { BeginKeysDialog } from "../src/dialogs/begin-keys";
import { ChangePassphraseDialog } from "../src/dialogs/change-passphrase";
import type { KeysNoticeDialog } from "../src/dialogs/keys-notice";
import { MakeKeyDialog } from "../src/dialogs/make-key";
import { RecoveryCodeDialog } from "../src/dialogs/recovery-code";
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

const CODE = "K7MD-92QX-7Q2M";
const PAPER = { code: CODE, paper: "<p>a paper</p>" };
const SINCE = "2026-11-01T00:00:00+09:00";

const keys: Keys = {
  fingerprint: "b7d1 4f0e",
  host_fingerprint: "19c3 8a57",
  mine: "holder",
  holders: [
    {
      user_id: "u1",
      name: "Hanako",
      state: "holder",
      has_role: true,
      roles: ["operator"],
      since: SINCE,
    },
    {
      user_id: "u2",
      name: "Taro",
      state: "waiting",
      has_role: true,
      roles: ["operator"],
      since: SINCE,
    },
    {
      user_id: "u3",
      name: "Jiro",
      state: "holder",
      has_role: false,
      roles: ["site_owner"],
      since: SINCE,
    },
  ],
  epochs: [
    {
      number: 1,
      since: "2026-11-20T00:00:00+09:00",
      fingerprint: "",
      holders: ["u1"],
      footage_until: null,
    },
    {
      number: 0,
      since: SINCE,
      fingerprint: "",
      holders: ["u1", "u3"],
      footage_until: "2026-11-27T00:00:00+09:00",
    },
  ],
  recovery: { used: false, since: SINCE },
  sealed: null,
  begin: { blocked: null, announced: null },
};
const MAY =
  "make_key change_passphrase admit_holder remove_holder renew_recovery_code use_recovery_code begin_keys list_footage unlock".split(
    " ",
  );

beforeEach(() => document.body.replaceChildren());

describe("keys in order", () => {
  it("have those who wait first", () => {
    expect(inOrder(keys.holders).map(({ user_id }) => user_id)).toEqual(["u2", "u1", "u3"]);
  });

  it("end where the next begin, the newest first", () => {
    const found = spans(keys.epochs);
    expect(found.map(({ number }) => number)).toEqual([1, 0]);
    expect(found.map(({ until }) => until)).toEqual([null, "2026-11-20T00:00:00+09:00"]);
  });

  it("and codes fall into groups", () => {
    expect(groups(CODE)).toEqual(["K7MD", "92QX", "7Q2M"]);
    expect(groups(" AB CD  EF ")).toEqual(["AB", "CD", "EF"]);
  });
});

// --- The page

async function page(set: Stage): Promise<KeysPage> {
  const element = new KeysPage();
  element.panel = set.panel;
  document.body.append(element);
  await settled();
  return element;
}

describe("the page of keys", () => {
  it("says who opens what, and who has to go", async () => {
    const set = stage({ keys }, { may: MAY });
    const text = textOf((await page(set)).renderRoot);
    expect(text).toContain(t("keys.mine_holder"));
    expect(text).toContain(t("keys.state.waiting"));
    // Whoever handed the manager's office over and stays site owner is called what they are.
    expect(text).toContain(t("keys.other_role", { roles: t("role.site_owner") }));
    expect(text).not.toContain(t("keys.no_role"));
    expect(text).toContain(t("keys.opened_by", { names: "Hanako and Jiro" }));
    expect(text).toContain(t("keys.footage_until", { when: "27 November 2026" }));
    expect(text).not.toContain(t("keys.sealed"));
  });

  it("counts holders where names are withheld, and offers nothing that is not theirs", async () => {
    const nameless = keys.holders.map(({ name: _, ...rest }) => ({ ...rest, roles: [] }));
    const set = stage({ keys: { ...keys, holders: nameless } }, { may: [] });
    const element = await page(set);
    const text = textOf(element.renderRoot);
    expect(text).toContain(t("keys.opened_by_count", { count: 2 }));
    expect(text).toContain(t("keys.opened_by_count", { count: 1 }));
    expect(text).toContain(t("keys.another"));
    expect(text).toContain(t("keys.no_role"));
    expect(text).not.toContain(t("keys.lost"));
    const shown = all<HTMLButtonElement>(element.renderRoot, ".button");
    expect(shown).toHaveLength(0);
  });

  it("says exactly what no holder can open any more", async () => {
    const sealed = {
      cameras: ["c1", "c9"],
      oldest: "2026-11-02T00:00:00+09:00",
      newest: "2026-11-05T00:00:00+09:00",
      erased_by: "2026-11-12T00:00:00+09:00",
    };
    const set = stage({ keys: { ...keys, sealed, recovery: { used: true, since: SINCE } } });
    const text = textOf((await page(set)).renderRoot);
    expect(text).toContain("2 November 2026 to 5 November 2026");
    expect(text).toContain("12 November 2026");
    expect(text).toContain(t("book.removed_camera"));
    expect(text).toContain(t("keys.recovery_used"));
  });

  it.each([
    ["none", [], "keys.mine_no_key"],
    ["none", ["make_key"], "keys.mine_none_signing"],
    ["none", ["make_key", "list_footage"], "keys.mine_none"],
    ["waiting", ["make_key"], "keys.mine_waiting"],
    ["signing", ["make_key"], "keys.mine_signing"],
  ] as const)("tells %s with %j what their key is", async (mine, may, key) => {
    const set = stage({ keys: { ...keys, mine } }, { may: [...may] });
    expect(textOf((await page(set)).renderRoot)).toContain(t(key));
  });

  it("admits a key after saying what that means", async () => {
    const set = stage({ keys, "keys/admit": {} }, { may: MAY });
    const element = await page(set);
    button(element.renderRoot, t("keys.act_on", { act: t("keys.admit"), name: "Taro" })).click();
    await opened(set);
    expect(textOf(set.panel.dialogs)).toContain(t("keys.admit_form.what", { name: "Taro" }));
    button(set.panel.dialogs, t("keys.admit_form.admit")).click();
    await settled();
    expect(set.asked).toContainEqual({ to: "keys/admit", body: { user_id: "u2" } });
    expect(set.said).toEqual([t("keys.admitted_now")]);
  });

  it("takes a key away after saying what follows", async () => {
    const set = stage({ keys, "keys/remove": {} }, { may: MAY });
    const element = await page(set);
    button(element.renderRoot, t("keys.act_on", { act: t("keys.remove"), name: "Jiro" })).click();
    await opened(set);
    expect(textOf(set.panel.dialogs)).toContain(t("keys.remove_form.copies"));
    button(set.panel.dialogs, t("keys.remove_form.remove")).click();
    await settled();
    expect(set.asked).toContainEqual({ to: "keys/remove", body: { user_id: "u3" } });
  });
});

// --- Dialogs with secrets

const WORDS = ["moon", "bear", "path", "walk", "quiet", "hill"];

/** Everything in the page, values of fields included: what somebody could still find there. */
function left(root: ParentNode): string {
  return all<HTMLInputElement>(root, "input")
    .map((one) => one.value)
    .concat(textOf(root))
    .join(" ");
}

describe("making a key", () => {
  it("with words that were made asks for them once more, from paper", async () => {
    const set = stage({ "keys/words": { words: WORDS.join(" ") }, "keys/make": {} });
    const dialog = new MakeKeyDialog();
    void ask(dialog, set.panel);
    await settled();
    expect(textOf(dialog.renderRoot)).toContain("moon bear path walk quiet hill");
    button(dialog.renderRoot, t("keys.make_form.make")).click();
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("keys.secret.missing"));
    field(dialog.renderRoot, t("keys.secret.again")).value = "moon bear path walk quiet hill";
    button(dialog.renderRoot, t("keys.make_form.make")).click();
    await settled();
    expect(set.asked.at(-1)).toEqual({
      to: "keys/make",
      body: { passphrase: WORDS.join(" "), again: WORDS.join(" ") },
    });
    expect(dialog.isConnected).toBe(false);
    expect(left(dialog.renderRoot)).not.toContain("moon");
  });

  it("with one's own asks for it twice, alike", async () => {
    const set = stage({ "keys/words": { words: WORDS }, "keys/make": {} });
    const dialog = new MakeKeyDialog();
    void ask(dialog, set.panel);
    await settled();
    field(dialog.renderRoot, t("keys.secret.own")).dispatchEvent(new Event("change"));
    await settled();
    const [first, again] = all<PassphraseField>(dialog.renderRoot, "kb-passphrase").map(
      (one) => one.renderRoot.querySelector("input") as HTMLInputElement,
    );
    if (!first || !again) throw new Error("two fields");
    first.value = "a sentence of my own";
    again.value = "a sentence of my owm";
    button(dialog.renderRoot, t("keys.make_form.make")).click();
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("keys.secret.differ"));
    again.value = first.value;
    button(dialog.renderRoot, t("keys.make_form.make")).click();
    await settled();
    expect(set.asked.at(-1)?.body["passphrase"]).toBe("a sentence of my own");
    expect(left(dialog.renderRoot)).not.toContain("sentence of my");
  });

  it("goes on without words where none can be made", async () => {
    const refuse = (): never => {
      throw new Problem("signed_out");
    };
    const set = stage({ "keys/words": refuse });
    const dialog = new MakeKeyDialog();
    void ask(dialog, set.panel);
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("errors.signed_out"));
    expect(all(dialog.renderRoot, "kb-passphrase")).toHaveLength(2);
  });
});

describe("a new passphrase over plain http", () => {
  it.each([
    ["where that is known", MakeKeyDialog, "ask"],
    ["where it is known when the old one is asked for", ChangePassphraseDialog, "ask"],
    ["where the integration finds it so by itself", MakeKeyDialog, "no"],
  ] as const)(
    "is made and typed once the person said that they know, %s",
    async (_, made, plain) => {
      const words = (body: { accept_plain_http?: true }): object => {
        if (!body.accept_plain_http) throw new Problem("plain_http_not_accepted");
        return { words: WORDS };
      };
      const set = stage({ "keys/words": words, "keys/passphrase": {}, "keys/make": {} });
      set.panel.lock = { locked: true, mine: null, wait_until: null, plain_http: plain };
      const dialog = new made();
      void ask(dialog, set.panel);
      await settled();
      expect(all(dialog.renderRoot, "kb-new-secret")).toHaveLength(0);
      expect(set.asked).toHaveLength(plain === "ask" ? 0 : 1);
      tick(field(dialog.renderRoot, t("unlock.accept_plain_http")));
      await settled();
      expect(textOf(dialog.renderRoot)).toContain(WORDS.join(" "));
    },
  );

  it("is sent by no key before that", async () => {
    const set = stage({ "keys/passphrase": {} });
    set.panel.lock = { locked: true, mine: null, wait_until: null, plain_http: "ask" };
    const dialog = new ChangePassphraseDialog();
    void ask(dialog, set.panel);
    await settled();
    const old = field(dialog.renderRoot, t("keys.change_form.old"));
    type(old, "mine so far");
    old.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await settled();
    expect(set.asked).toEqual([]);
    expect(textOf(dialog.renderRoot)).toContain(t("unlock.plain_http"));
  });
});

describe("changing a passphrase", () => {
  it("lets go of a wrong old one and keeps the rest", async () => {
    let wrong = true;
    const change = (): object => {
      if (wrong) throw new Problem("wrong_passphrase");
      return {};
    };
    const set = stage({ "keys/words": { words: WORDS }, "keys/passphrase": change });
    const dialog = new ChangePassphraseDialog();
    void ask(dialog, set.panel);
    await settled();
    const old = field(dialog.renderRoot, t("keys.change_form.old"));
    old.value = "not it";
    field(dialog.renderRoot, t("keys.secret.again")).value = WORDS.join(" ");
    button(dialog.renderRoot, t("keys.change_form.change")).click();
    await settled();
    expect([old.value, dialog.isConnected]).toEqual(["", true]);
    wrong = false;
    old.value = "it";
    button(dialog.renderRoot, t("keys.change_form.change")).click();
    await settled();
    expect(set.asked.at(-1)?.body["old"]).toBe("it");
    expect(left(dialog.renderRoot)).not.toContain("moon");
  });
});

describe("the recovery paper", () => {
  it("is shown, printable and unable to run anything, until its last group is typed from it", async () => {
    const confirm = (body: { last_group: string }): object => {
      if (body.last_group !== "7Q2M") throw new Problem("signed_out");
      return {};
    };
    const set = stage({ "keys/recovery": PAPER, "keys/recovery/confirm": confirm });
    const dialog = new RecoveryCodeDialog();
    const answered = ask(dialog, set.panel);
    await settled();
    expect(set.asked).toEqual([]); // nothing is made before the person says so
    button(dialog.renderRoot, t("keys.paper.prepare")).click();
    await settled();
    const [frame] = all<HTMLIFrameElement>(dialog.renderRoot, "iframe");
    expect(frame?.getAttribute("sandbox")).toBe("allow-same-origin allow-modals");
    expect(frame?.srcdoc).toBe(PAPER.paper);
    type(field(dialog.renderRoot, t("keys.paper.last_group")), " 92QX ");
    button(dialog.renderRoot, t("keys.paper.confirm")).click();
    await settled();
    expect(dialog.isConnected).toBe(true);
    type(field(dialog.renderRoot, t("keys.paper.last_group")), " 7Q2M ");
    button(dialog.renderRoot, t("keys.paper.confirm")).click();
    expect(await answered).toBe(true);
    await settled();
    expect(left(dialog.renderRoot)).not.toContain("7Q2M");
    expect(all(dialog.renderRoot, "iframe")).toHaveLength(0);
  });

  it("is prepared in vain when the dialog is closed: the old code stays", async () => {
    const set = stage({ "keys/recovery": PAPER });
    const dialog = new RecoveryCodeDialog();
    const answered = ask(dialog, set.panel);
    await settled();
    button(dialog.renderRoot, t("keys.paper.prepare")).click();
    await settled();
    button(dialog.renderRoot, t("dialog.cancel")).click();
    expect(await answered).toBeUndefined();
    expect(set.asked.map(({ to }) => to)).toEqual(["keys/recovery"]);
  });
});

describe("coming in by the code", () => {
  it("leads on to a new code at once", async () => {
    const set = stage(
      { keys: { ...keys, mine: "waiting" }, "keys/admit_by_code": {}, "keys/recovery": PAPER },
      { may: MAY },
    );
    const element = await page(set);
    button(element.renderRoot, t("keys.admit_by_code")).click();
    await opened(set);
    const dialog = set.panel.dialogs.firstElementChild as AdmitByCodeDialog;
    field(dialog.renderRoot, t("keys.code_form.code")).value = CODE;
    button(dialog.renderRoot, t("keys.code_form.use")).click();
    await settled();
    expect(set.asked).toContainEqual({ to: "keys/admit_by_code", body: { code: CODE } });
    expect(left(dialog.renderRoot)).not.toContain(CODE);
    await opened(set);
    expect(set.panel.dialogs.firstElementChild).toBeInstanceOf(RecoveryCodeDialog);
  });
});

describe("older footage, once new keys were begun", () => {
  const sealed = { cameras: [], oldest: "2026-11-20T00:00:00Z", newest: "2026-11-23T00:00:00Z" };
  it.each([
    ["is opened by the paper of its time", { ...sealed, erased_by: null }, true],
    ["needs no paper where a holder opens it", null, false],
  ])("%s", async (_, left, offered) => {
    const element = await page(
      stage({ keys: { ...keys, mine: "holder", sealed: left } }, { may: MAY }),
    );
    expect(textOf(element.renderRoot).includes(t("keys.open_by_code"))).toBe(offered);
  });
});

describe("beginning with new keys", () => {
  it("is done by nobody who has not read what is lost", async () => {
    const set = stage({
      "keys/words": { words: WORDS },
      "keys/begin": PAPER,
      "keys/begin/confirm": {},
    });
    const dialog = new BeginKeysDialog(false);
    const answered = ask(dialog, set.panel);
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("keys.lost_old"));
    field(dialog.renderRoot, t("keys.secret.again")).value = WORDS.join(" ");
    button(dialog.renderRoot, t("keys.begin_form.begin")).click();
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("keys.begin_form.needs_understood"));
    tick(field(dialog.renderRoot, t("keys.begin_form.understood")));
    button(dialog.renderRoot, t("keys.begin_form.begin")).click();
    await settled();
    type(field(dialog.renderRoot, t("keys.paper.last_group")), "7Q2M");
    button(dialog.renderRoot, t("keys.paper.confirm")).click();
    expect(await answered).toBe(true);
    expect(set.asked.map(({ to }) => to)).toEqual([
      "keys/words",
      "keys/begin",
      "keys/begin/confirm",
    ]);
    expect(set.asked.at(-1)?.body).toEqual({ last_group: "7Q2M" });
  });

  it("takes the recovery code where it is to be at once", async () => {
    const set = stage({ "keys/words": { words: WORDS }, "keys/begin": PAPER });
    const dialog = new BeginKeysDialog(true);
    void ask(dialog, set.panel);
    await settled();
    tick(field(dialog.renderRoot, t("keys.begin_form.understood")));
    field(dialog.renderRoot, t("keys.secret.again")).value = WORDS.join(" ");
    button(dialog.renderRoot, t("keys.begin_form.begin")).click();
    await settled();
    expect(textOf(dialog.renderRoot)).toContain(t("keys.begin_form.needs_code"));
    type(field(dialog.renderRoot, t("keys.code_form.code")), CODE);
    button(dialog.renderRoot, t("keys.begin_form.begin")).click();
    await settled();
    expect(set.asked.at(-1)).toMatchObject({ to: "keys/begin", body: { code: CODE } });
    expect(left(dialog.renderRoot)).not.toContain(CODE);
  });
});

describe("a key that stands while its passphrase is lost", () => {
  const blockedBy = (error: string, announced: string | null = null): Keys => ({
    ...keys,
    begin: { blocked: { error, blanks: {} }, announced },
  });
  const ready = "2026-11-30T12:00:00+09:00";

  it("gives way to new keys after a notice, or by the recovery code", async () => {
    const set = stage(
      {
        keys: blockedBy("new_keys_need_notice"),
        "keys/begin/announce": {},
        "keys/words": { words: WORDS },
      },
      { may: MAY },
    );
    const element = await page(set);
    button(element.renderRoot, t("keys.begin_by_code")).click();
    await opened(set);
    expect(set.panel.dialogs.firstElementChild).toBeInstanceOf(BeginKeysDialog);
    set.panel.dialogs.replaceChildren();
    button(element.renderRoot, t("keys.notice.announce.do")).click();
    await opened(set);
    const dialog = set.panel.dialogs.firstElementChild as KeysNoticeDialog;
    expect(textOf(dialog.renderRoot)).toContain(t("keys.notice.announce.what"));
    button(dialog.renderRoot, t("keys.notice.announce.do")).click();
    await settled();
    expect(set.said).toContain(t("keys.notice.announce.done"));
    expect(set.asked.filter(({ to }) => to === "keys")).toHaveLength(2);
  });

  it("says when that will be, and anybody with an office can object", async () => {
    const set = stage(
      { keys: blockedBy("new_keys_too_early", ready), "keys/begin/object": {} },
      { may: ["read_keys"] },
    );
    const element = await page(set);
    const when = set.panel.format.moment(ready);
    expect(textOf(element.renderRoot)).toContain(t("keys.announced", { when }));
    expect(textOf(element.renderRoot)).not.toContain(t("keys.lost"));
    button(element.renderRoot, t("keys.notice.object.do")).click();
    await opened(set);
    const dialog = set.panel.dialogs.firstElementChild as KeysNoticeDialog;
    button(dialog.renderRoot, t("keys.notice.object.do")).click();
    await settled();
    expect(set.said).toContain(t("keys.notice.object.done"));
  });

  it("is left as it is while another person holds one", async () => {
    const element = await page(stage({ keys: blockedBy("new_keys_held") }, { may: MAY }));
    expect(textOf(element.renderRoot)).not.toContain(t("keys.notice.announce.do"));
    expect(textOf(element.renderRoot)).toContain(t("keys.begin_by_code"));
  });
});
