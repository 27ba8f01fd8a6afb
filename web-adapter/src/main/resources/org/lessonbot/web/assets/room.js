// The classroom: what is heard is shown, what is pressed is sent.

import {acts, noteBy} from './acts.js';
import {attendance} from './attendance.js';
import {composer} from './composer.js';
import {dialogs} from './dialog.js';
import {follow, runs, stateIn, words} from './feed.js';
import {onceLifted} from './finger.js';
import {messages} from './messages.js';
import {renewal} from './renewal.js';

const say = words();
const room = document.getElementById('messages');
const consoles = document.getElementById('consoles');
const log = messages(say, {
    log: document.getElementById('log'),
    room,
    consoles,
    announcer: document.getElementById('announcer'),
    newest: document.getElementById('newest'),
});
const send = acts(say);
const dialog = dialogs(say);
const still = onceLifted();
const line = document.getElementById('compose');
let isOutdated = false;

/** Gets the page that belongs to whoever leads now, or no longer does, once they have nothing half written on this one. */
function renew() {
    if (isOutdated && !dialog.isFilledIn() && !line.value.trim()) location.reload();
}

/** @param {?Element} control what somebody pressed, if the item answers that */
function show(item, control = null) {
    if (item.where === 'console' && document.body.dataset.door === 'class' && Boolean(item.html) !== Boolean(consoles)) {
        isOutdated = true;
        renew();
        return null;
    }
    const element = log.show(item, control);
    document.getElementById('empty').hidden = room.childElementCount > 0;
    if (consoles) {
        document.getElementById('console-empty').hidden = consoles.childElementCount > 0;
    }
    return element;
}

/**
 * Sends an act and shows what came of it.
 *
 * @param {?Element} opener what opened the form in which the control stands
 */
async function act(what, control, opener = control) {
    if (control?.getAttribute('aria-disabled')) return {};
    const answer = await send(what, control);
    await new Promise(still);
    if (!answer.problem && answer.item?.number !== 0) log.forgetSaidOnce(what.from);
    const element = answer.item && show(answer.item, opener);
    if (element && answer.item.view) log.lead(element);
    else if (element) log.reveal(element);
    if (consoles && (answer.outcome === 'console' || answer.item?.where === 'console')) showConsole(true).focus();
    if (answer.form) {
        dialog.open(answer.form, control, (action, fields, button) =>
            act({kind: 'submit', action, fields, from: what.from ?? 0}, button, control));
    }
    renew();
    return answer;
}

function numberOf(control) {
    return Number(control.closest('.message')?.dataset.number ?? 0);
}

/** What kind of answer a button is: its receipt goes to another place. */
function partOf(button) {
    if (button.hasAttribute('aria-pressed')) return 'choice';
    return button.closest('.row') ? 'row' : null;
}

document.addEventListener('click', event => {
    const button = event.target.closest('button[data-action]');
    if (button) act({kind: 'press', action: button.dataset.action, from: numberOf(button), part: partOf(button)}, button);
});

// A button that leads on is followed under the same key by the next one, so that a key held down would go through the whole lesson.
document.addEventListener('keydown', event => {
    if (event.repeat && event.key === 'Enter' && event.target.closest('button[data-action]')) event.preventDefault();
});

document.getElementById('console-empty')?.addEventListener('click', event => {
    const button = event.target.closest('[data-command]');
    if (button) act({kind: 'command', text: button.dataset.command}, button);
});

document.addEventListener('submit', async event => {
    const picker = event.target.closest('form.picker');
    if (!picker) return;
    event.preventDefault();
    const values = new FormData(picker).getAll('value').filter(value => value !== '');
    const {action, min, max, range} = picker.dataset;
    const button = picker.querySelector('button');
    const from = numberOf(picker);
    if (values.length < Number(min) || values.length > Number(max)) {
        noteBy(button, from)(range, true);
        return;
    }
    const answer = await act({kind: 'pick', action, values, from}, button);
    // What was taken is ticked no more; what was refused, in words, can be changed and sent again.
    if (answer.outcome === 'silent') picker.reset();
});

composer((text, input) => act({kind: 'command', text}, input));
line.addEventListener('input', renew);
document.getElementById('dialog').addEventListener('close', renew);

const sheet = document.getElementById('sheet');
sheet?.addEventListener('click', () => showConsole(sheet.getAttribute('aria-expanded') !== 'true'));

function showConsole(isOpen) {
    sheet.setAttribute('aria-expanded', String(isOpen));
    const console = document.getElementById('console');
    console.hidden = !isOpen;
    return console;
}

follow(document.body.dataset.path, {
    item: item => still(() => show(item)),
    ready: () => still(log.ready),
    here: attendance(say),
    state: stateIn(document.getElementById('state'), say),
});
renewal(say);
runs();
