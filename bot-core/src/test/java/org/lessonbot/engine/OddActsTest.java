package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Verb;
import org.lessonbot.suite.Odd;

/** Whatever an act claims to be, it is answered, and never by "something went wrong". */
class OddActsTest extends WholeClass {
    @Test
    void inAClass() {
        done(ROOM, TEACHER, command("start", Map.of("seed", "7")));
        STUDENTS.forEach(student -> done(ROOM, student, command("join", Map.of())));
        for (String step : List.of("match", "prefer", "ask", "board", "investigate")) {
            for (int turn = 0; !lesson(ROOM).step().equals(step); turn++) {
                assertThat(turn).isLessThan(40);
                done(ROOM, STUDENTS.get(0), command("ask", Map.of("question", "Why is it " + turn + "?")));
                lead(Verb.NEXT);
            }
            tryOddActs(30);
        }
    }

    @Test
    void inAClub() {
        var offer = shown(done(ROOM, TEACHER, command("start", Map.of("pace", "self", "until", "30 October 09:00"))));
        done(ROOM, TEACHER, new Interaction.Press(offer.offers().get(0)));
        STUDENTS.forEach(student -> done(ROOM, student, command("join", Map.of())));
        tryOddActs(80);
    }

    /** What people could do here, changed in its verb, argument, fields or options. */
    private void tryOddActs(int times) {
        List<Person> people = List.of(TEACHER, STUDENTS.get(0), STUDENTS.get(1));
        List<Interaction.Aimed> right = new ArrayList<>(acts(console()));
        right.addAll(acts(projection.slide(lesson(ROOM).id()).orElseThrow().message()));
        right.addAll(acts(done(ROOM, STUDENTS.get(0), command("continue", Map.of()))));
        right.addAll(acts(done(ROOM, TEACHER, command("pairs", Map.of()))));
        Set<Interaction.Aimed> deeper = new HashSet<>();
        right.forEach(act -> people.stream()
                .filter(who -> Verb.of(act.action().verb()).isEmpty()
                        || act.action().verb().equals("draft"))
                .forEach(who -> deeper.addAll(acts(done(ROOM, who, act)))));
        right.addAll(deeper);
        Set<String> endings = Set.of("end-now", "forget-now", "finish-later-now", "next", "skip", "back");
        Odd.times(times, odd -> {
            Interaction.Act act;
            if (odd.once(3)) {
                Verb verb = odd.of(Verb.commands());
                Map<String, String> options = new HashMap<>();
                verb.options().forEach(option -> options.put(option.name(), odd.changed("in 3 days")));
                options.remove(odd.of(
                        new ArrayList<>(options.keySet()).isEmpty() ? List.of("") : List.copyOf(options.keySet())));
                act = endings.contains(verb.word()) || verb == Verb.END
                        ? command(odd.text(), options)
                        : command(verb.word(), options);
            } else {
                act = changed(odd, odd.of(right));
            }
            if (act instanceof Interaction.Aimed aimed
                    && endings.contains(aimed.action().verb())) {
                return;
            }
            assertThat(done(ROOM, odd.of(people), act).toString())
                    .as(act.toString())
                    .doesNotContain(WORDS.say("engine.not-counted"));
        });
    }

    private static Interaction.Act changed(Odd odd, Interaction.Aimed act) {
        Action action = act.action();
        Action other =
                odd.once(3) ? action : Action.parse(odd.changed(action.id())).orElse(action);
        String verb = odd.once(4) ? odd.of(List.of(Verb.values())).word() : other.verb();
        Action aimed = new Action(action.lesson(), other.step(), other.round(), verb, fit(other.argument()));
        return switch (odd.of(List.of(0, 1, 2))) {
            case 0 -> new Interaction.Press(aimed);
            case 1 -> {
                List<String> values = new ArrayList<>(act instanceof Interaction.Pick pick ? pick.values() : List.of());
                values.add(odd.text());
                yield new Interaction.Pick(aimed, odd.once(3) ? List.of() : values);
            }
            default -> {
                Map<String, String> fields =
                        new HashMap<>(act instanceof Interaction.Submit form ? form.values() : Map.of("reason", "a"));
                fields.replaceAll((name, value) -> odd.once(2) ? odd.changed(value) : value);
                yield new Interaction.Submit(aimed, fields);
            }
        };
    }

    private static String fit(String argument) {
        return argument.substring(0, Math.min(argument.length(), 30));
    }
}
