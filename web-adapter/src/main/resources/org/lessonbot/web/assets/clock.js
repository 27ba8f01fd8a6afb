// Moments as people read them. The server sends the instant; how far away it is changes while one looks.

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
    const [ahead, past] = JSON.parse(time.dataset.words);
    const away = Math.abs(seconds) < HOUR_S ? (seconds >= 0 ? ahead : past).replace('{0}', clock(Math.abs(seconds))) : far(seconds);
    const text = `${on(at)} (${away})`;
    if (time.textContent !== text) time.textContent = text;
    time.title = at.toLocaleString(document.documentElement.lang);
    time.classList.toggle('over', seconds < 0);
}

/** The time, with the day where it is another one. */
function on(at) {
    const time = {hour: 'numeric', minute: '2-digit'};
    const isToday = at.toDateString() === new Date().toDateString();
    const language = document.documentElement.lang;
    return isToday ? at.toLocaleTimeString(language, time) : at.toLocaleString(language, {...time, day: 'numeric', month: 'short'});
}

function clock(seconds) {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function far(seconds) {
    const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, {numeric: 'auto'});
    return Math.abs(seconds) < DAY_S
        ? relative.format(Math.round(seconds / HOUR_S), 'hour')
        : relative.format(Math.round(seconds / DAY_S), 'day');
}
