// Who presses one button after another by the keys is not thrown back to the top of the page because each was drawn for one moment.

/**
 * Draws something anew. Should what has the focus be gone then, the button that has taken its place gets it: one that does the same,
 * or, among as many as before, the one that stands and looks like it.
 *
 * @param {Element} body
 * @param {function()} draw
 * @param {function()} otherwise gives the focus to something else where there is no such button
 */
export function keepFocus(body, draw, otherwise) {
    const held = document.activeElement;
    if (!body.contains(held)) {
        draw();
        return;
    }
    const group = held.closest('.buttons');
    const count = group?.childElementCount;
    const place = group ? [...group.children].indexOf(held) : -1;
    const rank = alike(body, held).indexOf(held);
    draw();
    if (held.isConnected && !held.disabled) return;
    const other = group?.isConnected && group.childElementCount === count ? group.children[place] : null;
    const heir = alike(body, held)[rank] ?? (other?.className === held.className ? other : null);
    if (heir && !heir.disabled) heir.focus({preventScroll: true});
    else otherwise();
}

/** The buttons that do the same as one, each for something else or at another moment. */
function alike(body, button) {
    return [...body.querySelectorAll('button[data-action]')].filter(one => verb(one) === verb(button));
}

/** The fourth part of an action's id. */
function verb(button) {
    return button.dataset.action?.split('/')[3];
}
