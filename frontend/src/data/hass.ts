/** The part of the frontend's `hass` object that this panel uses. */

export interface Hass {
  language: string;
  locale: { language: string; time_format: "language" | "system" | "12" | "24" };
  config: { time_zone: string };
  user?: { id: string; name: string; is_admin?: boolean };
  /** Whose `darkMode` is not there until HA has put its theme on, and then changes in place. */
  themes: { darkMode?: boolean };
  auth: {
    data: { access_token: string };
    expired: boolean;
    refreshAccessToken(): Promise<void>;
  };
  connection: Connection;
  fetchWithAuth(path: string, init?: RequestInit): Promise<Response>;
  callService(
    domain: string,
    service: string,
    data?: Record<string, unknown>,
    target?: { entity_id: string },
  ): Promise<unknown>;
  callWS<T>(message: { type: string } & Record<string, unknown>): Promise<T>;
  localize: Localize;
  loadBackendTranslation(category: string, integration: string): Promise<Localize>;
}

export type Localize = (key: string, blanks?: Record<string, string | number>) => string;

export interface Connection {
  subscribeMessage<T>(
    callback: (event: T) => void,
    message: { type: string } & Record<string, unknown>,
    options?: { resubscribe?: boolean },
  ): Promise<() => Promise<void>>;
}

/** Where in the panel the person is: HA splits the address at the panel's own path. */
export interface Route {
  prefix: string;
  path: string;
}

/** Say whether Home Assistant opens a page of its own to this person: its settings are its administrators'. */
export function opens({ user }: Hass, path: string): boolean {
  return !path.startsWith("/config/") || user?.is_admin === true;
}

/**
 * Say whether two `hass` objects are the same to this panel.
 *
 * HA hands a new one over at every state of every entity; none of those matters here.
 */
export function alike(one: Hass | undefined, other: Hass | undefined): boolean {
  return (
    one === other ||
    (one !== undefined &&
      other !== undefined &&
      one.language === other.language &&
      one.locale === other.locale &&
      one.config.time_zone === other.config.time_zone &&
      one.user === other.user &&
      one.auth === other.auth &&
      one.connection === other.connection)
  );
}
