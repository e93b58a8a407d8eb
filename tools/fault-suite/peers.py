#!/usr/bin/env python3
"""The same random damages done to what peers keep: a SQLite file as tui-journal has it, and a plain sled.

peers.py ROUNDS SEED PLAIN_SLED, where PLAIN_SLED is the built example `plain-sled`. After each damage everything is
read and compared with what was written. What of it was silent is what a table of outcomes is for; nothing fails here.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

RIGHT, WRONG, REFUSED, BROKEN = "all right", "silently wrong or missing", "refused with an error", "panic or hang"
OUTCOMES = [RIGHT, WRONG, REFUSED, BROKEN]
SECONDS = 30


def texts():
    """As many as the damaged stores of `store_damage` have, one of them long."""
    found = [f"Ý kiến số {number}: chi bộ đã họp thường kỳ, có nghị quyết chuyên đề." for number in range(200)]
    found[101] = "Báo cáo của Đảng ủy. " * 600
    return found


# tui-journal's tables, and its settings for this one file: no journal, no waiting for the disk. An empty file gets the
# tables anew, as its migrations do.
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY NOT NULL, title TEXT NOT NULL, date DATE NOT NULL,
    content TEXT, priority INTEGER);
CREATE TABLE IF NOT EXISTS tags (entry_id INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (entry_id, tag),
    FOREIGN KEY (entry_id) REFERENCES entries (id) ON DELETE CASCADE);
"""
ALL_ENTRIES = """SELECT entries.id, title, date, content, priority, GROUP_CONCAT(tags.tag) FROM entries
    LEFT JOIN tags ON entries.id = tags.entry_id GROUP BY entries.id ORDER BY date DESC"""


class Sqlite:
    name = "SQLite, as tui-journal keeps it"

    def write(self, folder):
        database = sqlite3.connect(folder / "entries.db")
        database.executescript(TABLES)
        for number, text in enumerate(texts()):
            title, date = f"Ý kiến {number}", f"2026-03-{number % 28 + 1:02} 08:05:00"
            database.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", (number, title, date, text, number % 3))
            database.execute("INSERT INTO tags VALUES (?, ?)", (number, f"lĩnh vực {number % 5}"))
            database.commit()
        database.close()

    def read(self, folder):
        try:
            database = sqlite3.connect(folder / "entries.db")
            database.executescript(TABLES)
            found = database.execute(ALL_ENTRIES).fetchall()
            database.close()
            return found
        except (sqlite3.Error, UnicodeDecodeError):
            return REFUSED


class Sled:
    name = "a plain sled"

    def __init__(self, program):
        self.program = program

    def run(self, work, folder, **about):
        command = [self.program, work, str(folder / "db")]
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, **about)

    def write(self, folder):
        self.run("write", folder, input="".join(text + "\n" for text in texts()).encode()).check_returncode()

    def read(self, folder):
        try:
            done = self.run("read", folder)
        except subprocess.TimeoutExpired:
            return BROKEN
        if done.returncode == 1:
            return REFUSED
        return done.stdout if done.returncode == 0 else BROKEN


def somewhere(chance, content):
    """A place in a file; mostly one where something was written."""
    at = chance.randrange(max(len(content), 1))
    while not any(content[at : at + 64]) and chance.randrange(20):
        at = chance.randrange(max(len(content), 1))
    return at


def damage(folder, kind, chance):
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size > 0)
    path = chance.choice(files)
    content = bytearray(path.read_bytes())
    at = somewhere(chance, content)
    if kind == "byte flipped":
        content[at] ^= chance.randrange(1, 256)
    elif kind == "block zeroed":
        start = at // 512 * 512
        content[start : start + 512] = bytes(len(content[start : start + 512]))
    elif kind == "file cut":
        del content[at:]
    else:
        path.unlink()
        return
    path.write_bytes(content)


def play(peer, rounds, seed):
    chance = random.Random(seed)
    kinds = ["byte flipped", "block zeroed", "file cut", "file deleted"]
    with tempfile.TemporaryDirectory() as temp:
        whole = Path(temp) / "whole"
        whole.mkdir()
        peer.write(whole)
        expected = peer.read(whole)
        assert expected not in OUTCOMES and expected, "it cannot be read before anything was damaged"
        counted = Counter()
        for number in range(rounds):
            folder = Path(temp) / "damaged"
            shutil.copytree(whole, folder)
            kind = kinds[number % len(kinds)]
            damage(folder, kind, chance)
            found = peer.read(folder)
            outcome = found if isinstance(found, str) else RIGHT if found == expected else WRONG
            counted[kind, outcome] += 1
            shutil.rmtree(folder)
    print(f"peer, {peer.name}: {rounds} rounds")
    for kind in kinds:
        told = "; ".join(f"{counted[kind, outcome]} {outcome}" for outcome in OUTCOMES if counted[kind, outcome])
        print(f"  {kind:<14} {told}")


if __name__ == "__main__":
    rounds, seed, program = int(sys.argv[1]), int(sys.argv[2]), os.path.abspath(sys.argv[3])
    for peer in (Sqlite(), Sled(program)):
        play(peer, rounds, seed)
