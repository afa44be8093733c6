"""Makes Python believe that it runs on another machine: another year, one processor, folders listed backwards."""

import datetime
import os
import time

YEARS = 7 * 365.25 * 86400  # seconds
true_time, true_scandir, true_listdir, true_date = time.time, os.scandir, os.listdir, datetime.datetime


class Backwards:
    """os.scandir from the last name to the first."""

    def __init__(self, path="."):
        with true_scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: os.fsdecode(entry.name), reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self.entries = iter(())


class LaterDate(true_date):
    """datetime whose clock is years ahead."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()

    def date(self):
        return LaterDay(self.year, self.month, self.day)


class LaterDay(datetime.date):
    """date whose calendar is years ahead."""

    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


def moment(call):
    """A function of the module time that takes now as its default."""
    return lambda seconds=None: call(time.time() if seconds is None else seconds)


time.time = lambda: true_time() + YEARS
time.gmtime, time.localtime, time.ctime = map(moment, (time.gmtime, time.localtime, time.ctime))
os.scandir, os.listdir = Backwards, lambda path=".": sorted(true_listdir(path), reverse=True)
os.cpu_count = lambda: 1
datetime.datetime, datetime.date = LaterDate, LaterDay
