/** All words of a language, as a page has them once its own part is loaded. */

import en from "../src/translations/en.json";
import ja from "../src/translations/ja.json";
import dutiesEn from "../src/translations/duties.en.json";
import dutiesJa from "../src/translations/duties.ja.json";
import papersEn from "../src/translations/papers.en.json";
import papersJa from "../src/translations/papers.ja.json";
import requestsEn from "../src/translations/requests.en.json";
import requestsJa from "../src/translations/requests.ja.json";

export const english = { ...en, ...requestsEn, ...dutiesEn, ...papersEn };
export const japanese = { ...ja, ...requestsJa, ...dutiesJa, ...papersJa };
