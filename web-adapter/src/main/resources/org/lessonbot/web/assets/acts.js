// What a person does, sent until the server has said what came of it. A retry carries the same id, so it is the same act.

const SLOW_MS = 1000;
const PATIENCE_MS = 20000;
const RETRIES_MS = [400, 1200];

/** The server was not heard, or what came was not from it. */
class Unreachable extends Error {
    constructor(cause, isLate) {
        super(String(cause));
        this.isLate = isLate;
    }
}

/**
 * @param {function(string, string=): string} say
 * @returns {function(Object, ?Element): Promise<Object>} sends an act; resolves to the answer, or to {problem} in words
 */
export function acts(say) {
    const {path, token, entrance} = document.body.dataset;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

    async function post(act) {
        const request = {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'X-Page-Token': token},
            body: JSON.stringify(act),
        };
        const {ok, status, answer} = await exchange(`${path}/act`, request);
        return ok ? answer : {problem: answer.problem ?? say('failed'), isStranger: status === 401};
    }

    async function send(act) {
        for (const wait of [...RETRIES_MS, null]) {
            try {
                return await post(act);
            } catch (failure) {
                // A mistake of our own is no failure of the network, and would be the same at the next try.
                if (!(failure instanceof Unreachable)) throw failure;
                if (wait === null || failure.isLate) return {problem: say('failed')};
                await new Promise(resolve => setTimeout(resolve, wait));
            }
        }
        return {problem: say('failed')};
    }

    /** What is on its way from among which buttons. */
    const underWay = new WeakMap();

    /** One after the other from among the same buttons, so that what was pressed last is what counts, and what is shown. */
    function inTurn(act, control) {
        const group = groupOf(control);
        if (!group) return send(act);
        const turn = (underWay.get(group) ?? Promise.resolve()).then(() => send(act));
        underWay.set(group, turn.catch(() => {}));
        return turn;
    }

    return async (act, control) => {
        control?.setAttribute('aria-disabled', 'true');
        const note = noteBy(control, act.from ?? 0);
        const slow = setTimeout(() => note(say('saving')), SLOW_MS);
        try {
            const answer = await inTurn({id: id(), from: 0, zone, ...act}, control);
            note(answer.problem ?? '', true, answer.isStranger && entrance ? link(entrance, say('entrance')) : '');
            return answer;
        } catch (mistake) {
            note(say('broken'), true);
            throw mistake;
        } finally {
            clearTimeout(slow);
            control?.removeAttribute('aria-disabled');
        }
    };
}

/** Asks the server; what fails here is the network, or somebody between us who answers in its place. */
async function exchange(address, request) {
    // AbortSignal.timeout() would be shorter, and is missing in Safari 15 and in Chrome before 103.
    const patience = new AbortController();
    const late = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
        const response = await fetch(address, {...request, signal: patience.signal});
        return {ok: response.ok, status: response.status, answer: await response.json()};
    } catch (failure) {
        throw new Unreachable(failure, patience.signal.aborted);
    } finally {
        clearTimeout(late);
    }
}

function id() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function link(address, label) {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = label;
    return link;
}

/** What a control was pressed among. */
function groupOf(control) {
    return control?.closest('.buttons, .row, .picker, .composer');
}

/** The lines that say of something that it did not count, each with the buttons it was pressed among. */
const failures = new Map();

/**
 * A line of what becomes of an act: that it is being saved, or that it did not count. It stands right under what was pressed; should
 * that be drawn no more, under its message; should that be gone too, under the line at the bottom.
 *
 * @param {number} from the message it was pressed in
 * @returns {function(string, boolean=, Element|string=)} says a text, with a way out behind it; nothing more with an empty one. What
 *     failed earlier stands no longer, if it was pressed here or can be pressed no more.
 */
export function noteBy(control, from) {
    // Asked now: the control may be drawn anew meanwhile.
    const group = groupOf(control);
    const line = document.createElement('p');
    line.className = 'act-note';
    line.dataset.ours = 'true';
    line.setAttribute('role', 'alert');

    function place() {
        if (group?.isConnected) return group;
        return document.querySelector(`#item-${from} > .body`) ?? document.getElementById('composer');
    }

    return (text, isProblem = false, way = '') => {
        for (const [earlier, its] of failures) {
            if (its !== group && its?.isConnected) continue;
            earlier.remove();
            failures.delete(earlier);
        }
        if (!text) {
            line.remove();
            return;
        }
        if (isProblem) failures.set(line, group);
        line.classList.toggle('error', isProblem);
        if (!line.isConnected) place().after(line);
        line.replaceChildren(...way ? [text, ' ', way] : [text]);
        // That it is being saved must not take away what was pressed.
        if (isProblem) line.scrollIntoView({block: 'nearest'});
    };
}
