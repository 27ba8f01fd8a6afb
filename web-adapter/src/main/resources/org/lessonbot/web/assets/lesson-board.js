// The board of a lesson in another chat: what its room sees at this moment, and nothing else.

import {follow, runs, stateIn, words} from './feed.js';
import {stage} from './stage.js';

const say = words();
const shown = stage(say);

follow(document.body.dataset.path, {
    item({number, html}) {
        shown.show(number, html);
    },
    ready() {},
    here() {},
    state: stateIn(document.getElementById('state'), say),
});
runs();
