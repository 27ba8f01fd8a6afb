// Not a module and in old words, so that it runs where the others cannot: it says that this page is broken, or that the
// browser is too old. What is broken stands in the browser's console too.
(function () {
    var said = false;

    function say(id) {
        var line = document.getElementById(id);
        if (said || !line) return;
        said = true;
        line.hidden = false;
    }

    addEventListener('error', function (event) {
        // A script that did not come; or a mistake. What has no error is another site's, or a mere notice.
        if (event.target && event.target.tagName === 'SCRIPT') say('broken');
        else if (event.error) say(event.error.name === 'SyntaxError' && !document.body.dataset.runs ? 'too-old' : 'broken');
    }, true);
    addEventListener('unhandledrejection', function () {
        say('broken');
    });
    // A browser that knows no modules passes them over in silence.
    addEventListener('load', function () {
        if (!document.body.dataset.runs) say('too-old');
    });
})();
