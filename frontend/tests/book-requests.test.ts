import { describe, expect, it } from "vitest";
import type { Facts, Line } from "../src/data/book";
import { Format } from "../src/data/format";
import { tell, type Reader } from "../src/data/sentences";
import { japanese, t } from "./stage";

const AT = "2026-11-23T14:05:00+09:00";
const END = "2026-11-23T15:00:00+09:00";
const SPAN = { cameras: ["c1"], start: AT, end: END };
const SAID = "23 November 2026 14:05 to 15:00";

function line(kind: string, facts: Facts = {}, personal?: Facts): Line {
  return {
    seq: 7,
    entered: AT,
    phase: "done",
    door: "panel",
    automated: false,
    user_id: "u1",
    signed: true,
    erased: false,
    kind,
    facts: { number: 12, ...facts },
    ...(personal ? { personal } : {}),
  };
}

const reader: Reader = {
  t,
  format: new Format("en", "Asia/Tokyo"),
  place: (camera) => ({ c1: "Gate" })[camera] ?? null,
  name: (user) => ({ u2: "Taro" })[user] ?? null,
};
const ja: Reader = { ...reader, t: japanese, format: new Format("ja", "Asia/Tokyo") };

describe("a request in the book", () => {
  it("is told by its number, in either language", () => {
    expect(tell(line("extension_requested", SPAN), reader).text).toBe(
      "An extension was asked for (No. 12): Gate",
    );
    expect(tell(line("disclosure_permitted", SPAN), ja).text).toBe(
      "第12号の画像の提供を許可しました",
    );
  });

  it.each([
    ["request_drafted", { ...SPAN, wanted: "disclosure", ground: "law" }, undefined],
    ["footage_protected", { ...SPAN, pieces: 2 }, undefined],
  ])("%s says of what", (kind, facts, personal) => {
    const { more } = tell(line(kind, facts, personal), reader);
    expect(more).toContain(SAID);
  });

  it("to keep footage longer says until which day, why, and how much is held meanwhile", () => {
    const asked = line(
      "extension_requested",
      { ...SPAN, until: "2026-12-31T15:00:00+00:00", renews: 9, protection: 11, pieces: 1 },
      { reason_text: "事故の捜査", remarks: "署から連絡" },
    );
    expect(tell(asked, reader).more).toEqual([
      SAID,
      "Kept until 31 December 2026",
      "Follows the extension No. 9",
      "From the protection No. 11",
      "Reason: 事故の捜査",
      "Remarks: 署から連絡",
      "Hours of footage held: 1",
    ]);
    // What has not been sent, or was overwritten, is left out.
    expect(tell(line("extension_requested", SPAN), reader).more).toEqual([SAID]);
  });

  it("that was decided says who asked, and whether one person did both", () => {
    const approved = { until: "2026-12-31T15:00:00+00:00", requested_by: "u2", one_person: false };
    expect(tell(line("extension_approved", { ...approved, pieces: 3 }), ja).more).toEqual([
      "保存期限：2026年12月31日",
      "申請：Taro",
      "保全した画像：3時間分",
    ]);
    expect(
      tell(line("extension_denied", { requested_by: "u9", one_person: true }), reader).more,
    ).toEqual([t("book.more.one_person")]);
    expect(
      tell(line("disclosure_denied", { no_ground: true }, { reason_text: "私的な興味" }), reader)
        .more,
    ).toEqual([t("book.more.no_ground"), "Reason: 私的な興味"]);
    expect(tell(line("extension_ended", {}, { reason_text: "解決" }), ja).more).toEqual([
      "理由：解決",
    ]);
  });

  it("to give footage out says all that form 2 asks, to those who are told names", () => {
    const facts = {
      ...SPAN,
      asks: "disclosure",
      ground: "emergency",
      danger: "life",
      masked: true,
    };
    const personal = {
      affiliation: "熊本県警",
      title: "巡査",
      name: "阿蘇 太郎",
      contact: "096-000-0000",
      purpose_text: "行方不明者の捜索",
      content_text: "門前",
      document: "照会書",
      document_number: "5",
      identity_check: "警察手帳",
      exception_text: "急ぎ",
      urgency_text: "夜",
      no_other_way_text: "ほかにない",
      remarks: "特になし",
    };
    expect(tell(line("disclosure_requested", facts, personal), reader).more).toEqual([
      `Ground: ${t("viewing.ground.emergency")}`,
      SAID,
      "Recipient: 熊本県警 巡査 阿蘇 太郎",
      "Contact: 096-000-0000",
      "Purpose and reason: 行方不明者の捜索",
      "Footage: 門前",
      "Document: 照会書",
      "Its number: 5",
      "Identity checked by: 警察手帳",
      "Why there is no paper: 急ぎ",
      "Threatened: Life",
      "Why urgent: 夜",
      "Why there is no other way: ほかにない",
      "Others are masked",
      "Remarks: 特になし",
    ]);
    const told = tell(line("disclosure_requested", facts), reader);
    expect(JSON.stringify(told)).not.toMatch(/阿蘇|熊本/);
    expect(told.text).toBe("A disclosure was asked for (No. 12): Gate");
    expect(
      tell(line("disclosure_requested", { ...SPAN, asks: "access", ground: null }), ja).more[0],
    ).toBe("本人からの開示請求");
  });

  it("of a person for footage of themselves tells the site's answers", () => {
    const answer = { business: "no", retained: "unknown", obliged: false };
    expect(tell(line("access_answered", answer), reader).more).toEqual([
      "A business handling personal information: no",
      "Retained personal data: not known",
      t("book.more.not_obliged"),
    ]);
    expect(tell(line("access_answered", { ...answer, obliged: true }), ja).more).toContain(
      "開示の義務があると判断",
    );
  });

  it("that is permitted says what binds, and a departure from the standard", () => {
    const facts = { ...SPAN, ground: "law", until: AT, afterwards: true, masked: true };
    expect(tell(line("disclosure_permitted", facts), reader).more).toEqual([
      `Ground: ${t("viewing.ground.law")}`,
      SAID,
      t("book.more.others_masked"),
      t("book.more.afterwards"),
      "Void if not used by 23 November 2026 14:05",
    ]);
  });

  it.each([
    [line("masked_copy_made", { camera: "c1", masks: 2 }), ["Areas: 2"]],
    [
      line("disclosure_prepared", { files: 3, bytes: 1_500_000_000, masked: true }),
      ["Files: 3 (1.5 GB)", t("book.more.others_masked")],
    ],
    [
      line("copy_downloaded", { copy: 1, form: "sealed_package", bytes: 1_000_000, due: AT }),
      [
        `Copy 1: ${t("book.copy_form.sealed_package")} (1 MB)`,
        "To be deleted by 23 November 2026 14:05",
      ],
    ],
    [
      line(
        "disclosure_provided",
        { at: AT, medium: "other", copies: 1, receipt: true, duty: "return", due: END },
        { medium_text: "SDカード", received_by: "阿蘇 太郎" },
      ),
      [
        "On 23 November 2026 14:05",
        "Medium: SDカード",
        "Copies: 1",
        "Received by 阿蘇 太郎",
        t("book.more.receipt"),
        t("book.duty.return"),
        "By 23 November 2026 15:00",
      ],
    ],
    [
      line("disclosure_provided", { at: AT, medium: "usb", copies: 2, duty: "none", due: null }),
      [
        "On 23 November 2026 14:05",
        "Medium: USB memory",
        "Copies: 2",
        t("book.more.no_receipt"),
        t("book.duty.none"),
      ],
    ],
    [
      line("copy_confirmed", { copy: null, fate: "returned", at: AT }),
      [t("book.more.handed_over"), "Returned", "On 23 November 2026 14:05"],
    ],
    [
      line("copy_confirmed", { copy: 2, fate: "deleted", at: AT }),
      ["Copy 2", "Deleted", "On 23 November 2026 14:05"],
    ],
    [
      line("footage_seized", { ...SPAN, at: AT }, { affiliation: "熊本県警", document: "差押状" }),
      ["On 23 November 2026 14:05", SAID, "Recipient: 熊本県警", "Document: 差押状"],
    ],
  ])("tells what belongs to $0.kind", (told, more) => {
    expect(tell(told, reader).more).toEqual(more);
  });
});
