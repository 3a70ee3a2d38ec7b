/** The sections of the tab of duties, and what a person needs to be allowed to read each. */

import type { ReactiveControllerHost } from "lit";
import type { SectionName, Sections } from "./kept-types";
import { Section } from "./section";

/** Themes in the order they are listed. */
export const THEMES = [
  "signs",
  "complaints",
  "incidents",
  "inspections",
  "things",
  "instruction",
  "contracts",
  "assessments",
  "purge_rules",
] as const satisfies readonly SectionName[];
export type ThemeName = (typeof THEMES)[number];

/** The act that opens a theme. */
export const READING: Record<ThemeName, string> = {
  signs: "confirm_sign",
  complaints: "receive_complaint",
  incidents: "note_incident",
  inspections: "check_things",
  things: "check_things",
  instruction: "acknowledge",
  contracts: "contract",
  assessments: "assess_camera",
  purge_rules: "run_purge_rule",
};

export const isTheme = (name: string | undefined): name is ThemeName =>
  THEMES.includes(name as ThemeName);

type Host = ConstructorParameters<typeof Section>[0] & ReactiveControllerHost;

/** What there is of a theme, for an element that has a `panel`. */
export const themeOf = <S extends ThemeName>(host: Host, name: S): Section<Sections[S]> =>
  new Section<Sections[S]>(host, name, READING[name]);
