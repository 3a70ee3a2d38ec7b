/**
 * The panel in a page of its own, with a made-up `hass`, for working on its looks.
 * Parameters: lang, dark, scene (home, trouble, none, owner), click (a selector, once).
 */
import type { Hass } from "../src/data/hass";
import type { KumaBouhanPanel } from "../src/shell";
import jaBackend from "../../custom_components/kuma_bouhan/translations/ja.json";
import enBackend from "../../custom_components/kuma_bouhan/translations/en.json";
import "../src/panel";

const asked = new URLSearchParams(location.search);
const language = asked.get("lang") ?? "ja";
const scene = asked.get("scene") ?? "home";
const dark = asked.has("dark");
document.documentElement.classList.toggle("dark", dark);
document.documentElement.lang = language;

const exceptions: Record<string, { message: string }> = (language === "ja" ? jaBackend : enBackend)
  .exceptions;

const localize: Hass["localize"] = (key, blanks = {}) => {
  const found = exceptions[key.split(".")[3] ?? ""]?.message ?? "";
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
};

async function ask(type: string, message: object = {}): Promise<unknown> {
  const answer = await fetch(`/dev/ws?scene=${scene}`, {
    method: "POST",
    body: JSON.stringify({ type, ...message }),
  });
  if (!answer.ok) throw (await answer.json()) as unknown;
  return answer.json();
}

const hass: Hass = {
  language,
  locale: { language, time_format: "language" },
  config: { time_zone: "Asia/Tokyo" },
  user: { id: "u1", name: "熊本 花子" },
  themes: { darkMode: dark },
  auth: {
    data: { access_token: "token" },
    expired: false,
    refreshAccessToken: async () => undefined,
  },
  connection: {
    subscribeMessage: async (callback, message) => {
      let last = "";
      const look = async (): Promise<void> => {
        const text = JSON.stringify(await ask(message.type));
        if (text !== last) callback(JSON.parse((last = text)) as never);
      };
      await look();
      const timer = setInterval(() => void look(), 1000);
      return async () => clearInterval(timer);
    },
  },
  fetchWithAuth: (path, init) => fetch(path, init),
  callService: async (domain, service, _data, target) =>
    ask("call_service", { domain, service, target }),
  callWS: async <T>({ type, ...message }: { type: string }) => (await ask(type, message)) as T,
  localize,
  loadBackendTranslation: async () => localize,
};

const PREFIX = "/kuma-bouhan";
const panel = document.createElement("kuma-bouhan-panel") as KumaBouhanPanel;
const route = (): void => {
  panel.route = { prefix: PREFIX, path: location.pathname.slice(PREFIX.length) };
};
const width = matchMedia("(max-width: 870px)");
const fit = (): void => {
  panel.narrow = width.matches;
};
window.addEventListener("location-changed", route);
window.addEventListener("popstate", route);
width.addEventListener("change", fit);
panel.hass = hass;
route();
fit();
document.body.append(panel);
