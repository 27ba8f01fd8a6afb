// Keeps one stream of events open for as long as the page is. The browser comes back by itself after a dropped
// connection and says how far it got; only where it gives up (the server refused it) do we try again here.

const FIRST_WAIT_MS = 1500;
const LONGEST_WAIT_MS = 15000;
// The server beats every 12 seconds. A connection that is silent for longer is dead, as after a laptop slept.
const SILENCE_MS = 30000;

/**
 * @param {string} path of the page
 * @param {{item: function(Object), ready: function(), state: function(boolean)}} on
 */
export function follow(path, on) {
    let last = '';
    let wait = FIRST_WAIT_MS;
    let source;
    let timer;

    function open() {
        clearTimeout(timer);
        source?.close();
        source = new EventSource(`${path}/feed?after=${encodeURIComponent(last)}`);
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
        source.addEventListener('error', () => {
            on.state(false);
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
        on.state(true);
        later(SILENCE_MS);
    }

    addEventListener('online', open);
    addEventListener('offline', () => on.state(false));
    addEventListener('pageshow', event => event.persisted && open());
    addEventListener('pagehide', () => source.close());
    open();
}

/** The words that the server put into the page; {0} is filled here. */
export function words() {
    const said = JSON.parse(document.getElementById('words').textContent);
    return (key, argument = '') => said[key].replace('{0}', argument);
}

/** Shows whether we hear the server. */
export function stateIn(element, say) {
    return live => {
        element.dataset.live = live;
        const text = say(live ? 'live' : 'offline');
        if (element.textContent !== text) element.textContent = text;
    };
}
