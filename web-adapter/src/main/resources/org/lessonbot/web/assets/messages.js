// The messages of a room in their order: what everybody sees, what only I see under what it is about, the console.

import {keepFocus} from './focus.js';
import {morphChildren} from './morph.js';
import {tick} from './clock.js';
import {viewOf} from './view.js';

const NEAR_PX = 80;
const SAME_PX = 2;
const SPOKEN = 200;
const LINES = 5;

/**
 * @param {function(string, string=): string} say
 * @param {{log: Element, room: Element, consoles: ?Element, announcer: Element, newest: Element}} parts
 */
export function messages(say, parts) {
    const view = viewOf(parts.log);
    const shown = new Map();
    /** The buttons that a whisper came from, by its number. */
    const besides = new Map();
    /** The versions in which messages were taken away, by number: an answer that comes late may bring what they were before. */
    const gone = new Map();
    let following = true;
    let latest = null;
    let ready = false;
    let placedAt = 0;

    // Our own scrolling is told here too, and later. A person has scrolled where the view is not where we put it.
    view.onScroll(() => {
        const isAsPlaced = Math.abs(view.scrolled() - placedAt) < SAME_PX || isAtBeginning();
        following = following && isAsPlaced || isAtEnd();
        if (isAtEnd()) parts.newest.hidden = true;
    });
    parts.newest.addEventListener('click', () => {
        following = true;
        toEnd();
    });
    new ResizeObserver(() => following && showLatest()).observe(parts.log);

    function isAtEnd() {
        const below = view.below();
        return Math.abs(below) < NEAR_PX || below < 0 && view.scrolled() === 0;
    }

    /** As when the browser moved the view because something grew above it. */
    function isAtBeginning() {
        return isTall() && Math.abs(latest.getBoundingClientRect().top - view.top()) < NEAR_PX;
    }

    function isSeen(element) {
        const box = element.getBoundingClientRect();
        return box.top < view.bottom() && box.bottom > view.top();
    }

    /** Scrolls by ourselves, which is not the person's wish to stop following. */
    function place(scroll) {
        scroll();
        placedAt = view.scrolled();
    }

    function toEnd() {
        place(view.toEnd);
        parts.newest.hidden = true;
    }

    /** A message that does not fit is shown from its beginning. */
    function showLatest() {
        if (isTall()) place(() => latest.scrollIntoView({block: 'start'}));
        else toEnd();
    }

    function isTall() {
        return latest?.isConnected && latest.offsetHeight > view.height();
    }

    function showChange(item, element) {
        if (element.closest('#log') === null) return;
        if (!following) {
            if (!isSeen(element)) parts.newest.hidden = false;
            return;
        }
        // What is said to me alone stands below its post, and must not carry me away from what I read there.
        if (item.under && isTall()) return;
        if (ready && !item.under) latest = element;
        showLatest();
        const last = parts.room.lastElementChild;
        if (isTall() && last !== element && !last.dataset.under && !isSeen(last)) parts.newest.hidden = false;
    }

    function create(item) {
        const element = document.createElement('article');
        element.className = `message for-${item.where}`;
        element.id = `item-${item.number}`;
        element.dataset.number = item.number;
        element.dataset.place = item.place;
        element.dataset.ours = 'true';
        if (item.view) element.classList.add('view');
        if (item.where === 'own') {
            const mark = document.createElement('p');
            mark.className = 'mark';
            mark.textContent = say('only-you');
            element.append(mark);
        }
        const body = document.createElement('div');
        body.className = 'body';
        element.append(body);
        return element;
    }

    /** Where it belongs: a whisper right under what it is about, everything else by its place. */
    function insert(element, item) {
        const home = item.where === 'console' && parts.consoles ? parts.consoles : parts.room;
        element.dataset.place = item.place;
        const about = shown.get(item.under)?.element;
        if (item.where === 'own' && about) {
            putUnder(about, element, item);
            return;
        }
        let next = null;
        for (let other = home.lastElementChild; other; other = other.previousElementSibling) {
            if (other.dataset.under) continue;
            if (Number(other.dataset.place) < item.place) break;
            next = other;
        }
        if (element.parentNode !== home || element.nextElementSibling !== next) home.insertBefore(element, next);
        if (home === parts.consoles) showNewestConsole();
    }

    /** The console of the lesson that is on; those of earlier ones are history. */
    function showNewestConsole() {
        const all = [...parts.consoles.querySelectorAll(':scope > .for-console')];
        const newest = all[all.length - 1];
        for (const message of parts.consoles.children) {
            message.hidden = Boolean(newest && newest.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_PRECEDING);
        }
    }

    /** In the row that it answers, unseen while that is not shown; in a console, longer than a page, under the buttons it came from. */
    function putUnder(post, element, item) {
        const rows = [...post.querySelectorAll('.row[data-key]')];
        const row = rows.find(one => one.dataset.key === item.cause);
        const buttons = besides.get(item.number);
        element.classList.toggle('in-row', item.inRow);
        if (row) row.append(element);
        else if (item.inRow) element.remove();
        else if (buttons && post.contains(buttons) && !element.contains(buttons)) buttons.after(element);
        else post.after(element);
    }

    /** What stands under a message. Nothing does under what is said once: it has no number, as whatever stands by itself is under none. */
    function under(number) {
        return number > 0 ? [...shown.values()].filter(({item}) => item.under === number) : [];
    }

    function remove({number, version}) {
        shown.get(number)?.element.remove();
        shown.delete(number);
        gone.set(number, version);
    }

    /** Marks in a post the button that my whisper about it answers. */
    function markChosen(number) {
        const post = shown.get(number)?.element;
        if (!post) return;
        const mine = under(number).find(({item}) => item.number > 0 && !item.inRow);
        const choices = [...post.querySelectorAll('[aria-pressed]')];
        // Whoever asks what they chose, or says why, has not chosen anew.
        if (mine && !choices.some(button => button.dataset.action === mine.item.cause)) return;
        for (const button of choices) {
            button.setAttribute('aria-pressed', String(button.dataset.action === mine?.item.cause));
        }
    }

    function draw(element, item) {
        const body = element.querySelector(':scope > .body');
        const before = gist(body);
        const fresh = document.createElement('div');
        fresh.innerHTML = item.html;
        const old = body.querySelector('[aria-pressed="true"]')?.dataset.action;
        for (const button of fresh.querySelectorAll('[aria-pressed]')) {
            if (button.dataset.action === old) button.setAttribute('aria-pressed', 'true');
        }
        for (const time of fresh.querySelectorAll('time')) tick(time, say);
        keepFocus(body, () => morphChildren(body, fresh), () => focus(element));
        return before !== gist(body);
    }

    /** The keys go on from there, and the reading voice says what it is. */
    function focus(element) {
        const title = element.querySelector('h3') ?? element.querySelector('.mark');
        element.tabIndex = -1;
        if (title) element.setAttribute('aria-label', title.textContent);
        element.focus({preventScroll: true});
    }

    /** Says aloud what is new; a count that went up is not. */
    function announce(item, element) {
        const text = gist(element.querySelector(':scope > .body'));
        const spoken = text.length > SPOKEN ? text.slice(0, SPOKEN) + '…' : text;
        read(item.where === 'own' ? `${say('only-you')} ${spoken}` : spoken);
    }

    function announceStep(step, before) {
        if (step && step !== before) read(step);
    }

    function read(text) {
        if (!ready) return;
        // One line each: what comes together is all read, and not only the last of it.
        const line = document.createElement('p');
        line.textContent = text;
        parts.announcer.append(line);
        while (parts.announcer.childElementCount > LINES) parts.announcer.firstElementChild.remove();
    }

    return {
        /**
         * Shows an item as it is now, unless a newer version of it is shown already.
         *
         * @param {?Element} control which it answers
         */
        show(item, control = null) {
            const there = shown.get(item.number);
            const own = there?.element.contains(control);
            const buttons = item.under && !item.inRow && !own ? control?.closest('.for-console .buttons, .for-console .picker') : null;
            if (buttons) besides.set(item.number, buttons);
            if (item.number > 0 && (there?.item.version ?? gone.get(item.number)) >= item.version) {
                if (there && buttons) insert(there.element, there.item);
                return there?.element ?? null;
            }
            if (!item.html) {
                remove(item);
                return null;
            }
            const element = there?.element ?? create(item);
            if (item.under) element.dataset.under = item.under;
            const moved = !there || there.item.place !== item.place || there.item.under !== item.under || Boolean(buttons);
            shown.set(item.number, {item, element});
            if (moved) insert(element, item);
            const step = stepOf(element);
            const changed = draw(element, item);
            for (const whisper of under(item.number)) {
                if (!there || whisper.item.inRow || besides.has(whisper.item.number)) putUnder(element, whisper.element, whisper.item);
            }
            markChosen(item.under || item.number);
            if (changed || moved) {
                if (item.where !== 'console') announce(item, element);
                else announceStep(stepOf(element), step);
                showChange(item, element);
            }
            return element;
        },
        /** Takes away what was said once of a message: something else was answered there since. */
        forgetSaidOnce(number) {
            const once = shown.get(0);
            if (number > 0 && once?.item.under === number) remove(once.item);
        },
        /** All that was there when the page was opened is shown. */
        ready() {
            if (ready) return;
            ready = true;
            parts.log.setAttribute('aria-busy', 'false');
            const newest = parts.room.querySelector(':scope > :last-child');
            if (newest?.matches('.view')) latest = newest;
            showLatest();
        },
        /** Brings what somebody has just caused into view. */
        reveal(element) {
            place(() => element.scrollIntoView({block: 'nearest'}));
            // What is said beside the console says nothing of where somebody is in the room.
            if (element.closest('#log')) following = isAtEnd();
        },
        /** Leads to what somebody is at in a club: from its beginning, and the keys and the reading voice go there too. */
        lead(element) {
            latest = element;
            following = true;
            place(() => element.scrollIntoView({block: 'start'}));
            focus(element);
        },
    };
}

/** Where a console says that the lesson is: of all that changes there, what is new to whoever cannot see it. */
function stepOf(console) {
    return [...console.querySelector('.labelled')?.children ?? []].map(line => line.textContent).join(': ');
}

/** The text of a message without what changes with every answer. */
function gist(body) {
    const copy = body.cloneNode(true);
    for (const picture of copy.querySelectorAll('svg[role=img]')) picture.replaceWith(picture.getAttribute('aria-label') + '\n');
    for (const part of copy.querySelectorAll('.progress, .message, button, form, time, .result details, .visually-hidden')) part.remove();
    for (const block of copy.querySelectorAll('p, h3, li, tr, figcaption, caption')) block.append('\n');
    return copy.textContent.replace(/\s+/g, ' ').trim();
}
