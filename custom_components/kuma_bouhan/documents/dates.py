"""Dates as papers write them: in the Japanese era and in the common one."""

from datetime import date

_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
)


def in_both_eras(day: date, language: str) -> str:
    """Return a day, e.g. 令和8年11月27日（2026-11-27）; before the eras known here only the common one."""
    for since, japanese, english in _ERAS:
        if day >= since:
            year = day.year - since.year + 1
            if language == "ja":
                of_era = "元" if year == 1 else str(year)
                return f"{japanese}{of_era}年{day.month}月{day.day}日（{day.isoformat()}）"
            return f"{day.isoformat()} ({english} {year})"
    return day.isoformat()
