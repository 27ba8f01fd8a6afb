package org.lessonbot.paper;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Seen;
import org.lessonbot.tck.Sheet;
import org.lessonbot.tck.Someone;

/** A room on paper. */
final class PaperClassroom implements Classroom {
    private final PaperSchool school;
    private final Flaw flaw;
    private final Room room;
    private final Map<String, Interaction> last = new ConcurrentHashMap<>();
    private final Map<String, Form> open = new ConcurrentHashMap<>();

    PaperClassroom(PaperSchool school, Flaw flaw, Room room) {
        this.school = school;
        this.flaw = flaw;
        this.room = room;
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public Seen command(Someone who, String name, Map<String, String> options) {
        return act(who, new Interaction.Command(name, options));
    }

    @Override
    public Seen press(Someone who, Card card, Card.Button button) {
        if (flaw == Flaw.SHOWS_WHO_CHOSE_WHAT) {
            String address = school.fresh("who");
            paper().post(address, address, Message.text(who.name() + ": " + button.label()));
        }
        return forge(who, action(button.id()));
    }

    @Override
    public Seen forge(Someone who, Action action) {
        return act(who, new Interaction.Press(action));
    }

    @Override
    public Seen pick(Someone who, Card card, Card.Picker picker, List<String> labels) {
        List<String> values = labels.stream()
                .map(label -> paper().value(picker.id(), label).orElseThrow())
                .toList();
        return act(who, new Interaction.Pick(action(picker.id()), values));
    }

    @Override
    public Seen submit(Someone who, Sheet sheet, Map<String, String> values) {
        Form form = Optional.ofNullable(open.get(sheet.id())).orElseThrow();
        Map<String, String> filled = new HashMap<>();
        form.fields().forEach(field -> filled.put(field.name(), value(field, values.getOrDefault(field.label(), ""))));
        return act(who, new Interaction.Submit(form.action(), filled));
    }

    private static String value(Form.Field field, String written) {
        return field.options().stream()
                .filter(option -> option.label().equals(written))
                .map(Option::value)
                .findFirst()
                .orElse(written);
    }

    @Override
    public Seen redeliver(Someone who) {
        Interaction before = Optional.ofNullable(last.get(who.key())).orElseThrow();
        String id = flaw == Flaw.TAKES_TWICE_FOR_TWO ? school.fresh("again") : before.id();
        return deliver(who, new Interaction(id, room, before.person(), before.at(), before.act()));
    }

    private Seen act(Someone who, Interaction.Act act) {
        boolean leads = who.leads() || flaw == Flaw.TAKES_ALL_FOR_TEACHERS;
        Person person = new Person(who.key(), who.name(), leads);
        Interaction interaction = new Interaction(school.fresh("i"), room, person, Instant.now(), act);
        last.put(who.key(), interaction);
        return deliver(who, interaction);
    }

    private Seen deliver(Someone who, Interaction interaction) {
        school.sent(interaction.id());
        try {
            return seen(
                    who,
                    interaction,
                    school.instance(who.key()).handle(interaction).get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("the bot did not answer " + interaction, failure);
        }
    }

    private Seen seen(Someone who, Interaction interaction, Reply reply) {
        return reply.accept(new Reply.Visitor<>() {
            @Override
            public Seen whisper(Reply.Whisper whisper) {
                return whispered(who, whisper.message());
            }

            @Override
            public Seen console(Reply.Console console) {
                return whispered(who, console.message());
            }

            @Override
            public Seen openForm(Reply.OpenForm opened) {
                return Seen.form(sheet(opened.form()));
            }

            @Override
            public Seen fixForm(Reply.FixForm fix) {
                return interaction.act() instanceof Interaction.Submit submit
                        ? Seen.faults(byLabel(submit.action().id(), fix.reasons()))
                        : Seen.NOTHING;
            }

            @Override
            public Seen silent() {
                return Seen.NOTHING;
            }
        });
    }

    private Seen whispered(Someone who, Message message) {
        paper().whisper(who.key(), message);
        return Seen.whisper(PaperPainter.paint("", message, flaw));
    }

    private Sheet sheet(Form form) {
        open.put(form.action().id(), form);
        List<Sheet.Field> fields =
                form.fields().stream().map(PaperClassroom::field).toList();
        return new Sheet(form.action().id(), form.title(), fields, form.toString());
    }

    private static Sheet.Field field(Form.Field field) {
        String shown = field.options().stream()
                .filter(option -> option.value().equals(field.value()))
                .map(Option::label)
                .findFirst()
                .orElse(field.value());
        return new Sheet.Field(
                field.label(),
                shown,
                field.required(),
                field.kind() == Form.Kind.CHOICE ? 0 : field.limit(),
                field.options().stream().map(Option::label).toList());
    }

    private Map<String, String> byLabel(String form, Map<String, String> reasons) {
        Map<String, String> faults = new HashMap<>();
        Optional.ofNullable(open.get(form)).orElseThrow().fields().stream()
                .filter(field -> reasons.containsKey(field.name()))
                .forEach(field -> faults.put(field.label(), reasons.get(field.name())));
        return faults;
    }

    @Override
    public void delete(Card post) {
        paper().remove(post.id());
    }

    @Override
    public List<Card> posts() {
        return paper().posts();
    }

    @Override
    public Optional<Card> console(Someone teacher) {
        boolean sees = teacher.leads() || flaw == Flaw.SHOWS_THE_CONSOLE_TO_ALL;
        return paper().console().filter(console -> sees);
    }

    @Override
    public List<Card> whispers(Someone who) {
        return paper().whispers(who.key());
    }

    private Paper paper() {
        return school.paper(room);
    }

    private static Action action(String id) {
        return Action.parse(id).orElseThrow();
    }
}
