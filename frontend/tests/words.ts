/** All words of a language, as a page has them once its own part is loaded. */

import en from "../src/translations/en.json";
import ja from "../src/translations/ja.json";
import requestsEn from "../src/translations/requests.en.json";
import requestsJa from "../src/translations/requests.ja.json";

export const english = { ...en, ...requestsEn };
export const japanese = { ...ja, ...requestsJa };
