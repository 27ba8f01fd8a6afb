// Makes a drawn part equal to a newer drawing and touches only what differs, so that what somebody has focused, opened,
// ticked or scrolled stays as it is.

/** @param {Element} to is used up */
export function morph(from, to) {
    if (from.isEqualNode(to)) return;
    for (const {name} of [...from.attributes]) {
        if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
    }
    for (const {name, value} of to.attributes) {
        if (from.getAttribute(name) !== value && name !== 'open') from.setAttribute(name, value);
    }
    morphChildren(from, to);
}

export function morphChildren(from, to) {
    const active = document.activeElement;
    const held = from.contains(active) ? active : null;
    const keyed = new Map([...from.children].filter(key).map(child => [key(child), child]));
    let here = skipOurs(from.firstChild);
    for (const wanted of [...to.childNodes]) {
        const match = keyed.get(key(wanted)) ?? (here && same(here, wanted) ? here : null);
        if (!match) {
            from.insertBefore(wanted, here);
            continue;
        }
        keyed.delete(key(wanted));
        if (match === here) here = skipOurs(here.nextSibling);
        else from.insertBefore(match, here);
        if (match.nodeType === Node.ELEMENT_NODE) morph(match, wanted);
        else if (match.data !== wanted.data) match.data = wanted.data;
    }
    while (here) {
        const next = skipOurs(here.nextSibling);
        here.remove();
        here = next;
    }
    // An element that is moved loses the focus.
    if (held && held.isConnected && document.activeElement !== held) held.focus({preventScroll: true});
}

/** What the page itself put there, marked data-ours, is in no drawing and stays. */
function skipOurs(node) {
    while (node?.dataset?.ours) node = node.nextSibling;
    return node;
}

function key(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.dataset.key ?? node.dataset.action ?? null : null;
}

function same(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName && !key(a) && !key(b);
}
