/** The ready dashboard, put into Home Assistant's own sidebar: only its administrators can. */

import type { Hass } from "./hass";

const ADDRESS = "kuma-cameras";

/** Make it, or find it made; return where it is. */
export async function makeDashboard(hass: Hass, title: string): Promise<string> {
  const there = await hass.callWS<{ url_path: string }[]>({ type: "lovelace/dashboards/list" });
  if (!there.some(({ url_path }) => url_path === ADDRESS)) {
    await hass.callWS({
      type: "lovelace/dashboards/create",
      url_path: ADDRESS,
      title,
      icon: "mdi:cctv",
      mode: "storage",
      show_in_sidebar: true,
      require_admin: false,
    });
    await hass.callWS({
      type: "lovelace/config/save",
      url_path: ADDRESS,
      config: { strategy: { type: "custom:kuma-bouhan" } },
    });
  }
  return `/${ADDRESS}`;
}
