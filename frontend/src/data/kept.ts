/**
 * What a person wrote and has not sent yet. It stays with this tab of the browser, so that a lost
 * connection, a restart, a lock or a reload takes nothing away; it goes once it is sent, when the
 * tab is closed, and as soon as somebody else signs in.
 */

const PREFIX = "kuma-bouhan:";

const name = (user: string, form: string): string => `${PREFIX}${user}:${form}`;

export function keep(user: string, form: string, value: unknown): void {
  try {
    sessionStorage.setItem(name(user, form), JSON.stringify(value));
  } catch {
    // a browser that keeps nothing, or is full: what is on screen stays there
  }
}

/** What was kept of a form; null where nothing was. */
export function kept<T>(user: string, form: string): T | null {
  try {
    forgetOthers(user);
    const text = sessionStorage.getItem(name(user, form));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function forget(user: string, form: string): void {
  try {
    sessionStorage.removeItem(name(user, form));
  } catch {
    // a browser that keeps nothing
  }
}

function forgetOthers(user: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${user}:`)) {
      sessionStorage.removeItem(key);
    }
  }
}
