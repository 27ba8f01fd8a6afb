// The board of a lesson in another chat: what its room sees at this moment, and nothing else.

import {tick} from './clock.js';
import {follow, runs, stateIn, words} from './feed.js';
import {morphChildren} from './morph.js';

const say = words();
const stage = document.getElementById('stage');

follow(document.body.dataset.path, {
    item({number, html}) {
        const fresh = document.createElement('div');
        fresh.innerHTML = html;
        for (const time of fresh.querySelectorAll('time')) tick(time, say);
        if (stage.dataset.number === String(number)) {
            morphChildren(stage, fresh);
            return;
        }
        stage.dataset.number = number;
        stage.replaceChildren(...fresh.childNodes);
        scrollTo(0, 0);
    },
    ready() {},
    here() {},
    state: stateIn(document.getElementById('state'), say),
});
runs();
