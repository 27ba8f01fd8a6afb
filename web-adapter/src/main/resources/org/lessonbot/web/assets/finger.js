// Nothing moves under a finger: what comes while one is down would take the button away from it, and the press would be lost.

/** After a finger is lifted its press is told, with some browsers not at once. */
const TOLD_MS = 50;

/** @returns {function(function())} does something now, or once no finger is down, in the order in which it was asked */
export function onceLifted() {
    const waiting = [];
    let isDown = false;
    let told = null;

    function lift() {
        // Only once: a mouse that moves on says over and over that nothing is down.
        if (!isDown || told) return;
        told = setTimeout(() => {
            told = null;
            isDown = false;
            while (waiting.length > 0) waiting.shift()();
        }, TOLD_MS);
    }

    addEventListener('pointerdown', event => {
        if (!event.isPrimary || event.button !== 0) return;
        clearTimeout(told);
        told = null;
        isDown = true;
    });
    // Of a finger that leaves the page, opens a menu or drags something the page may not hear that it was lifted.
    for (const end of ['contextmenu', 'dragstart', 'blur']) addEventListener(end, lift);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, event => event.isPrimary && lift());
    addEventListener('pointermove', event => event.isPrimary && event.buttons === 0 && lift());

    return what => {
        if (isDown) waiting.push(what);
        else what();
    };
}
