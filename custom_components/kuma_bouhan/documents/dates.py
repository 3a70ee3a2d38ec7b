"""Dates as papers write them: in the Japanese era and in the common one."""

from datetime import date, datetime, time

_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
)


def in_both_eras(day: date, language: str) -> str:
    """Return a day, e.g. 令和8年11月27日（2026-11-27）; before the eras known here only the common one."""
    era = _of_era(day, language)
    if not era:
        return day.isoformat()
    if language == "ja":
        return f"{era}年{day.month}月{day.day}日（{day.isoformat()}）"
    return f"{day.isoformat()} ({era})"


def business_year(first: date, language: str) -> str:
    """Return the name of the year that begins on a day, e.g. 令和8年度; 2026年 where that is the calendar's own."""
    if first.month == 1:
        return f"{first.year}年" if language == "ja" else str(first.year)
    era = _of_era(first, language)
    if language == "ja":
        return f"{era or first.year}年度"
    return f"business year {first.year}" + (f" ({era})" if era else "")


def days(first: date, last: date, language: str) -> str:
    """Return the days from one to another, e.g. 2026年4月1日〜2027年3月31日."""
    if language == "ja":
        return "〜".join(f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
    return f"{first.isoformat()} to {last.isoformat()}"


def _of_era(day: date, language: str) -> str:
    """Return the year of the era, e.g. 令和8; nothing before the eras known here."""
    for since, japanese, english in _ERAS:
        if day >= since:
            year = day.year - since.year + 1
            if language == "ja":
                return f"{japanese}{'元' if year == 1 else year}"
            return f"{english} {year}"
    return ""


def clock(at: datetime, language: str) -> str:
    """Return the time of day, e.g. 14時05分; to the second where there are seconds."""
    if language == "ja":
        return f"{at.hour}時{at:%M}分" + (f"{at:%S}秒" if at.second else "")
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def clock_time(at: time, language: str) -> str:
    """Return a time of day to the minute, e.g. 8時30分; the full hour without minutes."""
    if language == "ja":
        return f"{at.hour}時{at:%M}分" if at.minute else f"{at.hour}時"
    return f"{at:%H:%M}"


def minute(at: datetime, language: str) -> str:
    """Return a moment to the minute, in the zone it is given in, e.g. 令和8年11月27日（2026-11-27）14時05分."""
    return moment(at.replace(second=0), language)


def moment(at: datetime, language: str) -> str:
    """Return a moment, in the zone it is given in."""
    between = "" if language == "ja" else ", "
    return in_both_eras(at.date(), language) + between + clock(at, language)


def span(start: datetime, end: datetime, language: str) -> str:
    """Return a span; a day that both ends share is said once."""
    if start.date() == end.date():
        until = clock(end, language)
    else:
        until = moment(end, language)
    first = moment(start, language)
    return f"{first}から{until}まで" if language == "ja" else f"{first} to {until}"


def stacked(start: datetime, end: datetime, language: str) -> str:
    """Return a span in two lines, for where there is little room."""
    if start.date() != end.date():
        between = "から\n" if language == "ja" else " to\n"
        return f"{moment(start, language)}{between}{moment(end, language)}" + (
            "まで" if language == "ja" else ""
        )
    day, first, last = (
        in_both_eras(start.date(), language),
        clock(start, language),
        clock(end, language),
    )
    return f"{day}\n{first}から{last}まで" if language == "ja" else f"{day}\n{first} to {last}"
