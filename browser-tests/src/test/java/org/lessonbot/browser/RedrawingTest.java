package org.lessonbot.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page does with what it is sent, in whatever order that comes. */
class RedrawingTest {
    private final School school = new School(0);

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void whatIsChosenInAListStaysChosenWhenTheListIsDrawnAnew() {
        assertEquals("b,b", shown("""
                const list = (version, ...values) => show({number: 1, version, place: 1, where: 'room',
                    html: `<form class="picker" data-action="pick"><select>${values.map(value =>
                        `<option value="${value}" data-key="${value}">${value}</option>`).join('')}</select></form>`});
                list(1, '', 'a', 'b', 'c');
                const select = room.querySelector('select');
                select.value = 'b';
                list(2, '', 'z', 'a', 'b', 'c');
                const longer = select.value;
                list(3, '', 'b', 'c');
                return [longer, select.value].join();
                """));
    }

    @Test
    void whatWasTakenAwayStaysAwayWhenAnEarlierStateOfItComesLate() {
        assertEquals("5,,,7", shown("""
                const at = version => {
                    show({number: 1, version, place: 1, where: 'room', html: version === 6 ? '' : `<p>${version}</p>`});
                    return room.textContent;
                };
                return [at(5), at(6), at(5), at(7)].join();
                """));
    }

    /** Whether the stream or the reply comes first is chance, so what the page does with a reply is asked of it alone. */
    @Test
    void whatIsPressedInAnAnswerOfTheConsoleIsAnsweredInItsPlace() {
        assertEquals("asked", shown("""
                const list = '<p>list</p><form class="picker"><button>Choose</button></form>';
                show({number: 1, version: 1, place: 1, where: 'console', html: '<div class="buttons"><button>List</button></div>'});
                const answer = {number: 2, version: 1, place: 2, where: 'own', under: 1, html: list};
                show(answer, consoles.querySelector('.buttons button'));
                show({...answer, version: 2, html: '<p>asked</p>'}, consoles.querySelector('.picker button'));
                return consoles.querySelector('.buttons + .for-own .body').textContent;
                """));
    }

    /** A post that changes is shown from its beginning, and may be longer than the page. */
    @Test
    void whatStandsAloneBelowALongPostThatChangesIsPointedAt() {
        assertEquals("false,false,true", shown("""
                log.id = 'log';
                log.style.cssText = 'height: 100px; flex: none; overflow: auto';
                newest.hidden = true;
                ready();
                const post = (version, text) => show({number: 1, version, place: 1, where: 'room', under: 0,
                    html: `<p style="height: 500px">${text}</p>`});
                const pointedAt = [];
                post(1, 'before');
                pointedAt.push(!newest.hidden);
                show({number: 2, version: 1, place: 2, where: 'own', under: 0, html: '<p>news</p>'});
                pointedAt.push(!newest.hidden);
                post(2, 'after');
                pointedAt.push(!newest.hidden);
                return pointedAt.join();
                """));
    }

    @Test
    void whatComesWhileAMouseMovesOnAfterAPressIsShown() {
        assertEquals("shown", run("finger.js", """
                const still = parts.onceLifted();
                dispatchEvent(new PointerEvent('pointerdown', {isPrimary: true, button: 0, buttons: 1}));
                dispatchEvent(new PointerEvent('pointerup', {isPrimary: true}));
                let said = 'never shown';
                still(() => { said = 'shown'; });
                for (let i = 0; i < 400 && said !== 'shown'; i++) {
                    await new Promise(soon => setTimeout(soon));
                    dispatchEvent(new PointerEvent('pointermove', {isPrimary: true, buttons: 0}));
                }
                return said;
                """));
    }

    /** What a script returns that shows messages in a room of its own. */
    private Object shown(String script) {
        return run("messages.js", """
                const part = () => document.body.appendChild(document.createElement('div'));
                const [log, room, consoles, announcer, newest] = [part(), part(), part(), part(), part()];
                log.append(room);
                const {show, ready} = parts.messages(key => key, {log, room, consoles, announcer, newest});
                """ + script);
    }

    private Object run(String module, String script) {
        return school.teacher().page().evaluate("""
                async module => {
                    const names = performance.getEntriesByType('resource').map(entry => entry.name);
                    const parts = await import(names.find(name => name.endsWith(`/${module}`)));
                    %s
                }
                """.formatted(script), module);
    }
}
