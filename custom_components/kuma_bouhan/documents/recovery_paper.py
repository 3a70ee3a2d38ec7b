"""The recovery code as a paper, printed once: 4(4)ウ.

It carries the only secret of a site that stands on paper, and so says how it is kept, what it opens and what it
does not, and which vault it belongs to. The code stands in groups that a person can type and as a QR code that
a camera reads. It is made in memory, sent to whoever may have it, and kept nowhere.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .dates import in_both_eras
from .page import language_of, qr, rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """What stands on it."""

    code: str = field(repr=False)
    facility: str
    made_on: date
    fingerprint: str = ""
    """Of the vault's public key on that day; empty where the key is made only when the paper is there."""


def render(paper: RecoveryPaper, language: str) -> str:
    """Return a page of HTML that stands alone, A4. Blocking."""
    language = language_of(language)
    return rendered(
        "recovery_paper.html",
        language=language,
        words=_WORDS[language],
        groups=paper.code.split("-"),
        qr=qr(paper.code, error="h"),  # a third of it may be stained or torn
        facility=paper.facility,
        made_on=in_both_eras(paper.made_on, language),
        fingerprint=paper.fingerprint.split(),
    )


_WORDS: dict[str, dict[str, Any]] = {
    "ja": {
        "kicker": "防犯カメラ運用　Kuma Bouhan",
        "title": "復旧コード",
        "confidential": "厳重保管",
        "lead": (
            "パスフレーズを忘れたときに、保管庫の画像を開くためのコードです。この紙のほかには、"
            "どこにも記録されていません。印刷した画面を閉じると、同じコードを表示することはできません。"
        ),
        "facility": "施設",
        "made_on": "発行日",
        "fingerprint": "公開鍵の指紋",
        "copy_fingerprint": "鍵は、この紙を確認したあとに作られます。「人と鍵」に表示される指紋を書き写してください。",
        "qr": "同じコードです。カメラで読み取れます。",
        "letters": (
            "1から7の順に入力します。0（ゼロ）と1（いち）は数字で、英字の O、I、L、U は使っていません。"
            "大文字・小文字や区切りは問いません。"
        ),
        "keep": {
            "title": "保管のしかた",
            "lines": (
                "封筒に入れて封をし、鍵のかかる場所に保管してください。この機器や、パスフレーズを書いた紙とは別の場所にします。",
                "保管場所は、設置者と運用責任者が分かっているようにし、そのほかの人には知らせないでください。",
                "写真に撮ったり、複写したり、パソコンやクラウドに保存したりしないでください。",
                "年に一度、封が切られていないことを確かめ、下の欄に記入してください。",
                (
                    "前のコードの紙は裁断してください。ただし、「人と鍵」に「保有者が開けなくなった画像」が表示されている間は、"
                    "前の紙でしか開けないことがあります。その画像が消去されるまで、両方を保管してください。"
                ),
                "なくしたときや、人に見られたおそれがあるときは、「人と鍵」で新しいコードを作ってください。",
            ),
        },
        "use": {
            "title": "使うとき",
            "lines": (
                (
                    "運用責任者やその代行者の鍵を、ほかに登録できる人がいないとき。",
                    "サイドバーの「防犯カメラ運用」→「人と鍵」",
                ),
                (
                    "設置者が不在になったとき。Home Assistant の所有者が使います。",
                    "「設定」→「デバイスとサービス」→ Kuma Bouhan の「設定」→「運用を立て直す」",
                ),
                (
                    "Home Assistant を入れ直し、保管庫と記録簿を引き継ぐとき。",
                    "設定の画面で、パスフレーズの代わりに入力",
                ),
                (
                    "Home Assistant が動かず、保管庫のフォルダーだけがあるとき。",
                    "コマンドラインの閲覧プログラム",
                ),
                ("使ったことは記録簿に記載され、新しいコードに替えるまで通知が続きます。", ""),
            ),
        },
        "limits": {
            "title": "開けないもの",
            "lines": (
                "保存期間が終わって消去された画像は、このコードでも開けません。",
                "このコードは、保管庫のファイルがあってはじめて役に立ちます。",
            ),
        },
        "by_hand": {
            "caption": "記入欄（手書き）",
            "place": "保管場所",
            "keeper": "保管する人",
            "sealed_on": "封をした日",
            "looked_at": "点検した日",
        },
        "footer": (
            "公開鍵の指紋は、発行日のものです。鍵の保有者の登録を取り消すと新しい指紋に変わり、その旨が記録簿に残ります。"
            "今の指紋は「人と鍵」に表示されます。身に覚えのない指紋に変わっていたら、鍵が差し替えられたおそれがあります。"
        ),
    },
    "en": {
        "kicker": "Kuma Bouhan — security cameras under the Kumamoto guideline",
        "title": "Recovery code",
        "confidential": "KEEP LOCKED AWAY",
        "lead": (
            "This code opens the footage in the vault when a passphrase is forgotten. It stands on this paper and nowhere "
            "else: once the page it was printed from is closed, it cannot be shown again."
        ),
        "facility": "Facility",
        "made_on": "Issued",
        "fingerprint": "Public key’s fingerprint",
        "copy_fingerprint": "The key is made once this paper is confirmed: copy its fingerprint from “People and keys”.",
        "qr": "The same code, to be scanned",
        "letters": (
            "Type the groups from 1 to 7. The letters O, I, L and U are not used: 0 is zero and 1 is one. "
            "Capitals and dashes make no difference."
        ),
        "keep": {
            "title": "How to keep it",
            "lines": (
                "Seal it in an envelope and keep it under lock, away from this machine and from any written passphrase.",
                "The site owner and the manager know where it is, and nobody else.",
                "Take no photograph, make no copy, and save it on no computer and in no cloud.",
                "Once a year look that the seal is unbroken, and note it below.",
                (
                    "Shred the paper of the code before this one. But while “People and keys” shows “Footage that no holder can "
                    "open”, the earlier paper may be all that opens it: keep both until that footage is erased."
                ),
                "If it is lost, or somebody may have seen it, make a new code under “People and keys”.",
            ),
        },
        "use": {
            "title": "What it is for",
            "lines": (
                (
                    "To admit the key of the manager or a deputy when nobody else can.",
                    "Security cameras in the sidebar → People and keys",
                ),
                (
                    "To restore the site owner; an owner of Home Assistant uses it.",
                    "Settings → Devices & services → Kuma Bouhan → Configure → Regain the site",
                ),
                (
                    "To take up vault and book again after Home Assistant was installed anew.",
                    "Asked for during set-up, in place of a passphrase",
                ),
                (
                    "To open the vault’s folder where no Home Assistant runs.",
                    "The reader on the command line",
                ),
                (
                    "Every use is entered in the book, and a notice stays until there is a new code.",
                    "",
                ),
            ),
        },
        "limits": {
            "title": "What it does not open",
            "lines": (
                "Footage that was erased when its period ended: its keys are destroyed.",
                "Anything without the vault’s files.",
            ),
        },
        "by_hand": {
            "caption": "To be filled in by hand",
            "place": "Kept at",
            "keeper": "Kept by",
            "sealed_on": "Sealed on",
            "looked_at": "Looked at on",
        },
        "footer": (
            "The fingerprint is that of the day of issue. When a key holder is removed there is a new one, and the book says so; "
            "today’s stands under “People and keys”. One that nobody can account for may mean that the key was exchanged."
        ),
    },
}
