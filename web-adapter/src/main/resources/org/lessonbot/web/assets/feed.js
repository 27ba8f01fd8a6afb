// Keeps one stream of events open for as long as the page is. The browser comes back by itself after a dropped
// connection and says how far it got; only where it gives up (the server refused it) do we try again here.

const FIRST_WAIT_MS = 1500;
const LONGEST_WAIT_MS = 15000;
// The server beats every 15 seconds. A connection that is silent for longer is dead, as after a laptop slept.
const SILENCE_MS = 30000;

/**
 * @param {string} path of the page
 * @param {{item: function(Object), ready: function(), here: function(Object), state: function(string, string=)}} on
 *     here: who is in the room; state: live, offline, elsewhere where other tabs took this one's place, or refused, with the words that
 *     say why
 */
export function follow(path, on) {
    // By it the server knows which of a person's pages was closed. One that sleeps takes no leave.
    const page = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
    let last = '';
    let wait = FIRST_WAIT_MS;
    let isOver = false;
    let source;
    let timer;

    function open() {
        clearTimeout(timer);
        source?.close();
        isOver = false;
        source = new EventSource(`${path}/feed?page=${page}&after=${encodeURIComponent(last)}`);
        source.addEventListener('open', () => {
            wait = FIRST_WAIT_MS;
            alive();
        });
        source.addEventListener('item', event => {
            last = event.lastEventId;
            alive();
            on.item(JSON.parse(event.data));
        });
        source.addEventListener('beat', alive);
        source.addEventListener('ready', () => on.ready());
        source.addEventListener('here', event => on.here(JSON.parse(event.data)));
        source.addEventListener('over', () => {
            isOver = true;
            clearTimeout(timer);
            source.close();
            on.state('elsewhere');
        });
        // Nothing changes that by itself, so it is not tried again.
        source.addEventListener('refused', event => {
            clearTimeout(timer);
            source.close();
            on.state('refused', JSON.parse(event.data).problem);
        });
        source.addEventListener('error', () => {
            on.state('offline');
            if (source.readyState === EventSource.CLOSED) {
                later(wait);
                wait = Math.min(LONGEST_WAIT_MS, wait * 2);
            }
        });
    }

    function later(delay) {
        clearTimeout(timer);
        timer = setTimeout(open, delay);
    }

    function alive() {
        on.state('live');
        later(SILENCE_MS);
    }

    addEventListener('online', open);
    addEventListener('offline', () => on.state('offline'));
    addEventListener('pageshow', event => event.persisted && open());
    addEventListener('pagehide', () => {
        source.close();
        if (document.body.dataset.token) navigator.sendBeacon(`${path}/bye`, page);
    });
    // Whoever comes back to a tab that gave way means to use it.
    addEventListener('focus', () => isOver && open());
    document.addEventListener('visibilitychange', () => isOver && document.visibilityState === 'visible' && open());
    open();
}

/** The words that the server put into the page; {0} is filled here. */
export function words() {
    const said = JSON.parse(document.getElementById('words').textContent);
    return (key, argument = '') => said[key].replace('{0}', argument);
}

/** Shows whether we hear the server. */
export function stateIn(element, say) {
    const {entrance} = document.body.dataset;
    const way = document.createElement('a');
    way.href = entrance ?? '';
    return (state, problem = say(state)) => {
        element.dataset.live = state === 'live';
        element.parentElement.dataset.live = state === 'live';
        if (state !== 'refused' && element.textContent === problem) return;
        element.replaceChildren(problem);
        if (state !== 'refused' || !entrance) return;
        way.textContent = say('entrance');
        element.append(' ', way);
    };
}

/** Tells health.js that this browser runs what it was sent. */
export function runs() {
    document.body.dataset.runs = 'true';
}
