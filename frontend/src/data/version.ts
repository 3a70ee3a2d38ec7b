/**
 * Which build this is: the folder it was served from, /kuma_bouhan_static/<version>/….
 * Null where it was served from elsewhere (development).
 */
export function versionOf(url: string): string | null {
  return /\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(url)?.[1] ?? null;
}

export const VERSION = versionOf(import.meta.url);
