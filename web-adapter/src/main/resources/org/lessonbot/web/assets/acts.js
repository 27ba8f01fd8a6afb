// What a person does, sent until the server has said what came of it. A retry carries the same id, so it is the same act.

const SLOW_MS = 1000;
const PATIENCE_MS = 20000;
const RETRIES_MS = [400, 1200];

/**
 * @param {function(string, string=): string} say
 * @returns {function(Object, ?Element): Promise<Object>} sends an act; resolves to the answer, or to {problem} in words
 */
export function acts(say) {
    const {path, token} = document.body.dataset;

    async function post(act) {
        const response = await fetch(`${path}/act`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'X-Page-Token': token},
            body: JSON.stringify(act),
            signal: AbortSignal.timeout(PATIENCE_MS),
        });
        const answer = await response.json();
        return response.ok ? answer : {problem: answer.problem ?? say('failed')};
    }

    async function send(act) {
        for (const wait of [...RETRIES_MS, null]) {
            try {
                return await post(act);
            } catch (failure) {
                if (wait === null || failure.name === 'TimeoutError') return {problem: say('failed')};
                await new Promise(resolve => setTimeout(resolve, wait));
            }
        }
        return {problem: say('failed')};
    }

    return async (act, control) => {
        const whole = {id: id(), from: 0, ...act};
        control?.setAttribute('aria-disabled', 'true');
        const slow = setTimeout(() => note(control, say('saving')), SLOW_MS);
        const answer = await send(whole);
        clearTimeout(slow);
        control?.removeAttribute('aria-disabled');
        note(control, answer.problem ?? '', true);
        return answer;
    };
}

function id() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A line right under the control: that it is being saved, or that it did not count. */
function note(control, text, isProblem = false) {
    const group = control?.closest('.buttons, .row, .picker, .composer');
    if (!group) return;
    let line = group.nextElementSibling?.classList.contains('act-note') ? group.nextElementSibling : null;
    if (!text) {
        line?.remove();
        return;
    }
    if (!line) {
        line = document.createElement('p');
        line.className = 'act-note';
        line.dataset.ours = 'true';
        line.setAttribute('role', 'alert');
        group.after(line);
    }
    line.classList.toggle('error', isProblem);
    line.textContent = text;
    line.scrollIntoView({block: 'nearest'});
}
