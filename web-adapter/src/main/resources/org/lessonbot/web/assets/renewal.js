// The teachers' link, which whoever leads can have replaced when it came into wrong hands.

/** @param {function(string): string} say */
export function renewal(say) {
    const {path, token} = document.body.dataset;
    const form = document.getElementById('renewal');
    if (!form) return;
    form.addEventListener('submit', async event => {
        event.preventDefault();
        const line = form.querySelector('[role=status]');
        const response = await fetch(`${path}/renew`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'X-Page-Token': token},
            body: '{}',
        }).catch(() => null);
        const answer = await response?.json().catch(() => null);
        if (!answer?.link) {
            // It may have been replaced all the same.
            line.textContent = answer?.problem ?? say('renew-unheard');
            return;
        }
        const link = document.createElement('a');
        link.href = link.textContent = answer.link;
        line.replaceChildren(answer.text, ' ', link);
    });
    form.querySelector('[type=submit]').disabled = false;
}
