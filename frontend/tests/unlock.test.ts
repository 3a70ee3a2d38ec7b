import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask } from "../src/components/dialog";
import { UnlockDialog } from "../src/dialogs/unlock";
import { deep, House, LOCKED, Refusal, settle, wordsOf } from "./house";

let house: House;

beforeEach(() => {
  house = new House();
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00+09:00") });
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function open(
  more = {},
): Promise<{ dialog: UnlockDialog; answer: Promise<true | undefined> }> {
  const dialog = new UnlockDialog();
  const answer = ask(dialog, house.context({ lock: house.lock, ...more }));
  await dialog.updateComplete;
  await settle();
  return { dialog, answer };
}

async function type(dialog: UnlockDialog, words: string): Promise<void> {
  const input = deep<HTMLInputElement>(dialog, "kb-passphrase input");
  input.value = words;
  deep<HTMLFormElement>(dialog, "form").dispatchEvent(new Event("submit", { cancelable: true }));
  await settle(40);
  await dialog.updateComplete;
}

describe("unlocking", () => {
  it("sends the passphrase by POST, leaves it nowhere, and ends", async () => {
    house.answers["POST unlock"] = { until: "…", idle_until: "…" };
    const { dialog, answer } = await open();
    await type(dialog, "kuma no michi");
    expect(house.told("unlock")).toMatchObject([
      { method: "POST", body: { passphrase: "kuma no michi" } },
    ]);
    expect(await answer).toBe(true);
    expect(dialog.isConnected).toBe(false);
    expect(deep<HTMLInputElement>(dialog, "kb-passphrase input").value).toBe("");
  });

  it("is hidden until the person looks, and no input method is asked for", async () => {
    const { dialog } = await open();
    const input = deep<HTMLInputElement>(dialog, "kb-passphrase input");
    expect(input.type).toBe("password");
    deep(dialog, "kb-passphrase button").click();
    await settle();
    expect(input.type).toBe("text");
    expect(input.getAttribute("autocapitalize")).toBe("off");
  });

  it("says that a passphrase is wrong, empties the field, and stays", async () => {
    house.answers["POST unlock"] = new Refusal("wrong_passphrase");
    const { dialog } = await open({ words: () => "Wrong." });
    await type(dialog, "neko");
    expect(wordsOf(deep(dialog, "[role=alert]"))).toContain("Wrong.");
    expect(deep<HTMLInputElement>(dialog, "kb-passphrase input").value).toBe("");
  });

  it("counts down what is to be waited, and lets nobody try before", async () => {
    house.answers["POST unlock"] = new Refusal("unlock_wait", { seconds: 30 });
    const { dialog } = await open();
    await type(dialog, "neko");
    const button = deep<HTMLButtonElement>(dialog, "button[type=submit]");
    expect(wordsOf(deep(dialog, "[role=timer]"))).toContain("0:30");
    expect(button.disabled).toBe(true);
    await type(dialog, "kuma");
    expect(house.told("unlock")).toHaveLength(1);
    vi.advanceTimersByTime(29_000);
    await dialog.updateComplete;
    expect(wordsOf(deep(dialog, "[role=timer]"))).toContain("0:01");
    vi.advanceTimersByTime(2_000);
    await dialog.updateComplete;
    expect(button.disabled).toBe(false);
  });

  it("knows a wait that began before the dialog was opened", async () => {
    house.lock = { ...LOCKED, wait_until: new Date(Date.now() + 60_000).toISOString() };
    const { dialog } = await open();
    await dialog.updateComplete;
    expect(wordsOf(deep(dialog, "[role=timer]"))).toContain("1:00");
  });

  it("has plain http accepted before it sends anything, and says so to the integration", async () => {
    house.lock = { ...LOCKED, plain_http: "ask" };
    house.answers["POST unlock"] = {};
    const { dialog } = await open();
    await dialog.updateComplete;
    const button = deep<HTMLButtonElement>(dialog, "button[type=submit]");
    expect(button.disabled).toBe(true);
    const box = deep<HTMLInputElement>(dialog, "input[type=checkbox]");
    box.checked = true;
    box.dispatchEvent(new Event("change"));
    await dialog.updateComplete;
    expect(button.disabled).toBe(false);
    await type(dialog, "kuma");
    expect(house.told("unlock")[0]?.body).toEqual({ passphrase: "kuma", accept_plain_http: true });
  });

  it("asks for that where the integration finds the connection plain by itself", async () => {
    house.answers["POST unlock"] = new Refusal("plain_http_not_accepted");
    const { dialog } = await open();
    await type(dialog, "kuma");
    expect(deep<HTMLInputElement>(dialog, "input[type=checkbox]")).toBeTruthy();
  });

  it("can be left", async () => {
    const { dialog, answer } = await open();
    deep(dialog, ".button.quiet").click();
    expect(await answer).toBeUndefined();
  });
});
