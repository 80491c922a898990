#!/usr/bin/env python3
"""Checks a ledger of Vigie without a line of Vigie.

    python3 verify.py EXPORT [--key KEYFILE] [--checkpoint NOTEFILE]   what `vigie prove --all --out EXPORT` wrote
    python3 verify.py PROOF  [--key KEYFILE]                           what `vigie prove ENTRY` or `--consistency` gave

Written from docs/ledger-format.md alone, for Python 3.8 or newer with its standard library; Ed25519 is computed
here (RFC 8032, verification only). Ends with 0 when all is well, 1 when something does not fit, 2 when the file
cannot be read. With --key only signatures of that key count; without it the file is checked against its own keys,
which shows that it fits itself.
"""
import base64
import binascii
import hashlib
import json
import re
import sys
import unicodedata
from datetime import datetime, timedelta, timezone


# ---------------------------------------------------------------- Ed25519, RFC 8032, section 5.1

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    """Adds two points in extended coordinates (x, y, z, t)."""
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)


def times(n, point):
    result = (0, 1, 1, 0)
    while n > 0:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def point_of(text):
    """A point from its 32 bytes, or None."""
    y = int.from_bytes(text, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def plain(text):
    """One line as it is seen: what breaks a line or turns the direction of writing as its number."""
    return "".join("\\u%04x" % ord(c) if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in TURNING else c
                   for c in str(text))


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def signed(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    key, r, s = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return same(times(s, BASE), add(r, times(h, key)))


# ---------------------------------------------------------------- notes, tree, leaves


class Trouble(Exception):
    """The file is not what it should be."""


class Key:
    def __init__(self, text):
        parts = text.strip().split("+", 2)
        typed = base64.b64decode(parts[2], validate=True) if len(parts) == 3 else b""
        if len(typed) != 33 or typed[0] != 1:
            raise Trouble("not a public key: " + text)
        self.text, self.name, self.raw = text.strip(), parts[0], typed[1:]
        self.id = hashlib.sha256(self.name.encode() + b"\n\x01" + self.raw).digest()[:4]
        if self.id.hex() != parts[1]:
            raise Trouble("the id of the public key does not fit the key: " + text)


class Checkpoint:
    """A signed note: origin, size, root, an empty line, signatures."""

    def __init__(self, note):
        text, gap, signatures = note.replace("\r\n", "\n").strip().rpartition("\n\n")
        lines = text.split("\n")
        if not gap or len(lines) != 3 or not re.fullmatch("0|[1-9][0-9]*", lines[1]):
            raise Trouble("not a checkpoint: " + note[:60])
        self.origin, self.size = lines[0], int(lines[1])
        self.root = base64.b64decode(lines[2], validate=True)
        self.text, self.signatures = (text + "\n").encode(), signatures.split("\n")

    def signed_by(self, keys):
        for line in self.signatures:
            words = line.split(" ")
            if len(words) == 3 and words[0] == "\u2014":
                both = base64.b64decode(words[2])
                for key in keys:
                    if words[1] == key.name and both[:4] == key.id and signed(key.raw, self.text, both[4:]):
                        return True
        return False


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The roots of the full subtrees, largest first: enough to let the tree grow."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        full = self.size
        while full & 1:
            leaf = node(self.peaks.pop(), leaf)
            full >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node(peak, root)
        return root


EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def milliseconds(text):
    if not re.fullmatch(r"[0-9-]{10}T[0-9:]{8}(\.[0-9]{3})?Z", text):
        raise Trouble("the time %r is finer than what is hashed, or no time" % text)
    form = "%Y-%m-%dT%H:%M:%S.%fZ" if "." in text else "%Y-%m-%dT%H:%M:%SZ"
    return (datetime.strptime(text, form).replace(tzinfo=timezone.utc) - EPOCH) // timedelta(milliseconds=1)


def leaf_of(seq, recorded_at, entry_hash):
    return hashlib.sha256(
        b"\x00" + seq.to_bytes(8, "big") + milliseconds(recorded_at).to_bytes(8, "big") + entry_hash
    ).digest()


def opens(entry, opening):
    """Whether salt and body are those that the entry was committed to."""
    given = hashlib.sha256(bytes.fromhex(opening["salt"]) + opening["body"].encode()).hexdigest()
    return json.loads(entry).get("commitment") == given


# ---------------------------------------------------------------- a whole ledger


class Ledger:
    """Reads an export line by line, so that a ledger of any size fits."""

    def __init__(self, keys, outside):
        self.trusted, self.keys, self.outside = keys, keys, outside
        self.tree, self.second, self.leaves, self.findings = Tree(), Tree(), bytearray(), []
        self.committed, self.statements, self.seen = {}, [], 0
        self.hidden = self.opened = self.vouched = 0
        self.recorded = None

    def find(self, what):
        self.findings.append(what)

    def begin(self, head):
        if head.get("format") != "vigie-export-1":
            raise Trouble("neither an export nor a proof of Vigie")
        self.origin, self.size = head["origin"], head["size"]
        self.keys = self.trusted or [Key(text) for text in head["publicKeys"]]

    def entry(self, line):
        seq, name = line["seq"], "entry %d (%s) " % (line["seq"], line.get("id"))
        if seq != self.tree.size:
            raise Trouble("after entry %d comes entry %d" % (self.tree.size - 1, seq))
        if "leaf" not in line:
            return self.find(name + "was added past the program: it has no leaf")
        leaf = bytes.fromhex(line["leaf"])
        self.grow(leaf)
        if line.get("hidden"):
            self.hidden += 1
            return
        if "entryHash" not in line:
            return self.find(name + "was removed after it was recorded")
        entry_hash, text = bytes.fromhex(line["entryHash"]), line.get("entry")
        recorded, before = milliseconds(line["recordedAt"]), self.recorded
        if before is not None and recorded < before:
            self.find(name + "claims to be recorded before the entry before it")
        self.recorded = recorded
        if text is None:
            self.hidden += 1
        elif hashlib.sha256(text.encode()).digest() != entry_hash:
            self.find(name + "is not the one that its hash is of")
        if leaf_of(seq, line["recordedAt"], entry_hash) != leaf:
            return self.find(name + "was changed after it was recorded")
        if text is not None:
            self.body(line, json.loads(text), name)

    def body(self, line, entry, name):
        if entry["id"] != line["id"]:
            self.find(name + "is not the entry that its leaf names")
        if "commitment" in entry:
            self.committed[entry["id"]] = line["seq"]
            if "opening" in line:
                self.opened += 1
                if not opens(line["entry"], line["opening"]):
                    self.find(name + "has a body that is not the one it was committed to")
                self.committed[entry["id"]] = None
        elif entry["kind"] == "key-destroyed":
            self.statements.append((line["recordedAt"], entry["body"]))

    def grow(self, leaf):
        """Which sizes have a checkpoint is known only at the end, so the leaves are kept: 32 bytes each."""
        self.tree.add(leaf)
        self.leaves.extend(leaf)

    def root_at(self, size):
        """Checkpoints come in order of their size, so the second tree grows along with them."""
        if size < self.second.size:
            self.second = Tree()
        while self.second.size < size:
            at = 32 * self.second.size
            self.second.add(bytes(self.leaves[at:at + 32]))
        return self.second.root()

    def checkpoint(self, note, which):
        try:
            kept = Checkpoint(note)
        except (Trouble, binascii.Error):
            return self.find(which + " cannot be read")
        which = "%s of size %d " % (which, kept.size)
        if kept.origin != self.origin:
            self.find(which + "is of another ledger: " + kept.origin)
        if not kept.signed_by(self.keys):
            return self.find(which + "carries no valid signature")
        if kept.size > self.tree.size:
            self.find(which + "speaks of more than the %d entries that are here" % self.tree.size)
        elif self.root_at(kept.size) != kept.root:
            self.find(which + "was signed over other entries")
        else:
            self.vouched = max(self.vouched, kept.size)

    def end(self, line):
        if line["entries"] != self.tree.size or line["checkpoints"] != self.seen:
            raise Trouble("the file says that it has %(entries)d entries and %(checkpoints)d checkpoints" % line)
        if self.size != self.tree.size:
            self.find("the file begins with a size of %d, but has %d entries" % (self.size, self.tree.size))
        if self.outside:
            self.checkpoint(self.outside, "the checkpoint handed in")

    def report(self):
        erased = 0
        elsewhere = 0
        for at, said in self.statements:
            seq = self.committed.get(said["entry"])
            if seq is not None:
                erased += 1
                print("entry %d (%s) was erased on %s by %s and %s: %s"
                      % (seq, said["entry"], at, plain(said["by"]), plain(said["second"]), plain(said["reason"])))
            elif self.hidden and said["entry"] not in self.committed:
                elsewhere += 1  # what is withheld is in no proof: its hash alone is here
                print("an entry that is not shown (%s) was erased on %s by %s and %s: %s"
                      % (said["entry"], at, plain(said["by"]), plain(said["second"]), plain(said["reason"])))
        if self.vouched < self.tree.size:
            self.find("entries %d to %d are under no checkpoint with a valid signature: nobody vouches for them"
                      % (self.vouched, self.tree.size - 1))
        closed = sum(seq is not None for seq in self.committed.values()) - erased
        print("%d entries, %d checkpoints; %d erased, %d protected bodies not shown, %d shown, %d entries as hash only"
              % (self.tree.size, self.seen, erased + elsewhere, closed, self.opened, self.hidden))
        for what in self.findings:
            print("NOT ok: " + plain(what))
        if not self.findings:
            print("ok: nothing was changed, removed, inserted or reordered in " + self.origin)
        return 1 if self.findings else 0


def whole_ledger(lines, keys, outside):
    ledger, ended = Ledger(keys, outside), False
    for number, line in enumerate(lines):
        value = json.loads(line)
        if number == 0:
            ledger.begin(value)
        elif "seq" in value:
            ledger.entry(value)
        elif "checkpoint" in value:
            ledger.seen += 1
            ledger.checkpoint(value["checkpoint"], "the checkpoint")
        elif "entries" in value:
            ledger.end(value)
            ended = True
    if not ended:
        raise Trouble("the file was cut off: its last line is missing")
    return ledger.report()


# ---------------------------------------------------------------- one proof, RFC 9162, sections 2.1.3.2 and 2.1.4.2


def included(leaf, seq, size, path):
    """The root to which the path leads, or None."""
    if not 0 <= seq < size:
        return None
    at, last, root = seq, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            root = node(sibling, root)
            while not at & 1 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            root = node(root, sibling)
        at, last = at >> 1, last >> 1
    return root if last == 0 else None


def consistent(older, newer, path):
    if older.size > newer.size:
        return False
    if older.size == newer.size:
        return not path and older.root == newer.root
    if older.size == 0:
        return not path and older.root == hashlib.sha256(b"").digest()
    if older.size & (older.size - 1) == 0:
        path = [older.root] + path
    at, last = older.size - 1, newer.size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    if not path:
        return False
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node(sibling, before), node(sibling, after)
            while not at & 1 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            after = node(after, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and before == older.root and after == newer.root


def one_proof(proof, keys):
    keys = keys or [Key(proof["publicKey"])]
    path = [base64.b64decode(text, validate=True) for text in proof["path"]]
    if proof["format"] == "vigie-consistency-1":
        older, newer = Checkpoint(proof["older"]), Checkpoint(proof["newer"])
        if not (older.signed_by(keys) and newer.signed_by(keys)):
            return "a checkpoint carries no valid signature"
        if older.origin != newer.origin:
            return "the checkpoints are of two ledgers"
        if not consistent(older, newer, path):
            return "the older ledger is not the beginning of the newer"
        print("ok: the first %d entries of %s are unchanged among its first %d" % (older.size, older.origin, newer.size))
        return None
    kept, entry_hash, text = Checkpoint(proof["checkpoint"]), bytes.fromhex(proof["entryHash"]), proof.get("entry")
    if not kept.signed_by(keys):
        return "the checkpoint carries no valid signature"
    if text is not None and hashlib.sha256(text.encode()).digest() != entry_hash:
        return "the entry is not the one that was recorded"
    if "opening" in proof and not opens(text, proof["opening"]):
        return "the body is not the one that the entry was committed to"
    if included(leaf_of(proof["seq"], proof["recordedAt"], entry_hash), proof["seq"], kept.size, path) != kept.root:
        return "the path does not lead from the entry to the checkpoint"
    print("ok: entry %d, recorded at %s, is one of the first %d of %s"
          % (proof["seq"], proof["recordedAt"], kept.size, kept.origin))
    return None


def option(arguments, name):
    if name not in arguments:
        return None
    at = arguments.index(name)
    if at + 1 == len(arguments):
        raise Trouble(name + " needs a file")
    with open(arguments[at + 1], encoding="utf-8") as file:
        text = file.read()
    del arguments[at:at + 2]
    return text


def main(arguments):
    try:
        key, outside = option(arguments, "--key"), option(arguments, "--checkpoint")
        if len(arguments) != 1:
            raise Trouble("name one file (and see the beginning of this script)")
        keys = [Key(key)] if key else []
        with open(arguments[0], encoding="utf-8") as file:
            first = json.loads(file.readline())
            if first.get("format") in ("vigie-inclusion-1", "vigie-consistency-1"):
                why = one_proof(first, keys)
                if why:
                    print("NOT ok: " + plain(why))
                return 1 if why else 0
            file.seek(0)
            return whole_ledger(file, keys, outside)
    except (Trouble, OSError, ValueError, KeyError, TypeError, AttributeError) as trouble:
        said = str(trouble) if isinstance(trouble, (Trouble, OSError)) else "the file is damaged or was cut off (%r)" % trouble
        print("verify.py: " + plain(said), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
