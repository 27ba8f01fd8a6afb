package org.lessonbot.app.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;

/** A simulated student: answers whatever the room asks, once, and remembers what was acknowledged. */
final class Pupil {
    /** What is answered by one button of several, with the share of pupils who do, in percent. */
    private static final Map<String, Integer> CHOICES =
            Map.of("guess", 100, "vote", 100, "revote", 40, "up", 80, "rate", 100, "enough", 100);

    /** What is answered by a form. */
    private static final Map<String, Integer> FORMS =
            Map.of("reason", 30, "share", 60, "ask", 100, "write", 100, "give", 100);

    /** What brings one pair after the other, each to choose from. */
    private static final String SHIFT = "next-pair";

    /** Where two groups are named, whose the rater is: the last that is offered is neither. */
    private static final String GROUP = "group";

    private static final int PAIRS_IN_A_SHIFT = 10;
    private static final int MIND_CHANGES = 20;
    private static final int UPVOTES = 2;
    private static final int TRIES = 3;
    private static final Pattern FORM_ACTION = Pattern.compile("<form data-action=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile(
            "<(?:input type=\"(?<type>text|radio)\"|textarea)[^>]*? name=\"(?<name>[^\"]*)\"(?: value=\"(?<value>[^\"]*)\")?");

    private final String name;
    private final Browser browser;
    private final Texts texts;
    private final RandomGenerator random;
    private final Predicate<String> refusal;
    private final Set<String> done = new HashSet<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** @param refusal whether a reply says that something did not count */
    Pupil(String name, Browser browser, Texts texts, RandomGenerator random, Predicate<String> refusal) {
        this.name = name;
        this.browser = browser;
        this.texts = texts;
        this.random = random;
        this.refusal = refusal;
    }

    Browser browser() {
        return browser;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Whether the room asks something that this pupil has not seen to, or is a club's. */
    boolean isAsked() {
        return !open(room()).isEmpty() || club().isPresent();
    }

    /** Answers what the room asks now; in a club, the next thing. */
    void answer() {
        club().ifPresentOrElse(on -> goOn(browser.press(on)), () -> answer(room()));
    }

    private Optional<Action> club() {
        return browser.button("room", Verb.CONTINUE);
    }

    /**
     * Answers what a club asks one person, and goes on.
     *
     * @return what comes next
     */
    Browser.Answer goOn(Browser.Answer seen) {
        answer(seen.item().actions()).ifPresent(said -> answer(said.item().actions()));
        return onward(seen).map(browser::press).orElse(seen);
    }

    /** The way on from what a club has shown to one person. */
    static Optional<Action> onward(Browser.Answer seen) {
        return seen.item().actions().stream()
                .filter(action -> action.verb().equals(Verb.CONTINUE.word())
                        && !action.argument().isEmpty())
                .reduce((earlier, later) -> later);
    }

    /**
     * Answers what these buttons ask.
     *
     * @return what was said to it, last of all
     */
    Optional<Browser.Answer> answer(List<Action> shown) {
        List<Browser.Answer> said = new ArrayList<>();
        open(shown).forEach((question, actions) -> {
            done.add(question);
            Action first = actions.get(0);
            if (first.verb().equals(Verb.JOIN.word())) {
                said.add(browser.press(first));
            } else if (first.verb().equals(SHIFT)) {
                rate(browser.press(first)).ifPresent(said::add);
            } else if (CHOICES.containsKey(first.verb())) {
                choose(actions).ifPresent(said::add);
            } else if (random.nextInt(100) < FORMS.getOrDefault(first.verb(), 0)) {
                write(first).ifPresent(said::add);
            }
        });
        return said.stream().reduce((earlier, later) -> later);
    }

    /** What can be pressed in the newest post. */
    private List<Action> room() {
        return browser.newest("room").map(Item::actions).orElse(List.of());
    }

    /** The buttons by what they ask, those that were not seen to yet. */
    private Map<String, List<Action>> open(List<Action> shown) {
        Map<String, List<Action>> open = new LinkedHashMap<>();
        shown.stream()
                .filter(action -> action.verb().equals(Verb.JOIN.word())
                        || action.verb().equals(SHIFT)
                        || CHOICES.containsKey(action.verb())
                        || FORMS.containsKey(action.verb()))
                .forEach(action -> open.computeIfAbsent(
                                action.step() + "/" + action.round() + "/" + action.verb(), none -> new ArrayList<>())
                        .add(action));
        open.keySet().removeAll(done);
        return open;
    }

    private Optional<Browser.Answer> rate(Browser.Answer pair) {
        Optional<Browser.Answer> last = Optional.of(pair);
        for (int pairs = 0; pairs < PAIRS_IN_A_SHIFT && last.isPresent(); pairs++) {
            List<Action> sides = of(inGroup(last.get()), CHOICES::containsKey);
            last = sides.isEmpty() ? Optional.empty() : choose(sides);
        }
        return last;
    }

    /** The pair that comes once one has said which group is one's own, where that is asked first. */
    private Browser.Answer inGroup(Browser.Answer seen) {
        List<Action> groups = of(seen, GROUP::equals);
        return groups.size() > 1 ? browser.press(groups.get(random.nextInt(groups.size() - 1))) : seen;
    }

    private static List<Action> of(Browser.Answer seen, Predicate<String> verb) {
        return seen.item().actions().stream()
                .filter(action -> verb.test(action.verb()))
                .toList();
    }

    private Optional<Browser.Answer> choose(List<Action> actions) {
        Action first = actions.get(0);
        Optional<Browser.Answer> last = Optional.empty();
        if (random.nextInt(100) >= CHOICES.getOrDefault(first.verb(), 0)) {
            return last;
        }
        boolean several = first.verb().equals("up");
        int presses = several ? UPVOTES : 1 + (random.nextInt(100) < MIND_CHANGES ? 1 : 0);
        List<Action> left = new ArrayList<>(actions);
        for (int i = 0; i < presses && !left.isEmpty(); i++) {
            Action action = left.remove(random.nextInt(left.size()));
            long began = System.nanoTime();
            Browser.Answer answer = browser.press(action);
            note(action, action.verb(), action.argument(), System.nanoTime() - began, answer);
            last = Optional.of(answer);
        }
        return last;
    }

    /** Whoever is told that the partner was quicker opens the form again, which then shows what the partner wrote. */
    private Optional<Browser.Answer> write(Action action) {
        Optional<Runnable> last = Optional.empty();
        Optional<Browser.Answer> said = Optional.empty();
        for (int tries = 0; tries < TRIES; tries++) {
            Browser.Answer asked = browser.press(action);
            List<MatchResult> form = FORM_ACTION.matcher(asked.form()).results().toList();
            if (!asked.outcome().equals("form") || form.isEmpty()) {
                break;
            }
            Map<String, String> fields = filled(asked.form());
            long began = System.nanoTime();
            Browser.Answer answer = browser.submit(form.get(0).group(1).replace("&amp;", "&"), fields);
            long nanos = System.nanoTime() - began;
            said = Optional.of(answer);
            last = Optional.of(() -> fields.forEach((field, value) -> note(action, field, value, nanos, answer)));
            if (counted(answer)) {
                break;
            }
        }
        last.ifPresent(Runnable::run);
        return said;
    }

    private Map<String, String> filled(String form) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        FIELD.matcher(form).results().forEach(field -> {
            List<String> values = choices.computeIfAbsent(field.group(2), none -> new ArrayList<>());
            if ("radio".equals(field.group(1))) {
                values.add(field.group(3));
            }
        });
        Map<String, String> fields = new LinkedHashMap<>();
        choices.forEach((field, values) -> fields.put(
                field, values.isEmpty() ? texts.pick(field, random) : values.get(random.nextInt(values.size()))));
        return fields;
    }

    private boolean counted(Browser.Answer answer) {
        return answer.status() == 200 && answer.outcome().equals("whisper") && !refusal.test(answer.text());
    }

    private void note(Action action, String field, String value, long nanos, Browser.Answer answer) {
        boolean counted = counted(answer);
        // Whoever changes their mind means the last.
        sent.replaceAll(earlier -> earlier.field().equals(field)
                        && earlier.step().equals(action.step())
                        && earlier.round() == action.round()
                        && !field.equals("up")
                        && counted
                ? new Sent(name, earlier.step(), earlier.round(), field, value, earlier.nanos(), earlier.acknowledged())
                : earlier);
        sent.add(new Sent(name, action.step(), action.round(), field, value, nanos, counted));
    }
}
