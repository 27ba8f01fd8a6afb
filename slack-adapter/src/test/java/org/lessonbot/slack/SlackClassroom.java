package org.lessonbot.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.Exchange;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.fake.View;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Seen;
import org.lessonbot.tck.Sheet;
import org.lessonbot.tck.Someone;

/** A channel on the strict fake, and the people in it. */
final class SlackClassroom implements Classroom {
    private final SlackSchool school;
    private final FakeSlack slack;
    private final Channel channel;
    private final Map<String, User> people = new ConcurrentHashMap<>();
    private final Map<String, Post> shown = new ConcurrentHashMap<>();
    private final Map<String, Exchange> last = new ConcurrentHashMap<>();
    private final Map<String, Exchange> opened = new ConcurrentHashMap<>();
    private final Map<String, String> views = new ConcurrentHashMap<>();
    private final AtomicInteger cards = new AtomicInteger();

    SlackClassroom(SlackSchool school, FakeSlack slack, Channel channel) {
        this.school = school;
        this.slack = slack;
        this.channel = channel;
    }

    @Override
    public Room room() {
        return SlackIds.room(channel.workspace().id(), channel.id());
    }

    private User user(Someone who) {
        return people.computeIfAbsent(who.key(), key -> {
            User user = slack.user(who.name());
            slack.admit(user, channel);
            return who.leads() ? user.admin() : user;
        });
    }

    @Override
    public Seen command(Someone who, String name, Map<String, String> options) {
        String text = options.entrySet().stream()
                .map(option -> " " + option.getKey() + ":\"" + value(name, option) + "\"")
                .collect(Collectors.joining("", name, ""));
        return seen(who, slack.slash(user(who), channel, "/lesson", text), Optional.empty());
    }

    private String value(String command, Map.Entry<String, String> option) {
        boolean person = Verb.command(command).stream()
                .flatMap(verb -> verb.options().stream())
                .anyMatch(known -> known.name().equals(option.getKey()) && known.kind() == Verb.Kind.PERSON);
        Optional<User> named = Optional.ofNullable(people.get(option.getValue()));
        return person && named.isPresent()
                ? "<@" + named.get().id() + "|" + named.get().name() + ">"
                : option.getValue();
    }

    @Override
    public Seen press(Someone who, Card card, Card.Button button) {
        Post post = known(shown, card.id());
        String[] id = button.id().split("\n", 2);
        return seen(who, slack.press(user(who), post, id[0], id[1]), Optional.of(post));
    }

    @Override
    public Seen pick(Someone who, Card card, Card.Picker picker, List<String> labels) {
        Post post = known(shown, card.id());
        String[] values = labels.stream()
                .map(label ->
                        SlackCards.value(post.blocks(), picker.id(), label).orElseThrow())
                .toArray(String[]::new);
        return seen(who, slack.select(user(who), post, picker.id(), values), Optional.of(post));
    }

    @Override
    public Seen forge(Someone who, Action action) {
        return seen(who, slack.forge(user(who), channel, "forged", action.id()), Optional.empty());
    }

    private Seen seen(Someone who, Exchange exchange, Optional<Post> pressed) {
        last.put(who.key(), exchange);
        exchange.acked();
        String trigger = exchange.payload().get("trigger_id").getAsString();
        Reply reply = await(trigger);
        if (reply instanceof Reply.OpenForm) {
            opened.put(who.key(), exchange);
            return Seen.form(SlackSheets.read(newView(who)));
        }
        if (reply instanceof Reply.Whisper || reply instanceof Reply.Console) {
            boolean replaced = pressed.isPresent()
                    && pressed.get().onlyFor().isPresent()
                    && (reply instanceof Reply.Console || !isConsole(pressed.get()));
            return Seen.whisper(card(replaced ? replacement(pressed.get(), exchange) : exchange.awaitShown()));
        }
        return Seen.NOTHING;
    }

    private View newView(Someone who) {
        View view = slack.await(
                "a new form",
                () -> slack.view(user(who)).filter(open -> !open.id().equals(views.get(who.key()))));
        views.put(who.key(), view.id());
        return view;
    }

    private Post replacement(Post pressed, Exchange exchange) {
        return slack.await(
                "the whisper's replacement",
                () -> exchange.responses().isEmpty()
                        ? Optional.empty()
                        : slack.ephemerals(pressed.onlyFor().orElseThrow()).stream()
                                .filter(post -> post.ts().equals(pressed.ts()))
                                .findFirst());
    }

    private Reply await(String key) {
        try {
            return school.reply(key).get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("the bot did not answer", failure);
        }
    }

    @Override
    public Seen submit(Someone who, Sheet sheet, Map<String, String> values) {
        User user = user(who);
        View view = slack.awaitView(user);
        Map<String, String> labels = SlackSheets.labels(view);
        Map<String, String> filled = SlackSheets.filled(view, values);
        int before = known(opened, who.key()).shown().size();
        school.forget(SlackSchool.submission(user.id()));
        Exchange exchange = slack.submit(user, view, filled);
        last.put(who.key(), exchange);
        Map<String, String> faults = exchange.acked().errors();
        if (!faults.isEmpty()) {
            return Seen.faults(faults.entrySet().stream()
                    .collect(Collectors.toMap(fault -> labels.get(fault.getKey()), Map.Entry::getValue)));
        }
        return await(SlackSchool.submission(user.id())) instanceof Reply.Whisper
                ? Seen.whisper(card(slack.await(
                        "the answer to the form",
                        () -> known(opened, who.key()).shown().stream()
                                .skip(before)
                                .findFirst())))
                : Seen.NOTHING;
    }

    @Override
    public Seen redeliver(Someone who) {
        slack.redeliver(known(last, who.key())).acked();
        return Seen.NOTHING;
    }

    @Override
    public void delete(Card post) {
        slack.troubles().delete(known(shown, post.id() + "/original"));
    }

    @Override
    public List<Card> posts() {
        return slack.messages(channel).stream()
                .filter(post -> post.threadTs().isEmpty())
                .map(this::card)
                .toList();
    }

    @Override
    public Optional<Card> console(Someone teacher) {
        return slack.ephemerals(user(teacher)).stream()
                .filter(SlackClassroom::isConsole)
                .reduce((earlier, later) -> later)
                .map(this::card);
    }

    @Override
    public List<Card> whispers(Someone who) {
        return slack.ephemerals(user(who)).stream().map(this::card).toList();
    }

    /** People have one conversation with the bot, whichever room it is about. */
    @Override
    public List<Card> letters(Someone who) {
        return slack.conversationOf(user(who)).map(slack::messages).orElse(List.of()).stream()
                .map(this::card)
                .toList();
    }

    private static <T> T known(Map<String, T> all, String key) {
        return Optional.ofNullable(all.get(key)).orElseThrow(() -> new AssertionError("nothing was seen as " + key));
    }

    private static boolean isConsole(Post post) {
        return SlackCards.objects(post.blocks())
                .map((JsonObject block) -> SlackCards.string(block, "block_id"))
                .anyMatch(id -> id.startsWith(SlackPainter.CONSOLE));
    }

    /** The post as it stands now; whoever has this card can press what stood there when it was seen. */
    private Card card(Post post) {
        String id = post.ts() + "#" + cards.incrementAndGet();
        Post now = post.asSeenNow();
        shown.put(id, now);
        shown.put(id + "/original", post);
        return SlackCards.read(id, now);
    }
}
