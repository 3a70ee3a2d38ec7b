/** The ready dashboard, put into Home Assistant's own sidebar: only its administrators can. */

import type { Hass } from "./hass";

const ADDRESS = "kuma-cameras";

/** Make it, or find it made; return where it is. What was broken off half way is finished. */
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
  }
  if (!(await isFilled(hass))) {
    await hass.callWS({
      type: "lovelace/config/save",
      url_path: ADDRESS,
      config: { strategy: { type: "custom:kuma-bouhan" } },
    });
  }
  return `/${ADDRESS}`;
}

async function isFilled(hass: Hass): Promise<boolean> {
  try {
    await hass.callWS({ type: "lovelace/config", url_path: ADDRESS, force: true });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "config_not_found") return false;
    throw error;
  }
}
