"""What time it is, and what day that is for a person in Indonesia's three zones."""

import datetime as dt
import zoneinfo

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_ZONE_INFO = {name: zoneinfo.ZoneInfo(place) for name, place in ZONES.items()}


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def local(at: dt.datetime, zone: str) -> dt.datetime:
    """The moment `at` on the clock of `zone` (WIB, WITA or WIT; anything else is read as WIB)."""
    return at.astimezone(_ZONE_INFO.get(zone, _ZONE_INFO["WIB"]))


def local_day(at: dt.datetime, zone: str) -> dt.date:
    """The calendar day of `at` in `zone`."""
    return local(at, zone).date()


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    first_of_next = dt.date(day.year + year + (month == 11), (month + 1) % 12 + 1, 1)
    last = first_of_next - dt.timedelta(days=1)
    return dt.date(last.year, last.month, min(day.day, last.day))
