// Who has the room open: a count for everybody; the teacher also sees who went away, and lets people back in.

/**
 * @param {function(string, string=): string} say
 * @returns {function({text: string, here: ?Array, away: ?Array, earlier: ?Array})} shows it; names come to the teacher alone
 */
export function attendance(say) {
    const {path, token} = document.body.dataset;
    const count = document.getElementById('here');
    const register = document.getElementById('register');

    function list(id, people) {
        const part = document.getElementById(id);
        part.hidden = people.length === 0;
        part.querySelector('ul').replaceChildren(...people.map(({name}) => {
            const line = document.createElement('li');
            line.dir = 'auto';
            line.textContent = name;
            return line;
        }));
    }

    function offer(people) {
        const picker = document.getElementById('way-back');
        const select = picker.querySelector('select');
        const chosen = select.value;
        const first = select.firstElementChild;
        select.replaceChildren(first, ...people.map(({id, name}) => new Option(name, id, false, id === chosen)));
        picker.hidden = people.length === 0;
    }

    register?.addEventListener('submit', async event => {
        event.preventDefault();
        const person = event.target.elements.person.value;
        const line = document.getElementById('way-back-code');
        if (!person) return;
        const response = await fetch(`${path}/way-back`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'X-Page-Token': token},
            body: JSON.stringify({person}),
        }).catch(() => null);
        const answer = await response?.json().catch(() => null);
        if (answer?.code) tell(line, answer);
        else line.textContent = answer?.problem ?? say('failed');
    });

    /** The code is read out to somebody, so it stands out. */
    function tell(line, {text, code}) {
        const at = text.lastIndexOf(code);
        const marked = document.createElement('strong');
        marked.className = 'code';
        marked.textContent = code;
        line.replaceChildren(text.slice(0, at), marked, text.slice(at + code.length));
    }

    return ({text, here, away, earlier}) => {
        if (count.textContent !== text) count.textContent = text;
        if (!register || !here) return;
        register.querySelector('summary').textContent = text;
        list('register-here', here);
        list('register-away', away);
        offer([...away, ...here, ...earlier]);
    };
}
