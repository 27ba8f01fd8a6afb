// The line at the bottom: plain words for the bot, or a command from a list that opens with a slash (ARIA combobox).

/** @param {function(string, Element): Promise<Object>} send */
export function composer(send) {
    const form = document.getElementById('composer');
    const input = document.getElementById('compose');
    const list = document.getElementById('suggestions');
    const commands = JSON.parse(document.getElementById('commands').textContent);
    let chosen = -1;

    function matches() {
        const typed = input.value;
        if (!typed.startsWith('/')) return [];
        const line = typed.replace(/^\/(lesson\s+)?/, '');
        const [name, ...rest] = line.split(' ');
        if (rest.length === 0) {
            return commands
                .filter(command => command.name.startsWith(name))
                .map(({name, about}) => ({text: `/${name}`, about}));
        }
        const command = commands.find(one => one.name === name.toLowerCase());
        const last = rest[rest.length - 1];
        const before = typed.slice(0, typed.length - last.length);
        return free(command?.options ?? [], rest.slice(0, -1).join(' '))
            .flatMap(({name, about, choices}) => (choices.length ? choices : ['']).map(value => ({text: `${name}:${value}`, about})))
            .filter(part => last === '' || part.text.startsWith(last) && part.text !== last)
            .map(part => ({...part, text: before + part.text}));
    }

    // An option's name counts at the beginning, and where another option follows; what has no name is the first option's.
    function free(options, typed) {
        if (!typed.trim()) return options;
        const taken = options.filter(({name}) => ` ${typed}`.toLowerCase().includes(` ${name}:`));
        const named = taken.some(({name}) => typed.toLowerCase().startsWith(`${name}:`));
        return options.filter((option, i) => !taken.includes(option) && (named || i > 0));
    }

    function suggest() {
        const found = matches();
        list.replaceChildren(...found.map(({text, about}, i) => {
            const option = document.createElement('li');
            option.id = `suggestion-${i}`;
            option.setAttribute('role', 'option');
            option.dataset.text = text;
            const name = document.createElement('strong');
            name.textContent = text;
            const note = document.createElement('span');
            note.textContent = about;
            option.append(name, ' ', note);
            return option;
        }));
        open(found.length > 0);
    }

    function open(isOpen) {
        list.hidden = !isOpen;
        input.setAttribute('aria-expanded', String(isOpen));
        choose(-1);
    }

    function choose(index) {
        const options = [...list.children];
        chosen = options.length ? Math.max(-1, Math.min(index, options.length - 1)) : -1;
        options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
        if (chosen < 0) {
            input.removeAttribute('aria-activedescendant');
            return;
        }
        input.setAttribute('aria-activedescendant', options[chosen].id);
        options[chosen].scrollIntoView({block: 'nearest'});
    }

    function take(option) {
        const {text} = option.dataset;
        const command = commands.find(one => text === `/${one.name}`);
        input.value = command?.options.length ? `${text} ` : text;
        suggest();
        if (input.value === text && !text.endsWith(':')) open(false);
        input.focus();
    }

    input.addEventListener('input', suggest);
    input.addEventListener('blur', () => open(false));
    input.addEventListener('keydown', event => {
        if (list.hidden) {
            if (event.key === 'ArrowDown' && input.value.startsWith('/')) suggest();
            return;
        }
        const {length} = list.children;
        if (event.key === 'ArrowDown') choose((chosen + 1) % length);
        else if (event.key === 'ArrowUp') choose(chosen <= 0 ? length - 1 : chosen - 1);
        else if (event.key === 'Escape') open(false);
        else if (event.key === 'Tab' && chosen >= 0 || event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
        else return;
        event.preventDefault();
    });
    // The line keeps the focus: the list would close before it is clicked. A finger that scrolls the list clicks nothing.
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
        const option = event.target.closest('[role=option]');
        if (option) take(option);
    });
    form.addEventListener('submit', async event => {
        event.preventDefault();
        const text = input.value.trim();
        if (!text || form.dataset.busy) return;
        form.dataset.busy = 'true';
        open(false);
        const answer = await send(text, input);
        delete form.dataset.busy;
        // Who has typed on meanwhile has written something else.
        if (answer.problem || input.value.trim() !== text) return;
        input.value = '';
        input.dispatchEvent(new Event('input'));
    });
    // Until now it would have sent the form itself: the page would be loaded anew, and what was typed lost.
    form.querySelector('[type=submit]').disabled = false;
}
