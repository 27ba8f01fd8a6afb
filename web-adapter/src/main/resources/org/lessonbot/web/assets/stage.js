// What the projector shows of a post: where the class is on top, and below it as much as fits, page by page. Nothing has to be scrolled
// for; a presenter's clicker turns the pages, as do the keys and the buttons.

import {tick} from './clock.js';
import {morphChildren} from './morph.js';

const FORTH = ['PageDown', 'ArrowRight'];
const BACK = ['PageUp', 'ArrowLeft'];

/** @param {function(string, string=): string} say */
export function stage(say) {
    const all = document.getElementById('stage');
    const place = document.getElementById('place');
    const slides = document.getElementById('slides');
    const progress = document.getElementById('progress');
    const pager = document.getElementById('pager');
    const [back, forth] = pager.querySelectorAll('button');
    const count = pager.querySelector('output');

    function gap() {
        return parseFloat(getComputedStyle(slides).columnGap) || 0;
    }

    /** From the left end of one page to that of the next. */
    function stride() {
        return slides.clientWidth + gap();
    }

    /** The last page is as wide as the others: else one could scroll but half a page to it, and would see half of the page before again. */
    function fill() {
        slides.classList.remove('odd');
        const each = parseInt(getComputedStyle(slides).columnCount, 10) || 1;
        const all = Math.round((slides.scrollWidth + gap()) * each / stride());
        slides.classList.toggle('odd', all % each > 0);
    }

    function pages() {
        return Math.max(1, Math.ceil((slides.scrollWidth - slides.clientWidth) / stride() - 0.05) + 1);
    }

    function page() {
        return Math.round(slides.scrollLeft / stride());
    }

    function turn(to) {
        slides.scrollLeft = Math.min(Math.max(to, 0), pages() - 1) * stride();
        tell();
    }

    function tell() {
        const of = pages();
        const at = Math.min(page(), of - 1);
        pager.hidden = of === 1;
        count.textContent = `${at + 1} / ${of}`;
        back.disabled = at === 0;
        forth.disabled = at === of - 1;
    }

    function stay() {
        const at = page();
        fill();
        turn(at);
    }

    back.addEventListener('click', () => turn(page() - 1));
    forth.addEventListener('click', () => turn(page() + 1));
    slides.addEventListener('scroll', tell);
    slides.addEventListener('toggle', stay, true);
    new ResizeObserver(stay).observe(slides);
    addEventListener('keydown', event => {
        const by = FORTH.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
        if (by === 0 || pages() === 1 || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        turn(page() + by);
    });

    /** What is seen on every page, taken out of the rest. */
    function apart(from, which) {
        const part = document.createElement('div');
        part.append(...from.querySelectorAll(which));
        return part;
    }

    return {
        /** Shows a post, or the same one as it is now. */
        show(number, html) {
            const fresh = document.createElement('div');
            fresh.innerHTML = html;
            for (const time of fresh.querySelectorAll('time')) tick(time, say);
            const where = apart(fresh, '.place');
            const done = apart(fresh, '.progress');
            morphChildren(progress, done);
            if (all.dataset.number === String(number)) {
                morphChildren(place, where);
                morphChildren(slides, fresh);
                stay();
                return;
            }
            all.dataset.number = number;
            place.replaceChildren(...where.childNodes);
            slides.replaceChildren(...fresh.childNodes);
            scrollTo(0, 0);
            fill();
            turn(0);
        },
    };
}
