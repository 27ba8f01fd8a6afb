// Moments as people read them. The server sends the instant; how far away it is changes while one looks.

// A language is written in many ways (18:00, 6:00 PM). The reader's own is right, if the page speaks that language.
const pageLanguage = document.documentElement.lang;
const language = navigator.languages.find(one => one.split('-')[0] === pageLanguage) ?? pageLanguage;

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

setInterval(() => {
    for (const time of document.querySelectorAll('time[data-words]')) show(time);
}, 1000);

/** Lets a time element tell how far away it is. */
export function tick(time, say) {
    time.dataset.words = JSON.stringify([say('ahead', '{0}'), say('past', '{0}')]);
    show(time);
}

function show(time) {
    const at = new Date(time.dateTime);
    const seconds = Math.round((at - Date.now()) / 1000);
    // Seen from afar, how much is left is all that is looked for; when it is over it stays so.
    if (time.dataset.left) {
        const left = clock(Math.max(0, seconds));
        if (time.textContent !== left) time.textContent = left;
        time.classList.toggle('over', seconds < 0);
        return;
    }
    const [ahead, past] = JSON.parse(time.dataset.words);
    const away = Math.abs(seconds) < HOUR_S ? (seconds >= 0 ? ahead : past).replace('{0}', clock(Math.abs(seconds))) : far(at, seconds);
    const text = `${on(at)} · ${away.replaceAll(' ', '\u00a0')}`;
    if (time.textContent !== text) time.textContent = text;
    time.title = at.toLocaleString(language);
    time.classList.toggle('over', seconds < 0);
}

/** The time, with the day where it is another one. */
function on(at) {
    const time = {hour: 'numeric', minute: '2-digit'};
    const isToday = at.toDateString() === new Date().toDateString();
    if (isToday) return at.toLocaleTimeString(language, time);
    const isThisYear = at.getFullYear() === new Date().getFullYear();
    const date = {weekday: 'long', day: 'numeric', month: 'long', ...isThisYear ? {} : {year: 'numeric'}};
    return `${at.toLocaleDateString(language, date)}, ${at.toLocaleTimeString(language, time)}`;
}

function clock(seconds) {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** By the calendar, as people count: what comes after two nights is in two days. */
function far(at, seconds) {
    const relative = new Intl.RelativeTimeFormat(language, {numeric: 'auto'});
    return Math.abs(seconds) < DAY_S
        ? relative.format(Math.round(seconds / HOUR_S), 'hour')
        : relative.format(Math.round((midnight(at) - midnight(new Date())) / DAY_S / 1000), 'day');
}

function midnight(at) {
    return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}
