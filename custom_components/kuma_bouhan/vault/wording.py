"""What the command-line reader says, in English and Japanese."""

from .problems import VaultProblem

_TEXTS: dict[str, tuple[str, str]] = {
    "about": (
        "Decrypts footage of a vault to MP4. The recording software must not be running on it.",
        "保管庫の画像を復号して MP4 に書き出します。録画中の保管庫には使えません。",
    ),
    "folder": ("the vault's folder, or a copy of it", "保管庫のフォルダー、またはその複製"),
    "list": ("show what there is and decrypt nothing", "画像の一覧だけを表示し、復号しません"),
    "camera": (
        "only this camera (id; may be given again)",
        "このカメラだけ（ID。複数指定できます）",
    ),
    "from": ("from this moment, e.g. 2026-11-23T12:00", "この時刻から（例 2026-11-23T12:00）"),
    "to": ("up to this moment", "この時刻まで"),
    "out": ("where to write to (default: here)", "書き出し先（省略すると今のフォルダー）"),
    "holder": (
        "whose passphrase it is (key holder's id)",
        "パスフレーズの持ち主（鍵の保有者の ID）",
    ),
    "secret_file": (
        "read the passphrase or recovery code from this file",
        "パスフレーズ（または復旧コード）をこのファイルから読みます",
    ),
    "keys": (
        "a copy of the keyring, in case the vault's own is missing",
        "鍵束の複製（保管庫の鍵束が失われている場合）",
    ),
    "recovery": (
        "use the recovery code instead of a passphrase",
        "パスフレーズの代わりに復旧コードを使います",
    ),
    "ask_passphrase": ("Passphrase: ", "パスフレーズ: "),
    "ask_code": ("Recovery code: ", "復旧コード: "),
    "listed": (
        "{camera}  {start} – {end}  {kind}  {bytes} bytes{torn}",
        "{camera}  {start} ～ {end}  {kind}  {bytes} バイト{torn}",
    ),
    "torn": ("  (cut off)", "（途中で切れています）"),
    "nothing": (
        "No footage can be shown here for these cameras and this time.",
        "指定されたカメラと時間には、表示できる画像がありません。",
    ),
    "wrote": ("wrote {name}: {start} – {end}", "書き出しました {name}: {start} ～ {end}"),
    "left_out": (
        "left out: {start} – {end} (no keyframe to begin with)",
        "書き出していません: {start} ～ {end}（先頭になるキーフレームがありません）",
    ),
    "skipped": (
        "cannot be decrypted: chunk {chunk} of {start} ({why})",
        "復号できません: {start} の画像片 {chunk}（{why}）",
    ),
    "no_mark": (
        "Note: this folder cannot be written to, so no mark of this reading was left in it.",
        "注意: フォルダーに書き込めないため、読み出した記録を残せませんでした。",
    ),
    "no_words": (
        "Note: Japanese words in Latin letters are understood only with the Python package mnemonic installed.",
        "注意: ローマ字で入力した単語を読み取るには、Python パッケージ mnemonic が必要です。かなで入力すれば不要です。",
    ),
    "bad_time": ("This is no moment: {value}", "時刻として読めません: {value}"),
    "vault_missing": ("There is no vault here.", "ここに保管庫がありません。"),
    "vault_in_use": (
        "The vault is in use. Stop Home Assistant first, or read a copy.",
        "保管庫は使用中です。Home Assistant を止めるか、複製を指定してください。",
    ),
    "vault_damaged": ("The vault is damaged ({what}).", "保管庫が壊れています（{what}）。"),
    "vault_version": (
        "The vault is of another version ({version}). Use the software that made it.",
        "保管庫の版（{version}）が違います。作成したソフトウェアで開いてください。",
    ),
    "vault_not_writable": (
        "Files cannot be read or written: look at their permissions.",
        "ファイルを読み書きできません。権限を確かめてください。",
    ),
    "vault_key_changed": (
        "The vault's public key is not the one that its secret belongs to. Somebody replaced it.",
        "保管庫の公開鍵が秘密鍵と対応していません。差し替えられています。",
    ),
    "key_missing": ("This id holds no key.", "この ID の鍵はありません。"),
    "wrong_passphrase": ("The passphrase opens no key.", "パスフレーズが違います。"),
    "wrong_recovery_code": ("The recovery code is wrong.", "復旧コードが違います。"),
    "footage_gone": ("erased, overdue or missing", "消去済み、保存期間の終了、または欠落"),
    "footage_damaged": ("damaged or changed", "破損または改変"),
    "footage_sealed": ("sealed to a key that is not held", "別の鍵で封じられています"),
    "disk_full": ("The disk is full.", "ディスクに空きがありません。"),
    "vault_failing": ("The disk fails ({error}).", "ディスクの読み書きに失敗しました（{error}）。"),
}


class Wording:
    """The texts of one language."""

    def __init__(self, language: str) -> None:
        """Choose Japanese where the language (as in LANG) begins with "ja"."""
        self._column = int(language.lower().startswith("ja"))

    def __call__(self, key: str, **blanks: object) -> str:
        """Return a text with its blanks filled."""
        return _TEXTS[key][self._column].format(**blanks)

    def problem(self, problem: VaultProblem) -> str:
        """Return what a problem means."""
        if problem.key not in _TEXTS:
            return str(problem)
        return self(problem.key, **problem.placeholders)
