package org.lessonbot.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Room;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Seen;
import org.lessonbot.tck.Sheet;
import org.lessonbot.tck.Someone;

/** A room of the browser classroom: everybody has a browser, with the room's page open in it. */
final class WebClassroom implements Classroom {
    private static final int UNAVAILABLE = 503;

    private final WebSchool school;
    private final String room;
    private final Map<Someone, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, ShownForm> forms = new ConcurrentHashMap<>();
    private final Map<String, String> values = new ConcurrentHashMap<>();

    WebClassroom(WebSchool school, String name) {
        this.school = school;
        this.room = school.instance(0).openRoom(name);
    }

    /** Somebody's browser and page. */
    private static final class Visitor {
        private final Browser browser;
        private final LivePage page;
        private volatile Map<String, Object> last = Map.of();

        Visitor(Browser browser, LivePage page) {
            this.browser = browser;
            this.page = page;
        }
    }

    @Override
    public Room room() {
        return new Room("web", room);
    }

    private Visitor visitor(Someone who) {
        return visitors.computeIfAbsent(who, this::enter);
    }

    private Visitor enter(Someone who) {
        WebAdapter web = school.instance(who.key().hashCode());
        Browser browser = new Browser(web.address());
        try {
            HttpResponse<String> page =
                    who.leads() ? browser.open(web.teacherLink(room)) : browser.enter(web.joinCode(room), who.name());
            if (browser.page().isEmpty()) {
                throw new AssertionError(who + " did not come in: " + page.statusCode() + " " + page.body());
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return new Visitor(browser, new LivePage(browser, web.address().resolve(browser.page() + "/feed")));
    }

    @Override
    public void otherDevice(Someone who) {
        WebAdapter web = school.instance(who.key().hashCode());
        Browser browser = new Browser(web.address());
        try {
            String told = visitor(Someone.TEACHER).browser.wayBack(school.student(room, who.name()));
            browser.comeBack(
                    web.joinCode(room), Browser.JSON.readTree(told).path("code").asText());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        visitor(who).page.close();
        visitors.put(
                who, new Visitor(browser, new LivePage(browser, web.address().resolve(browser.page() + "/feed"))));
    }

    @Override
    public Seen command(Someone who, String name, Map<String, String> options) {
        return options.containsKey("person")
                ? act(who, Map.of("kind", "command", "text", typed(name, options), "from", 0))
                : act(who, Map.of("kind", "command", "text", name, "fields", options, "from", 0));
    }

    /** A command that names a person is typed with the name that the room shows. */
    private String typed(String command, Map<String, String> options) {
        StringBuilder line = new StringBuilder("/" + command);
        options.forEach((option, value) -> line.append(' ')
                .append(option)
                .append(":\"")
                .append(option.equals("person") ? shown(value) : value)
                .append('"'));
        return line.toString();
    }

    private String shown(String key) {
        return visitors.keySet().stream()
                .filter(someone -> someone.key().equals(key))
                .map(Someone::name)
                .findFirst()
                .orElse(key);
    }

    @Override
    public Seen press(Someone who, Card card, Card.Button button) {
        return act(who, Map.of("kind", "press", "action", button.id(), "from", Long.parseLong(card.id())));
    }

    @Override
    public Seen forge(Someone who, Action action) {
        return act(who, Map.of("kind", "press", "action", action.id(), "from", 0));
    }

    @Override
    public Seen pick(Someone who, Card card, Card.Picker picker, List<String> labels) {
        List<String> picked = labels.stream()
                .map(label -> values.getOrDefault(ShownCard.key(picker.id(), label), label))
                .toList();
        return act(
                who,
                Map.of("kind", "pick", "action", picker.id(), "values", picked, "from", Long.parseLong(card.id())));
    }

    @Override
    public Seen submit(Someone who, Sheet sheet, Map<String, String> filled) {
        ShownForm form = Optional.ofNullable(forms.get(sheet.id())).orElseThrow();
        return act(who, Map.of("kind", "submit", "action", form.action(), "fields", form.filled(filled), "from", 0));
    }

    @Override
    public Seen redeliver(Someone who) {
        return send(who, visitor(who).last);
    }

    private Seen act(Someone who, Map<String, Object> act) {
        Visitor visitor = visitor(who);
        visitor.last = Browser.withId(act);
        return send(who, visitor.last);
    }

    private Seen send(Someone who, Map<String, Object> act) {
        try {
            HttpResponse<String> response = visitor(who).browser.post(act);
            if (response.statusCode() >= 400 && response.statusCode() != UNAVAILABLE) {
                school.complain(response.statusCode() + " for " + act);
            }
            return seen(who, act, Browser.JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Seen seen(Someone who, Map<String, Object> act, JsonNode answer) {
        if (answer.has("problem")) {
            String problem = answer.path("problem").asText();
            return Seen.whisper(new Card("0", problem, List.of(), List.of(), List.of(), problem));
        }
        return switch (answer.path("outcome").asText()) {
            case "whisper" -> {
                // What is said once is kept nowhere, and has no number.
                if (answer.path("item").path("number").asLong() > 0) {
                    visitor(who).page.show(answer.path("item"));
                }
                yield Seen.whisper(card(answer.path("item")));
            }
            case "console" -> Seen.whisper(card(visitor(who).page.await("console")));
            case "form" -> {
                String html = answer.path("form").asText();
                ShownForm form = new ShownForm(html);
                forms.put(form.action(), form);
                yield Seen.form(form.sheet(html));
            }
            case "fix" -> {
                Map<String, String> reasons = new HashMap<>();
                answer.path("reasons")
                        .fields()
                        .forEachRemaining(reason ->
                                reasons.put(reason.getKey(), reason.getValue().asText()));
                yield Seen.faults(Optional.ofNullable(forms.get(String.valueOf(act.get("action"))))
                        .orElseThrow()
                        .byLabel(reasons));
            }
            default -> Seen.NOTHING;
        };
    }

    @Override
    public void delete(Card post) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Card> posts() {
        return cards(Someone.TEACHER, "room");
    }

    @Override
    public Optional<Card> console(Someone teacher) {
        return cards(teacher, "console").stream().reduce((earlier, later) -> later);
    }

    @Override
    public List<Card> whispers(Someone who) {
        return cards(who, "own");
    }

    private List<Card> cards(Someone who, String where) {
        return visitor(who).page.items(where).stream().map(this::card).toList();
    }

    private Card card(JsonNode item) {
        return ShownCard.of(item.path("number").asLong(), item.path("html").asText(), values);
    }

    void close() {
        visitors.values().forEach(visitor -> visitor.page.close());
    }
}
