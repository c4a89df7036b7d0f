"""Checks an export of the audit (npm run audit -- export FILE) without any code of the service.

python3 check_audit.py EXPORT [ANCHOR]: names the first event of each chain that was altered, removed or moved, and
ends with 1 when there is one. ANCHOR is a file that `npm run audit -- verify --anchor ANCHOR` wrote earlier.
The recipe is in docs/security/audit.md. Needs Python 3.8 or newer and nothing else.
"""

import hashlib
import json
import re
import sys

HASHED = ["chain", "seq", "at", "actor", "role", "action", "purpose", "subject", "objects", "previous"]
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def hash_of(event):
    content = json.dumps([event[name] for name in HASHED], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def sound(event):
    """Whether it is an event as the service writes them, with the hash of its own content."""
    return (
        sorted(event) == sorted(HASHED + ["id", "hash"])
        and event["id"] == f"{event['chain']}/{event['seq']}"
        and isinstance(event["at"], str)
        and INSTANT.fullmatch(event["at"]) is not None
        and event["hash"] == hash_of(event)
    )


def first_fault(chain, events, head, anchor):
    seq, last = 0, "0" * 64
    for event in events:
        expected = seq + 1
        if isinstance(event.get("seq"), int) and event["seq"] != expected:
            return (expected, "MISSING") if event["seq"] > expected else (event["seq"], "REORDERED")
        if event.get("chain") != chain or not sound(event):
            return expected, "ALTERED"
        if event["previous"] != last:
            return expected, "REORDERED"
        if anchor and anchor["seq"] == expected and anchor["hash"] != event["hash"]:
            return expected, "REWRITTEN"
        seq, last = expected, event["hash"]
    if (head.get("seq"), head.get("hash")) != (seq, last) or (anchor and anchor["seq"] > seq):
        return seq + 1, "CUT_OFF"
    return None


def main(export, anchor=None):
    anchors = json.load(open(anchor, encoding="utf-8")) if anchor else {}
    events, heads = {}, {}
    for line in open(export, encoding="utf-8"):
        entry = json.loads(line)
        if "event" in entry:
            events.setdefault(entry["event"].get("chain"), []).append(entry["event"])
        else:
            heads[entry["head"]["chain"]] = entry["head"]
    faults = 0
    for chain in sorted({*events, *heads, *anchors}, key=str):
        fault = first_fault(chain, events.get(chain, []), heads.get(chain, {}), anchors.get(chain))
        if fault:
            faults += 1
            print(f"{chain}: event {fault[0]} {fault[1]}")
    print(f"{sum(map(len, events.values()))} events in {len(events)} chains, {faults} with a fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
