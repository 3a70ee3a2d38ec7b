"""Why a file begins and why footage is missing, in the words of the introduction."""

from collections.abc import Mapping

BEGINS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "beginning": "",
        "gap": "直前に記録のない時間があるため、別のファイルです",
        "restart": "カメラが再起動または再接続したため、別のファイルです",
        "tracks": "映像や音声の形式が変わったため、別のファイルです",
        "left_out": "直前に読み取れない部分があるため、別のファイルです",
        "length": "前のファイルが大きくなったため、続きを別のファイルにしています（切れ目はありません）",
    },
    "en": {
        "beginning": "",
        "gap": "a file of its own: nothing was recorded just before it",
        "restart": "a file of its own: the camera was started or connected again",
        "tracks": "a file of its own: the form of pictures or sound changed",
        "left_out": "a file of its own: what lies before it could not be read",
        "length": "goes on where the file before it ends, which was large enough; nothing is missing between them",
    },
}

REASONS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "no_picture": "カメラから映像が届きませんでした",
        "camera_unavailable": "カメラに接続できませんでした",
        "camera_gone": "カメラの登録がありませんでした",
        "switched_off": "録画を停止していました",
        "outside_hours": "撮影時間外でした",
        "no_sign": "設置表示が確認されていなかったため、録画しませんでした",
        "disk_full": "記録先の空きがありませんでした",
        "vault_missing": "記録先が接続されていませんでした",
        "too_slow": "記録先への書き込みが間に合いませんでした",
        "not_running": "録画する機器が動作していませんでした",
        "reconnected": "カメラに接続し直していました",
        "clock_changed": "機器の時計が変更されました",
        "gone": "記録されていましたが、消去されているか、ファイルがありません",
        "damaged": "記録されていましたが、データが壊れていて読み取れません",
        "no_keyframe": "復元に必要な直前の画像がなく、再生できません",
        "unreadable": "記録されていましたが、動画として読み取れません",
        "not_recorded": "記録がありません（理由は記録されていません）",
    },
    "en": {
        "no_picture": "the camera sent no picture",
        "camera_unavailable": "the camera could not be reached",
        "camera_gone": "the camera was not set up",
        "switched_off": "recording was switched off",
        "outside_hours": "outside the hours of recording",
        "no_sign": "the sign was not confirmed, so nothing was recorded",
        "disk_full": "there was no room to record to",
        "vault_missing": "the place to record to was not connected",
        "too_slow": "the disk could not keep up",
        "not_running": "the recording machine was not running",
        "reconnected": "the camera was being connected again",
        "clock_changed": "the machine's clock was changed",
        "gone": "it was recorded, and is erased or its file is missing",
        "damaged": "it was recorded, and its data is damaged and cannot be read",
        "no_keyframe": "the picture that it builds on is missing, so that it cannot be played",
        "unreadable": "it was recorded, and cannot be read as video",
        "not_recorded": "nothing was recorded (no reason stands in the records)",
    },
}
