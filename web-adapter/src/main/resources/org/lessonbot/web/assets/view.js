// What is seen of the messages: the log scrolls, or, where the window is so low that only a few lines fit (classroom.css), the page
// does, with the log, the line below it and then the console on it.

/** @param {Element} log */
export function viewOf(log) {
    const page = document.scrollingElement;
    const line = document.getElementById('composer');

    function isPage() {
        return getComputedStyle(log).overflowY === 'visible';
    }

    function scroller() {
        return isPage() ? page : log;
    }

    /** How many pixels of the log are below; less than none where it is the console that is seen. */
    function below() {
        return isPage()
            ? log.getBoundingClientRect().bottom + line.offsetHeight - innerHeight
            : log.scrollHeight - log.scrollTop - log.clientHeight;
    }

    return {
        below,
        scrolled: () => scroller().scrollTop,
        top: () => isPage() ? 0 : log.getBoundingClientRect().top,
        bottom: () => isPage() ? line.getBoundingClientRect().top : log.getBoundingClientRect().bottom,
        height: () => isPage() ? innerHeight - line.offsetHeight : log.clientHeight,
        toEnd: () => scroller().scrollTo({top: scroller().scrollTop + below()}),
        onScroll(what) {
            log.addEventListener('scroll', what);
            addEventListener('scroll', what);
        },
    };
}
