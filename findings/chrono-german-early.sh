#!/usr/bin/env bash
# Library: chrono-node 2.10.3 (finds times in what people type), its German, Node 18 or newer.
#
# Guessed: `chrono.de.parseDate` reads "am Mittwoch früh um 9" (early on Wednesday, at nine) as Wednesday at nine, as it reads "am Mittwoch vormittag
# um 9"; and a breakfast ("Frühstück") is no day at all.
# Seen: the "Fr" of both is Friday, for to it a word ends before an "ü". That Friday parts the day from its time: Wednesday at nine is Wednesday
# at noon, tomorrow early at nine is tomorrow at whatever time it is now, and after a breakfast all is Friday. "früh" alone is a date.
#
# Prints what each is read as, on Tuesday 20 October 2026 at 10:30 in UTC; ends with 1 if that is no longer so.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3

cat > finding.mjs <<'JS'
import * as chrono from 'chrono-node';

const now = { instant: new Date('2026-10-20T10:30:00Z'), timezone: 0 };
const expected = {
    'am Mittwoch um 9': 'Wed 21 Oct 09:00',
    'am Mittwoch vormittag um 9': 'Wed 21 Oct 09:00',
    'am Mittwoch früh um 9': 'Wed 21 Oct 12:00',
    'morgen um 9': 'Wed 21 Oct 09:00',
    'morgen früh um 9': 'Wed 21 Oct 10:30',
    'Frühstück am Mittwoch um 9': 'Fri 23 Oct 12:00',
    'früh': 'Fri 23 Oct 12:00',
};
let same = true;
for (const [typed, before] of Object.entries(expected)) {
    const [, day, date, month, , time] = chrono.de.parseDate(typed, now, { forwardDate: true })
        .toUTCString()
        .match(/(\w+), (\d+) (\w+) (\d+) (\d\d:\d\d)/);
    const read = `${day} ${date} ${month} ${time}`;
    same &&= read === before;
    console.log(`${typed} -> ${read}`);
}
console.log(same ? 'as seen before' : 'this has changed');
process.exit(same ? 0 : 1);
JS
TZ=UTC node finding.mjs
