// The board on the projector: the newest post for everybody, and how to come in until there is one.

import {follow, runs, stateIn, words} from './feed.js';
import {stage} from './stage.js';

const say = words();
const shown = stage(say);
const invite = document.getElementById('invite');
const posts = new Map();
let chosen = false;

function showInvite(isOpen) {
    invite.setAttribute('aria-expanded', String(isOpen));
    document.body.classList.toggle('inviting', isOpen);
}

invite.addEventListener('click', () => {
    chosen = true;
    showInvite(invite.getAttribute('aria-expanded') !== 'true');
});
showInvite(true);

function draw() {
    const newest = [...posts.values()].filter(item => item.html).sort((a, b) => b.place - a.place)[0];
    document.body.classList.toggle('waiting', !newest);
    if (!newest) return;
    // Once there was a second post, the lesson is under way.
    if (!chosen) showInvite(posts.size < 2);
    shown.show(newest.number, newest.html);
}

follow(document.body.dataset.path, {
    item(item) {
        if ((posts.get(item.number)?.version ?? 0) >= item.version) return;
        posts.set(item.number, item);
        draw();
    },
    ready() {},
    here({text}) {
        document.getElementById('here').textContent = text;
    },
    state: stateIn(document.getElementById('state'), say),
});
runs();
