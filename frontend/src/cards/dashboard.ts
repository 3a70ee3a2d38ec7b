/** A ready dashboard: stock cards for each camera and the whole, and the two of our own. */

import { house, type CardHass, type Entities } from "./house";
import { say } from "./words";

type Config = Record<string, unknown>;

const OF_CAMERA = [
  "switch.recording",
  "sensor.oldest_footage",
  "sensor.held_until",
  "sensor.kept",
  "sensor.last_gap",
] as const;
const OF_HOUSE = [
  "sensor.duties_overdue",
  "sensor.self_check",
  "sensor.requests_waiting",
  "sensor.copies_out",
  "sensor.space_forecast",
  "binary_sensor.book_intact",
  "binary_sensor.vault",
  "button.lock",
] as const;

/** What a tile shows other than its state. */
const SHOWN: Record<string, Config> = {
  // How many hold says nothing without of how many.
  "sensor.self_check": { state_content: ["of_all"] },
  // Nor does when it was pressed last.
  "button.lock": { hide_state: true },
};

const tiles = (entities: Entities, keys: readonly string[]): Config[] =>
  keys.flatMap((key) => {
    const entity = entities[key];
    if (!entity) return [];
    // Only its own name: the heading above says of what it is.
    return [{ type: "tile", entity, name: { type: "entity" }, ...SHOWN[key] }];
  });

export class Dashboard extends HTMLElement {
  /** Home Assistant asks for the dashboard each time it is opened. */
  static async generate(_config: Config, hass: CardHass): Promise<Config> {
    const { cameras, entities } = await house(hass);
    const { language } = hass;
    const heading = (text: string, icon: string): Config => ({
      type: "heading",
      heading: text,
      icon,
    });
    const calendar = entities["calendar.duties"];
    const sections: Config[] = [
      {
        cards: [
          heading(say(language, "house"), "mdi:shield-home-outline"),
          { type: "custom:kuma-bouhan-duties-card" },
          ...tiles(entities, OF_HOUSE),
        ],
      },
      ...cameras.map(({ place, entities: own }) => ({
        cards: [
          heading(place, "mdi:cctv"),
          { type: "custom:kuma-bouhan-camera-card", entity: own["sensor.recording_state"] },
          ...tiles(own, OF_CAMERA),
        ],
      })),
    ];
    if (calendar) {
      sections.push({
        cards: [
          heading(say(language, "calendar"), "mdi:calendar-check-outline"),
          { type: "calendar", entities: [calendar] },
        ],
      });
    }
    return {
      title: say(language, "dashboard"),
      views: [
        {
          type: "sections",
          max_columns: 3,
          title: say(language, "dashboard"),
          path: "0",
          sections,
        },
      ],
    };
  }
}
