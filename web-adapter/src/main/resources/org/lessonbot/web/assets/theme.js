// Not a module: the theme is set before the page is first drawn, so that nothing flashes.
(() => {
    const stored = localStorage.getItem('theme');
    if (stored) document.documentElement.dataset.theme = stored;

    const isDark = () => {
        const chosen = document.documentElement.dataset.theme;
        return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    };

    addEventListener('DOMContentLoaded', () => {
        const toggle = document.getElementById('theme');
        if (!toggle) return;
        const show = () => toggle.setAttribute('aria-pressed', String(isDark()));
        toggle.addEventListener('click', () => {
            const theme = isDark() ? 'light' : 'dark';
            document.documentElement.dataset.theme = theme;
            localStorage.setItem('theme', theme);
            show();
        });
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
        show();
    });
})();
