#!/usr/bin/env python3
"""Audits of a large collection, shown to be what they should be; minutes for 100,000 cables.

  tests/proofs/audit.py PROGRAM GENERATOR WORK [--count N] [--page FOLDER] [--once]

PROGRAM is cablelint, GENERATOR cablelint_generate, WORK a folder for some GB. FOLDER is where the npm packages of
tests/validators are (build/ci/tests/validators after `ctest`); with it the page is opened in Chromium.
"""
import argparse
import filecmp
import json
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

passed = failed = 0


def expect(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    print(f"{'ok' if good else 'FAILED'}: {what}{': ' + str(detail) if detail else ''}", flush=True)


def same(one, other):
    """Whether two folders hold the same files with the same bytes."""
    names = sorted(path.name for path in one.iterdir())
    return names == sorted(path.name for path in other.iterdir()) and \
        filecmp.cmpfiles(one, other, names, shallow=False)[0] == names


def audit(program, out, *arguments, kill_after=None):
    """Seconds that an audit took, or None when it was killed first."""
    begin = time.perf_counter()
    process = subprocess.Popen([program, "audit", "--isolated", "--exit-zero", "-q", "--as-of", "2026-01-01", "--out", out,
                                *arguments])
    try:
        process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return None
    if process.returncode != 0:
        sys.exit(f"audit {out}: exit {process.returncode}")
    return time.perf_counter() - begin


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def check_kills(program, work, whole, inputs, seconds):
    moments = random.Random(7)
    killed = 0
    for turn in range(10):
        out = fresh(work / "killed")
        killed += audit(program, out, *inputs, kill_after=moments.uniform(0.05, 0.95) * seconds) is None
        # A second kill in the middle of going on.
        begun = (out / "run.json").exists()
        if begun:
            killed += audit(program, out, "--resume", *inputs, kill_after=moments.uniform(0.05, 0.6) * seconds) is None
            audit(program, out, "--resume", *inputs)
        else:
            audit(program, out, "--overwrite", *inputs) if out.exists() else audit(program, out, *inputs)
        expect(f"kill {turn + 1} of 10, then --resume: the same bytes", same(whole, out))
    expect("kills that met a running audit", killed >= 10, killed)


def check_shards(program, work, whole, inputs):
    for count in (1, 2, 7):
        shards = [fresh(work / f"shard{i}") for i in range(1, count + 1)]
        for i, shard in enumerate(shards, 1):
            audit(program, shard, "--shard", f"{i}/{count}", *inputs)
        merged = fresh(work / "merged")
        random.Random(count).shuffle(shards)
        subprocess.run([program, "merge", "-q", "--exit-zero", "--out", merged, *shards], check=True)
        expect(f"merge of {count} shards: the bytes of the whole", same(whole, merged))


def check_numbers(whole):
    summary = json.loads((whole / "summary.json").read_text())
    page = (whole / "report.html").read_text()
    data = json.loads(re.search(r'id="cablelint-data"[^>]*>(.*?)</script>', page, re.S)[1])
    expect("the numbers of the page equal summary.json", data == summary)
    expect("the page has at most 2 MB", len(page.encode()) <= 2_000_000, f"{len(page.encode())} bytes")
    database = sqlite3.connect(whole / "audit.sqlite")

    def rows(sql):
        return database.execute(sql).fetchall()

    findings = summary["findings"]
    expect("SQL: cables and findings", rows("SELECT count(*), sum(errors), sum(warnings), sum(notes) FROM document") ==
           [(summary["cables"], findings["error"], findings["warning"], findings["note"])])
    expect("SQL: passed", rows("SELECT count(*) FROM document WHERE status = 'pass'") == [(summary["passed"],)])
    by_rule = dict(rows("SELECT rule, count(*) FROM finding GROUP BY rule"))
    expect("SQL: findings by rule", by_rule == {rule: sum(each["findings"].values())
                                                for rule, each in summary["rules"].items()
                                                if sum(each["findings"].values())})
    names = {"U": "UNCLASSIFIED", "R": "RESTRICTED", "C": "CONFIDENTIAL", "S": "SECRET", "TS": "TOP SECRET", "none": None}
    for column, member in (("level", "levels"), ("year", "years"), ("post", "posts")):
        key = (lambda name: names[name]) if column == "level" else \
            (lambda name: None if name == "none" else int(name)) if column == "year" else \
            (lambda name: None if name == "none" else name)
        expect(f"SQL: cables by {column}", dict(rows(f"SELECT {column}, count(*) FROM document GROUP BY {column}")) ==
               {key(name): each["cables"] for name, each in summary[member].items() if each["cables"]})
    expect("SQL: overdue by year", dict(rows("SELECT CAST(substr(due_date, 1, 4) AS INTEGER), sum(overdue) FROM document "
                                             "WHERE due_date IS NOT NULL GROUP BY 1")) ==
           {int(year): each["overdue"] for year, each in summary["due"]["years"].items()})
    matrix = {(names[header], names[portion]): count
              for header, row in summary["header_by_highest_portion"].items() for portion, count in row.items() if count}
    expect("SQL: header against highest portion",
           {(a, b): n for a, b, n in rows("SELECT level, highest_portion, count(*) FROM document GROUP BY 1, 2")} == matrix)
    begin = time.perf_counter()
    overdue = rows("SELECT id FROM document WHERE level = 'SECRET' AND year = 2004 AND overdue = 1 AND errors > 0")
    expect("SQL: SECRET, 2004, date passed, with an error", True,
           f"{len(overdue)} cables in {(time.perf_counter() - begin) * 1000:.1f} ms")


def check_page(whole, folder):
    script = f"""
import {{ Browser, Tab }} from '{folder}/chromium.mjs';
const browser = new Browser('chromium', '{folder}/profile-proof');
const tab = await Tab.open(browser);
await tab.load('{folder}/audit/missing.html').catch(() => {{}});
const begin = performance.now();
await tab.load('{whole}/report.html');
const seconds = (performance.now() - begin) / 1000;
console.log(JSON.stringify({{ seconds, told: tab.told }}));
await browser.close();
"""
    program = folder / "open.mjs"
    program.write_text(script)
    answer = json.loads(subprocess.run(["node", program], check=True, capture_output=True, text=True).stdout)
    expect("the page opens within 2 seconds", answer["seconds"] < 2, f"{answer['seconds']:.2f} s")
    expect("the browser has nothing to say", answer["told"] == [], answer["told"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("generator", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--page", type=Path)
    parser.add_argument("--once", action="store_true", help="one audit: no threads, shards and kills")
    given = parser.parse_args()
    program, work = given.program.resolve(), given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    tree = work / f"cables-{given.count}"
    if not tree.exists():
        subprocess.run([given.generator.resolve(), "--count", str(given.count), "--noise", "some", "--out", tree], check=True,
                       stdout=subprocess.DEVNULL)
        (tree / "truth.jsonl").unlink()
    whole = fresh(work / "whole")
    seconds = audit(program, whole, tree)
    expect(f"an audit of {given.count} cables", True, f"{seconds:.1f} s")
    check_numbers(whole)
    if given.page:
        check_page(whole, given.page.resolve())
    if not given.once:
        again = fresh(work / "again")
        audit(program, again, "-j1", tree)
        expect("one thread: the same bytes", same(whole, again))
        check_shards(program, work, whole, [tree])
        check_kills(program, work, whole, [tree], seconds)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
