import { beforeEach, describe, expect, it } from "vitest";
import { Offices } from "../src/components/offices";
import { Problem } from "../src/data/api";
import { Format } from "../src/data/format";
import {
  appointable,
  canHandOver,
  ending,
  lastMoment,
  namesOf,
  offices,
  past,
  sinceOf,
  untilOf,
  type Appointment,
  type People,
  type Role,
} from "../src/data/people";
import {
  button,
  field,
  ME,
  opened,
  settled,
  stage,
  t,
  textOf,
  tick,
  type,
  type Stage,
} from "./stage";

const NOW = Date.parse("2026-11-23T12:00:00+09:00");
const given = (
  role: Role,
  user_id: string,
  since: string,
  until: string | null = null,
  in_force = true,
): Appointment => ({
  seq: 1,
  role,
  user_id,
  name: user_id.toUpperCase(),
  title: "",
  since: `${since}T00:00:00+09:00`,
  until: until && `${until}T00:00:00+09:00`,
  in_force,
});

const people: People = {
  appointments: [
    given("manager", "u0", "2026-01-01", "2026-06-01", false),
    given("manager", "u1", "2026-06-01"),
    given("deputy", "u2", "2026-12-01", "2026-12-08", false),
    given("operator", "u3", "2025-01-01", "2026-07-01", false),
  ],
  users: [
    { user_id: "u1", name: "one" },
    { user_id: "u4", name: "four" },
  ],
};

describe("who holds which role", () => {
  it("is told for every role, also those that nobody holds", () => {
    const found = offices(people, NOW);
    expect(found.map(({ role }) => role)).toContain("complaint_officer");
    expect(found.find(({ role }) => role === "manager")?.holding).toHaveLength(1);
    const deputy = found.find(({ role }) => role === "deputy");
    expect([deputy?.holding.length, deputy?.coming.length]).toEqual([0, 1]);
  });

  it("was is told apart, the latest first", () => {
    expect(past(people, NOW).map(({ role }) => role)).toEqual(["operator", "manager"]);
  });

  it("has the name of the appointment, else the user's own", () => {
    expect([...namesOf(people)]).toContainEqual(["u1", "U1"]);
    expect(namesOf(people).get("u4")).toBe("four");
  });
});

describe("what a person can change", () => {
  const may = (...acts: string[]): typeof ME => ({ ...ME, may: acts });

  it("is what the integration says; the manager is handed over while there is one", () => {
    const me = may("appoint_manager", "appoint_site_owner", "appoint_staff");
    expect(appointable(people, me)).toEqual(["staff"]);
    expect(appointable({ ...people, appointments: [] }, me)).toEqual(["manager", "staff"]);
  });

  it("is leaving for oneself, releasing for others, and neither for the site owner", () => {
    const me = may("leave", "appoint_operator", "appoint_site_owner");
    expect(ending({ role: "manager", user_id: "u1" }, me)).toBe("leave");
    expect(ending({ role: "operator", user_id: "u3" }, me)).toBe("release");
    expect(ending({ role: "staff", user_id: "u3" }, me)).toBeNull();
    expect(ending({ role: "site_owner", user_id: "u1" }, me)).toBeNull();
    expect(ending({ role: "manager", user_id: "u1" }, may())).toBeNull();
  });

  it("is handing over for roles of one person", () => {
    const me = may("appoint_manager", "appoint_operator");
    expect(canHandOver({ role: "manager" }, me)).toBe(true);
    expect(canHandOver({ role: "operator" }, me)).toBe(false);
    expect(canHandOver({ role: "manager" }, may())).toBe(false);
  });
});

describe("days", () => {
  const format = new Format("ja", "Asia/Tokyo");

  it("begin at midnight; today means now", () => {
    expect(sinceOf("2026-12-01", "2026-11-23")).toEqual({ since: "2026-12-01T00:00:00" });
    expect(sinceOf("2026-11-23", "2026-11-23")).toEqual({});
    expect(sinceOf("", "2026-11-23")).toEqual({});
  });

  it("end with the day, and are told as that day", () => {
    expect(untilOf("2026-12-31")).toEqual({ until: "2027-01-01T00:00:00" });
    expect(untilOf("")).toEqual({});
    expect(lastMoment("2027-01-01T00:00:00+09:00", format)).toBe("2026年12月31日");
    expect(lastMoment("2027-01-01T09:30:00+09:00", format)).toBe("2027年1月1日 9:30");
  });
});

// --- The page

async function page(set: Stage): Promise<Offices> {
  const element = new Offices();
  element.panel = set.panel;
  document.body.append(element);
  await settled();
  return element;
}

const RUNS = ["appoint", "appoint_operator", "appoint_deputy", "appoint_manager", "leave"];

beforeEach(() => document.body.replaceChildren());

describe("the page of roles", () => {
  it("names holders, those to come, and what is vacant", async () => {
    const set = stage({ people }, { may: RUNS }, { vacant: ["site_owner"] });
    const text = textOf((await page(set)).renderRoot);
    expect(text).toContain("U1");
    expect(text).toContain(t("people.coming_tag"));
    expect(text).toContain(t("people.vacant"));
    expect(text).toContain(t("people.nobody"));
    expect(text).toContain(t("people.past", { count: 2 }));
  });

  it("asks nothing for those who appoint nobody: they see their own roles, and the way out", async () => {
    const set = stage({ end_appointment: {} }, { may: ["leave"], roles: ["operator"] });
    const element = await page(set);
    expect(set.asked).toEqual([]);
    button(element.renderRoot, t("people.leave")).click();
    await opened(set);
    tick(field(set.panel.dialogs, t("people.form.secrecy_own")));
    button(set.panel.dialogs, t("people.leave")).click();
    await settled();
    expect(set.asked).toEqual([
      {
        to: "end_appointment",
        body: { role: "operator", user_id: "u1", secrecy_acknowledged: true },
      },
    ]);
    expect(set.said).toEqual([t("people.left_now")]);
    expect(set.panel.dialogs.children).toHaveLength(0);
  });

  it("says what went wrong instead of names", async () => {
    const refuse = (): never => {
      throw { translation_key: "no_connection" };
    };
    const set = stage({ people: refuse }, { may: RUNS });
    expect(textOf((await page(set)).renderRoot)).toContain(t("errors.no_connection"));
  });
});

describe("appointing", () => {
  it("asks for role and person, and for an end where it is a deputy", async () => {
    const set = stage({ people, appoint: {} }, { may: RUNS });
    const element = await page(set);
    button(element.renderRoot, t("people.appoint")).click();
    await opened(set);
    const { dialogs } = set.panel;
    const send = async (): Promise<void> => {
      button(dialogs, t("people.appoint")).click();
      await settled();
    };
    await send();
    expect(textOf(dialogs)).toContain(t("people.form.choose_role"));
    type(field(dialogs, t("people.form.role")), "deputy");
    await send();
    expect(textOf(dialogs)).toContain(t("people.form.choose_person"));
    type(field(dialogs, t("people.form.person")), "u4");
    await send();
    expect(textOf(dialogs)).toContain(t("people.form.needs_until"));
    type(field(dialogs, t("people.form.title")), "Caretaker");
    type(field(dialogs, t("people.form.until")), "2030-01-31");
    await send();
    expect(set.asked.find(({ to }) => to === "appoint")?.body).toEqual({
      role: "deputy",
      user_id: "u4",
      name: "",
      title: "Caretaker",
      until: "2030-02-01T00:00:00",
    });
    expect(set.said).toEqual([t("people.appointed_now")]);
  });

  it("needs the vault open, as every decision does", async () => {
    const set = stage({ people }, { may: RUNS });
    set.panel.ensureUnlocked = async () => false;
    const element = await page(set);
    button(element.renderRoot, t("people.appoint")).click();
    await settled();
    expect(set.panel.dialogs.children).toHaveLength(0);
  });

  it("says why it was not done, and stays open", async () => {
    const refuse = (): never => {
      throw new Problem("signed_out");
    };
    const set = stage({ people, hand_over: refuse }, { may: RUNS });
    const element = await page(set);
    const label = t("people.act_on", {
      act: t("people.hand_over"),
      role: t("role.manager"),
      name: "U1",
    });
    button(element.renderRoot, label).click();
    await opened(set);
    const { dialogs } = set.panel;
    type(field(dialogs, t("people.form.next")), "u4");
    button(dialogs, t("people.hand_over")).click();
    await settled();
    expect(textOf(dialogs)).toContain(t("people.form.needs_secrecy"));
    tick(field(dialogs, t("people.form.secrecy_own")));
    button(dialogs, t("people.hand_over")).click();
    await settled();
    expect(textOf(dialogs)).toContain(t("errors.signed_out"));
    expect(dialogs.children).toHaveLength(1);
  });
});
