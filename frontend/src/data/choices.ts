/** What there is to choose from in forms; their words stand under duties.choice.<name>.<value>. */

export const CHOICES = {
  complaint: ["complaint", "inquiry"],
  way: ["in_person", "telephone", "letter", "mail", "other"],
  outcome: ["understood", "changed", "not_understood", "passed_on", "no_answer_possible"],
  incident: ["leak", "loss", "damage", "alteration"],
  informed: ["site_owner", "persons", "police", "commission", "others"],
  topic: ["standard", "privacy", "leaks", "purpose", "erasure", "complaints", "secrecy"],
  task: ["building", "guarding", "maintenance", "cloud", "other"],
  certified: ["nothing_held", "returned", "destroyed"],
  thing: ["host", "disk", "backup", "recovery_paper", "medium", "other"],
  copy: ["sd_card", "nvr", "cloud", "other"],
  method: ["crushed", "shredded", "drilled", "by_a_service"],
  inspection: ["retention", "media"],
} as const;

export type Choices = keyof typeof CHOICES;
type Of<C extends Choices> = (typeof CHOICES)[C][number];

export type ComplaintKind = Of<"complaint">;
export type Way = Of<"way">;
export type Outcome = Of<"outcome">;
export type IncidentKind = Of<"incident">;
export type Informed = Of<"informed">;
export type Topic = Of<"topic">;
export type Task = Of<"task">;
export type CertifiedAs = Of<"certified">;
export type ThingKind = Of<"thing">;
export type CopyKind = Of<"copy">;
export type Method = Of<"method">;
export type InspectionKind = Of<"inspection">;
