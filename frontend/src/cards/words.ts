/** The words of the cards. They are few, and loaded on every page: they stand here and not beside the panel's. */

import { filled, languageFor, type Language } from "../data/texts";

const WORDS = {
  en: {
    camera_card: "Security camera and sign",
    camera_card_what: "How a camera records, and whether its sign hangs.",
    duties_card: "Waits for me",
    duties_card_what: "What is due of the security cameras, for who is signed in.",
    dashboard: "Security cameras",
    choose: "Choose a camera under the rules: the sensor of its recording state.",
    confirm: "The sign is there",
    confirmed: "Noted.",
    sign: "Sign",
    next_erasure: "Next erasure",
    nothing: "Nothing is due.",
    overdue: "Overdue since {day}",
    due: "Due by {day}",
    not_yours: "Nothing waits for you here.",
    number: "No. {number}",
    several: "{count}",
    more: "{count} more",
    calendar: "Ends of periods and checks",
    house: "The whole",
  },
  ja: {
    camera_card: "防犯カメラと設置表示",
    camera_card_what: "録画の状態と、設置表示の確認の状態を示します。",
    duties_card: "自分の業務",
    duties_card_what: "ログインしている人の、期限のある業務を示します。",
    dashboard: "防犯カメラ",
    choose: "運用基準の対象のカメラ（録画状態のセンサー）を選んでください。",
    confirm: "設置表示があることを確認",
    confirmed: "記載しました。",
    sign: "設置表示",
    next_erasure: "次の消去",
    nothing: "期限の近い業務はありません。",
    overdue: "期限切れ（{day}）",
    due: "{day}まで",
    not_yours: "あなたが担当する業務はありません。",
    number: "第{number}号",
    several: "{count}件",
    more: "ほか{count}件",
    calendar: "期限と予定",
    house: "全体",
  },
} satisfies Record<Language, Record<string, string>>;

type Key = keyof (typeof WORDS)["en"];

/** Return a text in the language of a person. */
export function say(
  language: string,
  key: Key,
  blanks: Record<string, string | number> = {},
): string {
  return filled(WORDS[languageFor(language)][key], blanks);
}

/**
 * The cards as Home Assistant offers them where one is added to a dashboard.
 *
 * Whose language it is, the document says only once Home Assistant has loaded the person's: it is asked whenever a name is read.
 */
export function offered(language: () => string): object[] {
  return (
    [
      ["kuma-bouhan-camera-card", "camera_card", "camera_card_what"],
      ["kuma-bouhan-duties-card", "duties_card", "duties_card_what"],
    ] as const
  ).map(([type, name, what]) => ({
    type,
    get name() {
      return say(language(), name);
    },
    get description() {
      return say(language(), what);
    },
    preview: true,
  }));
}
