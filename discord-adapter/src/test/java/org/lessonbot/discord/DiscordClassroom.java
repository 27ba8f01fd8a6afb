package org.lessonbot.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.OpenModal;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Seen;
import org.lessonbot.tck.Sheet;
import org.lessonbot.tck.Someone;

/** A channel, with its people before their clients. */
final class DiscordClassroom implements Classroom {
    private final DiscordSchool school;
    private final FakeDiscord discord;
    private final FakeChannel channel;
    private final Map<String, FakeMember> members = new ConcurrentHashMap<>();
    private final Map<String, Exchange> last = new ConcurrentHashMap<>();
    private final Map<String, OpenModal> forms = new ConcurrentHashMap<>();
    private volatile @Nullable FakeMessage deleted;

    DiscordClassroom(DiscordSchool school, FakeChannel channel) {
        this.school = school;
        this.discord = school.discord();
        this.channel = channel;
    }

    private FakeMember member(Someone who) {
        members.put(who.key(), school.member(who));
        return school.member(who);
    }

    @Override
    public Room room() {
        return DiscordIds.room(Long.parseUnsignedLong(school.guild().id()), Long.parseUnsignedLong(channel.id()));
    }

    @Override
    public Seen command(Someone who, String name, Map<String, String> options) {
        Map<String, Object> filled = new HashMap<>(options);
        filled.computeIfPresent(
                "person",
                (option, key) -> Optional.ofNullable(members.get((String) key)).orElseThrow());
        return seen(who, discord.slash(member(who), channel, "lesson " + name, filled));
    }

    @Override
    public Seen press(Someone who, Card card, Card.Button button) {
        return seen(who, discord.forge(member(who), message(card.id()), button.id()));
    }

    @Override
    public Seen pick(Someone who, Card card, Card.Picker picker, List<String> labels) {
        String[] values = DiscordCards.values(message(card.id()), picker, labels);
        return seen(who, discord.select(member(who), card.id(), picker.id(), values));
    }

    @Override
    public Seen submit(Someone who, Sheet sheet, Map<String, String> values) {
        OpenModal form = Optional.ofNullable(forms.get(sheet.id())).orElseThrow();
        return seen(who, discord.submit(member(who), form, DiscordCards.fields(form, values)));
    }

    @Override
    public Seen forge(Someone who, Action action) {
        List<FakeMessage> posts = discord.messages(channel);
        FakeMessage any = posts.isEmpty() ? Optional.ofNullable(deleted).orElseThrow() : posts.get(0);
        return seen(who, discord.forge(member(who), any, action.id()));
    }

    @Override
    public Seen redeliver(Someone who) {
        Exchange exchange = Optional.ofNullable(last.get(who.key())).orElseThrow();
        CompletableFuture<Reply> second = school.again(exchange.id());
        discord.redeliver(exchange);
        await(second);
        discord.await(
                "the second answer to be refused",
                () -> discord.requests(Route.ANSWER).stream()
                        .anyMatch(answer -> answer.path().contains(exchange.id()) && answer.status() == 400));
        return Seen.NOTHING;
    }

    @Override
    public void delete(Card post) {
        FakeMessage message = message(post.id());
        deleted = message;
        discord.delete(message);
    }

    @Override
    public List<Card> posts() {
        return discord.messages(channel).stream().map(DiscordCards::card).toList();
    }

    @Override
    public Optional<Card> console(Someone teacher) {
        return discord.whispers(channel, member(teacher)).stream()
                .filter(DiscordCards::isConsole)
                .reduce((earlier, later) -> later)
                .map(DiscordCards::card);
    }

    @Override
    public List<Card> whispers(Someone who) {
        return discord.whispers(channel, member(who)).stream()
                .map(DiscordCards::card)
                .toList();
    }

    /** People have one conversation with the bot, whichever room it is about. */
    @Override
    public List<Card> letters(Someone who) {
        return discord.directMessages(member(who)).stream()
                .map(DiscordCards::card)
                .toList();
    }

    private FakeMessage message(String id) {
        return discord.message(id).orElseThrow(() -> new AssertionError("message " + id + " is gone"));
    }

    /** Whoever leads takes their time: what Discord allows in a few seconds is not used up by a whole lesson in one. */
    private Seen seen(Someone who, Exchange exchange) {
        if (who.leads()) {
            discord.time().advance(DiscordSchool.WINDOW);
        }
        last.put(who.key(), exchange);
        Exchange.Answer answer = exchange.answer();
        Reply reply = await(school.reply(exchange.id()));
        if (answer == Exchange.Answer.MODAL) {
            OpenModal form = exchange.modal();
            forms.put(exchange.id(), form);
            return Seen.form(DiscordCards.sheet(exchange.id(), form));
        }
        if (reply instanceof Reply.Silent) {
            if (answer == Exchange.Answer.DEFERRED_REPLY) {
                discord.await(
                        "the word that one thinks to be gone",
                        () -> exchange.whispers().stream().allMatch(FakeMessage::deleted));
            }
            return Seen.NOTHING;
        }
        return Seen.whisper(DiscordCards.card(whisper(exchange, answer)));
    }

    /** A deferred click on a console is answered beside it, one on any other whisper in its place. */
    private static FakeMessage whisper(Exchange exchange, Exchange.Answer answer) {
        return answer == Exchange.Answer.DEFERRED_EDIT ? exchange.followUp(0) : exchange.whisper();
    }

    private static Reply await(CompletableFuture<Reply> reply) {
        return reply.orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS).join();
    }
}
