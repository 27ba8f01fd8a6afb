package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.adapter.LatestConsoles;

/**
 * Where teachers sit, and the consoles before them. The console on a teacher's home follows the lesson; the one in the
 * channel can be changed five times in half an hour, so it follows only what its buttons do. Kept in memory: each press
 * brings what is needed to draw its own console again, whatever instance it reaches.
 */
final class Consoles {
    private static final Duration LESSON = Duration.ofHours(12);
    /** A response_url lives half an hour; the last of it is not relied on. */
    private static final Duration URL_LIFE = Duration.ofMinutes(28);

    private static final int MOST = 2_000;
    /** Where somebody takes part, by room: asked each time, for a console is not all that a home has. */
    private volatile BiFunction<String, String, Map<Room, Message>> memberships = (team, person) -> Map.of();

    private static final int USES = 5;
    /** Slack takes a hundred in a view. */
    private static final int MOST_BLOCKS = 100;

    private final WebApi api;
    private final SlackPainter painter;
    private final Errands errands;
    private final Words words;
    private final Cache<Room, Map<String, Seat>> rooms;
    private final Cache<String, Room> homes;
    private final Cache<String, Seat> open;
    private final Cache<String, String> urls;
    private final LatestConsoles latest = new LatestConsoles();

    Consoles(WebApi api, SlackPainter painter, Errands errands, Words words, Clock clock) {
        this.api = api;
        this.painter = painter;
        this.errands = errands;
        this.words = words;
        this.rooms = Remembered.upTo(MOST, LESSON, clock);
        this.homes = Remembered.upTo(MOST, LESSON, clock);
        this.open = Remembered.upTo(MOST, URL_LIFE, clock);
        this.urls = Remembered.upTo(MOST, URL_LIFE, clock);
    }

    /** @param clubs of a workspace in which somebody takes part: whoever leads one room goes on from the same home in others */
    void beside(BiFunction<String, String, Map<Room, Message>> clubs) {
        memberships = clubs;
    }

    /** One teacher in one room, and the console in the channel that can still be changed, if there is one. */
    private static final class Seat {
        private final String person;
        private final String url;
        /** The one lesson that they were asked to lead; empty for whoever has a right of their own. */
        private OptionalLong only;

        private int uses;
        /** Buttons change with the lesson's every move, and lists come and go. */
        private List<Action> offered;

        Seat(String person, String url, OptionalLong only, int uses, List<Action> offered) {
            this.person = person;
            this.url = url;
            this.only = only;
            this.uses = uses;
            this.offered = offered;
        }

        private boolean leads(long lesson) {
            return only.orElse(lesson) == lesson;
        }
    }

    /** Somebody leads here by their own right, and just did something: their home shows this room's console from now on. */
    void sit(Origin origin) {
        sit(origin, OptionalLong.empty());
    }

    private void sit(Origin origin, OptionalLong only) {
        Room room = origin.room();
        homes.put(home(room, origin.person()), room);
        seats(room).compute(origin.person(), (person, there) -> {
            Seat seat = there == null ? new Seat(person, "", only, 0, List.of()) : there;
            seat.only = only;
            return seat;
        });
        if (!origin.url().isEmpty()) {
            urls.put(seat(room, origin.person()), origin.url());
        }
    }

    /** The room whose console a person's home shows. */
    Optional<Room> at(String team, String person) {
        return Optional.ofNullable(homes.getIfPresent(team + "/" + person));
    }

    /** How much consoles were told so far: to be noted before one is asked for. */
    long said() {
        return latest.said();
    }

    /**
     * Shows somebody the console where they asked for it, and on their home; where it was overtaken on its way, what stands in its place.
     *
     * @param before how much had been said when it was asked for
     * @param leads whether they have a right of their own: another lesson's console then takes its place
     * @return what has to be said anew, because it is not before them
     */
    Optional<Message> show(Origin origin, Message wanted, int usesBefore, long before, boolean leads)
            throws PlatformException {
        OptionalLong only = leads ? OptionalLong.empty() : OptionalLong.of(LatestConsoles.lesson(wanted));
        Room room = origin.room();
        Message console = latest.inPlaceOf(wanted, before, room, origin.person());
        sit(origin, only);
        boolean pressed = origin.surface() == Origin.Surface.CONSOLE || origin.surface() == Origin.Surface.WHISPER;
        boolean shown = origin.surface() == Origin.Surface.HOME
                || !origin.url().isEmpty()
                        && api.respond(origin.url(), painter.fallback(console), painter.paintConsole(console), pressed);
        if (pressed && shown) {
            Seat seat = new Seat(origin.person(), origin.url(), only, USES - usesBefore - 1, console.offers());
            seats(room).put(origin.person(), seat);
            open.put(seat.url, seat);
        }
        publish(room, origin.person(), console);
        latest.closedSince(before, room, origin.person())
                .ifPresentOrElse(
                        instead -> {
                            leave(room, origin.person(), instead);
                            // Whoever closed it may have found a home that did not show it yet.
                            publish(room, origin.person(), instead);
                        },
                        () -> latest.drawnSince(before, room, only)
                                .filter(now -> !now.equals(console))
                                .ifPresent(now -> draw(room, origin.person(), now)));
        return shown ? Optional.empty() : Optional.of(console);
    }

    /** The lesson's console shows this now: so does every one that can be changed, but for those that were closed meanwhile. */
    void draw(Room room, long lesson, Message console) {
        latest.drawn(room, lesson, console);
        Set.copyOf(seats(room).keySet()).forEach(person -> dismiss(room, person, lesson));
        Set.copyOf(seats(room).keySet()).forEach(person -> draw(room, person, console));
    }

    private void draw(Room room, String person, Message console) {
        Optional<View> home = isAtHome(room, person) ? Optional.of(homeView(room, person, console)) : Optional.empty();
        seats(room).computeIfPresent(person, (key, seat) -> {
            home.filter(view -> isAtHome(room, person)).ifPresent(view -> publish(room, person, view));
            renewSoon(room, seat, console);
            return seat;
        });
    }

    /** Who was asked to lead another lesson than the one that is on has nothing of this one's. */
    private void dismiss(Room room, String person, long lesson) {
        seats(room).computeIfPresent(person, (key, seat) -> {
            if (seat.leads(lesson)) {
                return seat;
            }
            if (isAtHome(room, person)) {
                homes.invalidate(home(room, person));
            }
            return null;
        });
    }

    /** Somebody leads here no longer: this stands in their console and on their home, until they ask for something else. */
    void close(Room room, String person, Message instead) {
        latest.closed(room, person, instead);
        leave(room, person, instead);
    }

    /** Whoever leads no longer used a console that could not be changed when it was closed: it can be now. */
    void takeAway(Origin origin) throws PlatformException {
        Optional<Message> instead = latest.closedSince(0, origin.room(), origin.person());
        if (instead.isPresent() && !origin.url().isEmpty()) {
            api.respond(origin.url(), painter.fallback(instead.get()), painter.paintConsole(instead.get()), true);
        }
    }

    private void leave(Room room, String person, Message instead) {
        View home = homeView(room, person, instead);
        seats(room).compute(person, (key, seat) -> {
            Optional.ofNullable(seat).ifPresent(theirs -> renewSoon(room, theirs, instead));
            if (isAtHome(room, person)) {
                homes.invalidate(home(room, person));
                publish(room, person, home);
            }
            return null;
        });
    }

    private boolean isAtHome(Room room, String person) {
        return at(SlackIds.team(room), person).equals(Optional.of(room));
    }

    private void renewSoon(Room room, Seat seat, Message console) {
        errands.send(SlackIds.team(room), Errands.Kind.CONSOLE, seat(room, seat.person), () -> renew(seat, console));
    }

    private void renew(Seat seat, Message console) throws PlatformException {
        boolean live = seat.uses > 0 && open.getIfPresent(seat.url) != null;
        if (live && !seat.offered.equals(console.offers())) {
            seat.uses--;
            seat.offered = console.offers();
            api.respond(seat.url, painter.fallback(console), painter.paintConsole(console), true);
        }
    }

    /**
     * Says something to every teacher of a room where the channel itself cannot be written to: on their home, and by the
     * response_url of what they did last, which works even where the bot is not in the channel.
     *
     * @return whether there was anybody to tell
     */
    boolean tell(Room room, Message word) {
        View view = view(room, word);
        Set<String> teachers = Set.copyOf(seats(room).keySet());
        for (String person : teachers) {
            publish(room, person, view);
            Optional.ofNullable(urls.getIfPresent(seat(room, person)))
                    .ifPresent(url -> errands.send(
                            SlackIds.team(room),
                            Errands.Kind.CONSOLE,
                            "word/" + seat(room, person),
                            () -> api.respond(url, painter.fallback(word), painter.paint(word), false)));
        }
        return !teachers.isEmpty();
    }

    /** Shows on somebody's home where they are in the clubs that they take part in, by room. */
    void clubs(String team, String person, Map<Room, Message> clubs) {
        List<LayoutBlock> blocks = painted(clubs).limit(MOST_BLOCKS).toList();
        publish(SlackIds.room(team, ""), person, view(SlackIds.room(team, ""), blocks));
    }

    /** Shows on somebody's home that they lead nothing now. */
    void welcome(String team, String person) {
        View view = view(SlackIds.room(team, ""), Message.text(words.say("slack.home")));
        publish(SlackIds.room(team, ""), person, view);
    }

    private Stream<LayoutBlock> painted(Map<Room, Message> clubs) {
        return clubs.entrySet().stream().flatMap(club -> painter.paintClub(club.getKey(), club.getValue()).stream());
    }

    private void publish(Room room, String person, Message console) {
        publish(room, person, homeView(room, person, console));
    }

    /** A home that shows this console, and below it where its owner is in other rooms' clubs. */
    private View homeView(Room room, String person, Message console) {
        Map<Room, Message> clubs = new LinkedHashMap<>(memberships.apply(SlackIds.team(room), person));
        clubs.remove(room);
        List<LayoutBlock> blocks = Stream.concat(painter.paintConsole(console).stream(), painted(clubs))
                .limit(MOST_BLOCKS)
                .toList();
        return view(room, blocks);
    }

    private void publish(Room room, String person, View view) {
        String team = SlackIds.team(room);
        String home = BlockKit.json(view);
        errands.send(
                team,
                Errands.Kind.HOME,
                person,
                () -> api.call(
                        team,
                        "Slack workspace " + team,
                        client -> client.viewsPublish(
                                publish -> publish.userId(person).viewAsString(home))));
    }

    private View view(Room room, Message console) {
        return view(room, painter.paintConsole(console));
    }

    private static View view(Room room, List<LayoutBlock> blocks) {
        return View.builder()
                .type("home")
                .privateMetadata(new Origin(room, "", "", Origin.Surface.HOME).packed())
                .blocks(blocks)
                .build();
    }

    private Map<String, Seat> seats(Room room) {
        return rooms.get(room, any -> new ConcurrentHashMap<>());
    }

    private static String home(Room room, String person) {
        return SlackIds.team(room) + "/" + person;
    }

    private static String seat(Room room, String person) {
        return room.id() + "/" + person;
    }
}
