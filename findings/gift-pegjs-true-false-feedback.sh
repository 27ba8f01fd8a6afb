#!/usr/bin/env bash
# Library: gift-pegjs 1.0.2 (reads GIFT, Moodle's text format of questions), Node 18 or newer.
#
# Guessed: `trueFeedback` is what somebody is told who answered "true", `falseFeedback` what somebody is told who answered "false".
# Seen: they are the first and the second text as they stand in the file. GIFT, as Moodle reads and writes it, has the one for a wrong answer
# first and the one for a right answer second, so the names fit where "false" is right. Where "true" is right, whoever answered that is told
# what was written for those who got it wrong, and the others that they were right.
#
# Prints both for the same question put both ways; ends with 1 if that is no longer so.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts gift-pegjs@1.0.2

cat > finding.mjs <<'JS'
import { parse } from 'gift-pegjs';

const feedback = (gift) => {
    const [question] = parse(gift + '\n');
    return `${question.isTrue ? 'true' : 'false'} is right: to "true" it says "${question.trueFeedback.text}",`
        + ` to "false" it says "${question.falseFeedback.text}"`;
};
const seen = [
    feedback('A model learns from its raters.{TRUE#No, look again.#Yes, well seen.}'),
    feedback('A model never learns from its raters.{FALSE#No, look again.#Yes, well seen.}'),
];
seen.forEach((line) => console.log(line));
const same = seen[0] === 'true is right: to "true" it says "No, look again.", to "false" it says "Yes, well seen."'
    && seen[1] === 'false is right: to "true" it says "No, look again.", to "false" it says "Yes, well seen."';
console.log(same ? 'as seen before' : 'this has changed');
process.exit(same ? 0 : 1);
JS
node finding.mjs
