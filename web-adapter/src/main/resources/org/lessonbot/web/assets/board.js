// The board on the projector: the newest post for everybody, and how to come in until there is one.

import {tick} from './clock.js';
import {follow, runs, stateIn, words} from './feed.js';
import {morphChildren} from './morph.js';

const say = words();
const stage = document.getElementById('stage');
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
    const fresh = document.createElement('div');
    fresh.innerHTML = newest.html;
    for (const time of fresh.querySelectorAll('time')) tick(time, say);
    if (stage.dataset.number !== String(newest.number)) {
        stage.dataset.number = newest.number;
        stage.replaceChildren(...fresh.childNodes);
        scrollTo(0, 0);
    } else {
        morphChildren(stage, fresh);
    }
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
