import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RequestPackage } from "../src/components/request-package";
import { Problem } from "../src/data/api";
import type { Disclosure, PackageStatus } from "../src/data/request-types";
import { copyOf, disclosure, permission, ready, status } from "./requests-of";
import { all, button, field, stage, t, textOf, tick, type, type Stage } from "./stage";

const permitted = (more: Partial<Disclosure> = {}): Disclosure =>
  disclosure(2, {
    state: "permitted",
    decided: permission(),
    can: ["prepare", "download"],
    ...more,
  });

let set: Stage;
let now: PackageStatus | Problem;
let links: string[];
let followed: { href: string; download: string | null }[];

beforeEach(() => {
  vi.useFakeTimers();
  now = status();
  links = ["/one", "/two"];
  followed = [];
  set = stage(
    {
      "requests/package/2": () => {
        if (now instanceof Problem) throw now;
        return now;
      },
      "requests/disclosure/prepare": () => {
        now = status({ state: "measuring", total: 2e9, done: 5e8 });
        return {};
      },
      "requests/disclosure/link": () => ({ url: links.shift(), until: "" }),
      "keys/words": { words: "moon bear path" },
    },
    {},
    { cameras: [{ camera: "c1", place: "Entrance" }] } as never,
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    followed.push({
      href: this.getAttribute("href") ?? "",
      download: this.getAttribute("download"),
    });
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (ms = 10): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

async function show(item = permitted(), panel = set.panel): Promise<RequestPackage> {
  const element = new RequestPackage();
  element.panel = panel;
  element.item = item;
  document.body.append(element);
  await pass();
  return element;
}

async function press(root: ParentNode, label: string): Promise<void> {
  button(root, label).click();
  await pass();
}

const sent = (to: string): Record<string, unknown>[] =>
  set.asked.filter((one) => one.to === `requests/${to}`).map(({ body }) => body);

describe("preparing", () => {
  it("begins, shows how far it is, and says when it is done", async () => {
    const element = await show();
    const changed = vi.fn();
    element.addEventListener("changed", changed);
    await press(element, "Prepare");
    expect(sent("disclosure/prepare")).toEqual([{ number: 2 }]);
    expect(textOf(element)).toContain("500 MB of 2 GB");
    expect(textOf(element)).toContain(t("requests.package.left_unknown"));
    now = status({ state: "measuring", total: 2e9, done: 1e9, seconds_left: 65 });
    await pass(1000);
    const [bar] = all<HTMLProgressElement>(element, "progress");
    expect([bar?.value, bar?.max]).toEqual([1e9, 2e9]);
    expect(textOf(element)).toContain("1 minute 5 seconds");
    now = ready();
    await pass(1000);
    expect(textOf(element)).toContain("2 files, 1.2 GB");
    expect(set.said).toContain(t("requests.package.ready"));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it("is found under way by a page that was loaded again", async () => {
    now = status({ state: "measuring", total: 2e9, done: 1e9 });
    expect(textOf(await show())).toContain("1 GB of 2 GB");
  });

  it("shows that it waits while nothing is known of how much there is", async () => {
    now = status({ state: "measuring" });
    const element = await show();
    expect(all<HTMLProgressElement>(element, "progress")[0]?.hasAttribute("max")).toBe(false);
    expect(textOf(element)).not.toContain("0 B");
  });

  it("is followed through a lost connection", async () => {
    now = status({ state: "measuring", total: 2e9, done: 1e9 });
    const element = await show();
    now = new Problem("no_connection");
    await pass(1000);
    expect(textOf(element)).toContain(t("requests.package.lost"));
    expect(textOf(element)).toContain("1 GB of 2 GB");
    now = ready();
    await pass(3000);
    expect(textOf(element)).not.toContain(t("requests.package.lost"));
    expect(textOf(element)).toContain("Download the package");
  });

  it("says why it failed, and begins again", async () => {
    now = status({ state: "failed", error: "no_connection" });
    const element = await show();
    expect(textOf(element)).toContain(t("errors.no_connection"));
    await press(element, "Prepare again");
    expect(textOf(element)).toContain("500 MB of 2 GB");
  });

  it("is begun again after a restart", async () => {
    const prepared = { at: "", manifest: "", files: 1, bytes: 1, masked: false };
    const element = await show(permitted({ state: "prepared", prepared }));
    expect(textOf(element)).toContain(t("requests.package.gone"));
    button(element, "Prepare again");
  });

  it("is looked at again once somebody else has prepared it", async () => {
    const element = await show();
    now = ready();
    const prepared = { at: "now", manifest: "", files: 2, bytes: 1, masked: false };
    element.item = permitted({ state: "prepared", prepared });
    await pass();
    expect(textOf(element)).toContain("Download the package");
  });

  it("asks to unlock where it is locked, also where that turns out only now, and goes on", async () => {
    let locked = true;
    const asked: string[] = [];
    const prepare = set.panel.hass.fetchWithAuth;
    set.panel.hass.fetchWithAuth = async (path, init) => {
      if (locked && path.endsWith("prepare")) {
        return Response.json({ error: "unlock_first" }, { status: 403 });
      }
      return prepare(path, init);
    };
    const element = await show(permitted(), {
      ...set.panel,
      refreshLock: async () => void asked.push("refresh"),
      ensureUnlocked: async () => {
        asked.push("unlock");
        if (asked.includes("refresh")) locked = false;
        return true;
      },
    });
    await press(element, "Prepare");
    expect(asked).toEqual(["unlock", "refresh", "unlock"]);
    expect(textOf(element)).toContain("500 MB of 2 GB");
  });

  it("does nothing where the person does not unlock", async () => {
    const element = await show(permitted(), {
      ...set.panel,
      ensureUnlocked: async () => false,
    });
    await press(element, "Prepare");
    expect(sent("disclosure/prepare")).toEqual([]);
    expect(all(element, "[role=alert]")).toEqual([]);
  });

  it("asks no more once the page is left", async () => {
    now = status({ state: "measuring", total: 2e9, done: 1e9 });
    const element = await show();
    const asked = set.asked.length;
    element.remove();
    await pass(10_000);
    expect(set.asked).toHaveLength(asked);
  });
});

describe("downloading", () => {
  beforeEach(() => {
    now = ready();
  });

  it("takes a new link each time, so that none has run out", async () => {
    const element = await show();
    await press(element, "Download the package");
    await press(element, "Download the package");
    expect(followed).toEqual([
      { href: "/one", download: "" },
      { href: "/two", download: "" },
    ]);
    expect(sent("disclosure/link")).toEqual([
      { number: 2, form: "package" },
      { number: 2, form: "package" },
    ]);
    expect(document.querySelectorAll("body > a")).toHaveLength(0);
  });

  it("takes one video, and says why there are several", async () => {
    const element = await show();
    expect(textOf(element)).toContain(t("requests.why.restart"));
    expect(textOf(element)).not.toContain(t("requests.why.other"));
    all<HTMLButtonElement>(element, ".rows button")[1]?.click();
    await pass();
    expect(sent("disclosure/link")).toEqual([{ number: 2, form: "video", file: 1 }]);
  });

  it("has stills in the package only", async () => {
    const { files } = ready();
    now = { ...ready(), files: files.map((file) => ({ ...file, kind: "stills" as const })) };
    const element = await show();
    expect(all(element, ".rows button")).toEqual([]);
    expect(textOf(element)).toContain(t("requests.package.stills"));
  });

  it("has words for a reason that it does not know", async () => {
    const { files } = ready();
    now = { ...ready(), files: files.map((file) => ({ ...file, why: "something_new" })) };
    expect(textOf(await show())).toContain(t("requests.why.other"));
  });

  it("seals with words that were made, or with a passphrase typed twice", async () => {
    const element = await show();
    const seal = async (): Promise<void> => {
      button(element, t("requests.package.take_sealed")).click();
      await vi.dynamicImportSettled();
      for (let turn = 0; turn < 200 && !set.panel.dialogs.children.length; turn += 1) {
        await pass(5);
      }
      await pass();
    };
    const dialog = set.panel.dialogs;
    await seal();
    expect(textOf(dialog)).toContain("moon-bear-path");
    await press(dialog, "Download");
    await pass();
    expect(sent("disclosure/link").at(-1)).toMatchObject({
      form: "sealed_package",
      secret: "moon-bear-path",
    });

    await seal();
    tick(all<HTMLInputElement>(dialog, "input[value=own]")[0] as HTMLInputElement);
    await pass();
    const fill = (first: string, again: string): void => {
      type(field(dialog, "New passphrase"), first);
      const inputs = all<HTMLInputElement>(dialog, "kb-passphrase input");
      type(inputs[1] as HTMLInputElement, again);
    };
    for (const [first, again, said] of [
      ["", "", t("keys.secret.missing")],
      ["くまのみちをあるくひと", "x", t("requests.seal.plain_letters")],
      ["a-long-secret-1", "a-long-secret-2", t("keys.secret.differ")],
    ] as const) {
      fill(first, again);
      await press(dialog, "Download");
      expect(textOf(dialog)).toContain(said);
    }
    const made = set.panel.hass.fetchWithAuth;
    set.panel.hass.fetchWithAuth = async () =>
      Response.json({ error: "passphrase_simple" }, { status: 400 });
    fill("111111111111", "111111111111");
    await press(dialog, "Download");
    expect(textOf(dialog)).toContain(set.panel.words(new Problem("passphrase_simple")));
    set.panel.hass.fetchWithAuth = made;
    fill("a-long-secret-1", "a-long-secret-1");
    await press(dialog, "Download");
    expect(dialog.children).toHaveLength(0);
    await pass();
    expect(sent("disclosure/link").at(-1)).toMatchObject({ secret: "a-long-secret-1" });
  });

  it("is not offered to whoever may not", async () => {
    const element = await show(permitted({ can: ["prepare"], copies: [copyOf(1)] }));
    expect(all(element, ".downloads button")).toEqual([]);
    expect(textOf(element)).toContain("2 files, 1.2 GB");
  });

  it("says what went wrong", async () => {
    links = [];
    const element = await show();
    set.panel.hass.fetchWithAuth = async () => {
      throw new Error("gone");
    };
    await press(element, "Download the package");
    expect(textOf(element)).toContain(t("errors.no_connection"));
    expect(followed).toEqual([]);
  });
});
