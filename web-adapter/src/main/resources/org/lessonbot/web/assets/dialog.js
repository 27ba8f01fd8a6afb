// Forms in a modal dialog. The browser keeps the focus inside and gives it back; Escape closes.

/** @param {function(string, string=): string} say */
export function dialogs(say) {
    const dialog = document.getElementById('dialog');
    // Safari has had modal dialogs since 15.4; before, the form lies over the page all the same.
    const isModal = typeof dialog.showModal === 'function';
    let opener = null;
    let submit = null;

    function isOpen() {
        return dialog.hasAttribute('open');
    }

    function isFilledIn() {
        return [...dialog.querySelectorAll('input, textarea')]
            .some(field => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
    }

    function show() {
        if (isModal) dialog.showModal();
        else dialog.setAttribute('open', '');
    }

    function close() {
        if (isModal) {
            dialog.close();
            return;
        }
        dialog.removeAttribute('open');
        dialog.dispatchEvent(new Event('close'));
    }

    if (!isModal) {
        dialog.setAttribute('role', 'dialog');
        dialog.addEventListener('keydown', event => event.key === 'Escape' && close());
    }

    dialog.addEventListener('click', event => {
        if (event.target.closest('[data-close]')) close();
    });
    dialog.addEventListener('close', () => {
        const control = opener?.isConnected ? opener : document.querySelector(again(opener)) ?? document.getElementById('compose');
        control.focus();
    });
    dialog.addEventListener('submit', async event => {
        event.preventDefault();
        const form = event.target;
        const reasons = faults(form, say);
        mark(form, reasons);
        if (Object.keys(reasons).length > 0) return;
        const button = form.querySelector('[type=submit]');
        if (button.getAttribute('aria-disabled')) return;
        const answer = await submit(form.dataset.action, Object.fromEntries(new FormData(form)), button);
        if (!form.isConnected) return;
        if (!answer.reasons && !answer.problem) {
            close();
            return;
        }
        // Whoever closed it did so because it was sent.
        if (!isOpen()) show();
        if (answer.reasons) mark(form, answer.reasons);
    });

    return {
        /** Whether somebody is filling in a form. */
        isFilledIn: () => isOpen() && isFilledIn(),
        /** @param {function(string, Object, Element): Promise<Object>} send is called with action, fields and button */
        open(html, control, send) {
            // One that comes late does not take the place of another that somebody is filling in.
            if (isOpen() && isFilledIn()) return;
            opener = control;
            submit = send;
            dialog.innerHTML = html;
            if (!isOpen()) show();
            dialog.querySelector('input, textarea, select')?.focus();
        },
    };
}

/** The same control, should the message with it have been drawn anew meanwhile. */
function again(control) {
    return control?.dataset.action ? `[data-action="${CSS.escape(control.dataset.action)}"]` : '#none';
}

function faults(form, say) {
    const reasons = {};
    for (const field of form.querySelectorAll('[data-field]')) {
        const name = field.dataset.field;
        const required = field.querySelector('[required]');
        const value = String(new FormData(form).get(name) ?? '').trim();
        if (required && !value) reasons[name] = say('missing');
    }
    return reasons;
}

function mark(form, reasons) {
    let first = null;
    for (const field of form.querySelectorAll('[data-field]')) {
        const reason = reasons[field.dataset.field] ?? '';
        const error = field.querySelector('.error');
        error.textContent = reason;
        error.hidden = !reason;
        for (const input of field.querySelectorAll('input, textarea, select')) {
            if (reason) input.setAttribute('aria-invalid', 'true');
            else input.removeAttribute('aria-invalid');
            if (reason) first ??= input;
        }
    }
    first?.focus();
}
