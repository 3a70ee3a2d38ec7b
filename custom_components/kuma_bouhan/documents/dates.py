"""Dates as papers write them: in the Japanese era and in the common one."""

from datetime import date, datetime, time

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
