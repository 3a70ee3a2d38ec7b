/** Who holds which role: `kuma_bouhan/people`, sorted for the page. */

import { nextDay } from "./days";
import type { Format } from "./format";
import type { Me, Moment, Named } from "./types";

export const ROLES = [
  "site_owner",
  "manager",
  "deputy",
  "operator",
  "staff",
  "complaint_officer",
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of one person at a time, which go from hand to hand. */
export const HANDED_OVER: readonly Role[] = ["site_owner", "manager"];

export interface Appointment {
  seq: number;
  role: Role;
  user_id: string;
  name: string;
  title: string;
  since: Moment;
  until: Moment | null;
  in_force: boolean;
}

export interface People {
  appointments: Appointment[];
  users: Named[];
}

export interface Office {
  role: Role;
  holding: Appointment[];
  coming: Appointment[];
}

/** Every role, with who holds it and who will. */
export function offices({ appointments }: People, now: number): Office[] {
  return ROLES.map((role) => {
    const theirs = appointments.filter((one) => one.role === role);
    return {
      role,
      holding: theirs.filter((one) => one.in_force),
      coming: theirs.filter((one) => !one.in_force && Date.parse(one.since) > now),
    };
  });
}

/** What is over, the latest first. */
export function past({ appointments }: People, now: number): Appointment[] {
  return appointments
    .filter((one) => !one.in_force && Date.parse(one.since) <= now)
    .sort((one, other) => Date.parse(other.until ?? "") - Date.parse(one.until ?? ""));
}

/**
 * Roles this person can give to somebody. The site owner is only handed over, and so is the
 * manager while there is one.
 */
export function appointable(people: People, me: Me): Role[] {
  const managed = people.appointments.some((one) => one.role === "manager" && one.in_force);
  return ROLES.filter(
    (role) =>
      role !== "site_owner" &&
      !(role === "manager" && managed) &&
      me.may.includes(`appoint_${role}`),
  );
}

/** How this person can end an appointment, if at all. */
export function ending(one: { role: Role; user_id: string }, me: Me): "leave" | "release" | null {
  if (one.role === "site_owner") return null;
  if (one.user_id === me.user_id) return me.may.includes("leave") ? "leave" : null;
  return me.may.includes(`appoint_${one.role}`) ? "release" : null;
}

export function canHandOver(one: { role: Role }, me: Me): boolean {
  return HANDED_OVER.includes(one.role) && me.may.includes(`appoint_${one.role}`);
}

/** The moment a chosen day begins; nothing where it is today or none: then it is now. */
export function sinceOf(day: string, today: string): { since?: string } {
  return day && day !== today ? { since: `${day}T00:00:00` } : {};
}

/** The moment a chosen last day is over. */
export function untilOf(day: string): { until?: string } {
  return day ? { until: `${nextDay(day)}T00:00:00` } : {};
}

/** An end at midnight is the end of the day before: people say that day. */
export function lastMoment(until: Moment, format: Format): string {
  const at = Date.parse(until);
  const midnight = format.date(at) !== format.date(at - 1);
  return midnight ? format.fullDay(at - 1) : `${format.fullDay(at)} ${format.time(at)}`;
}

/** Names by user: the name of the latest appointment, else the user's own. */
export function namesOf({ appointments, users }: People): Map<string, string> {
  const names = new Map(users.map((user) => [user.user_id, user.name]));
  for (const one of appointments) if (one.name) names.set(one.user_id, one.name);
  return names;
}
