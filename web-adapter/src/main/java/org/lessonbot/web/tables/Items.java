package org.lessonbot.web.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What each audience was sent. Every change is announced on {@link #CHANNEL}, so that other instances hear of it. */
public final class Items {
    /** The PostgreSQL channel; a payload is {@code room audience version}. */
    public static final String CHANNEL = "lesson_web";

    /** A page shows at most this many items of a topic when it is opened; what is older was another lesson. */
    static final int OPENING = 200;

    private static final String FEED = """
            with feed as (
                insert into web_feed as feed (room, audience, version)
                select :room, :audience, 1
                where :audience in ('ROOM', 'DESK')
                   or exists (select from web_person where id = :audience and room = :room)
                on conflict (room, audience) do update set version = feed.version + 1
                returning version),
            """;
    /**
     * Feeds are locked in one order, so that two that write many at once never wait for each other in a circle. Whether somebody is
     * there is asked by a value and not by {@code exists}: for that PostgreSQL 18 reads everybody there is.
     */
    private static final String PUT_MANY = """
            with wish as (
                select room, audience, slot, under::bigint, cause, html, board, moves::boolean
                from unnest(:rooms, :audiences, :slots, :unders, :causes, :htmls, :boards, :moves)
                    as wish (room, audience, slot, under, cause, html, board, moves)),
            feed as (
                insert into web_feed as feed (room, audience, version)
                select room, audience, 1 from wish
                where audience in ('ROOM', 'DESK')
                   or (select true from web_person where id = wish.audience and room = wish.room)
                order by room, audience
                on conflict (room, audience) do update set version = feed.version + 1
                returning room, audience, version),
            item as (
                insert into web_item as item (room, audience, slot, version, under, cause, html, board, changed_at)
                select room, audience, slot, version, under, cause, html, board, :now
                from wish join feed using (room, audience)
                on conflict (room, audience, slot) do update set version = excluded.version,
                    under = excluded.under, html = excluded.html,
                    cause = case when excluded.cause = '' then item.cause else excluded.cause end,
                    board = excluded.board, changed_at = excluded.changed_at,
                    place = case when exists (select from wish
                            where (wish.room, wish.audience) = (excluded.room, excluded.audience) and wish.moves)
                        then excluded.place else item.place end
                returning *)
            select item.*, pg_notify('lesson_web', room || ' ' || audience || ' ' || version) from item
            """;

    private static final String RESULT = """
            select item.*, pg_notify('lesson_web', room || ' ' || audience || ' ' || version) from item
            """;

    private final Tables tables;
    private final Clock clock;

    public Items(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What is to be shown, and where.
     *
     * @param moves whether it goes to the end of the room even if something about the same is shown already
     */
    public record Draft(String slot, long under, String cause, String html, String board, boolean moves) {
        /** Stands by itself at the end of what its audience was sent. */
        public static Draft alone(String slot, String html) {
            return new Draft(slot, 0, "", html, "", true);
        }

        /** Stands in a row of an item, which is known by its button. */
        public static Draft inRow(long number, String button, String html) {
            return new Draft("re/" + number + "/" + button, number, button, html, "", false);
        }

        /**
         * Stands under an item, in place of what stood there.
         *
         * @param cause the button that it answers; empty to leave it as it was
         */
        public static Draft under(long number, String cause, String html) {
            return new Draft("re/" + number, number, cause, html, "", false);
        }
    }

    /**
     * Shows something in place of whatever the topic has in the same slot.
     *
     * @return the item as it is now, or nothing if the topic is a person who is not in the room any more
     */
    public Optional<Item> put(Topic topic, Draft draft) {
        return put(List.of(new Put(topic, draft))).stream().findFirst();
    }

    /**
     * Something to be shown to one audience.
     *
     * @param topic whose it is
     */
    public record Put(Topic topic, Draft draft) {}

    /**
     * The same for many audiences at once.
     *
     * @param puts at most one of each topic
     * @return the items as they are now, without those whose topic is a person who is not in the room any more
     */
    public List<Item> put(Collection<Put> puts) {
        return tables.ask(handle -> {
            Query query = handle.createQuery(PUT_MANY).bind("now", clock.instant());
            column(query, "rooms", puts, put -> put.topic().room());
            column(query, "audiences", puts, put -> put.topic().audience());
            column(query, "slots", puts, put -> put.draft().slot());
            column(query, "unders", puts, put -> Long.toString(put.draft().under()));
            column(query, "causes", puts, put -> put.draft().cause());
            column(query, "htmls", puts, put -> put.draft().html());
            column(query, "boards", puts, put -> put.draft().board());
            column(query, "moves", puts, put -> Boolean.toString(put.draft().moves()));
            return query.map((row, context) -> item(row)).list();
        });
    }

    private static void column(Query query, String name, Collection<Put> puts, Function<Put, String> value) {
        query.bindArray(name, String.class, puts.stream().map(value).toArray());
    }

    /**
     * Shows an item of the topic in another form, where it stands.
     *
     * @param html empty to remove it for ever
     * @return the item as it is now, or nothing if it is not there any more
     */
    public Optional<Item> change(Topic topic, long number, String html, String board) {
        return tables.ask(handle -> handle.createQuery(FEED + """
                        item as (
                            update web_item set html = :html, board = :board, version = feed.version, changed_at = :now
                            from feed
                            where number = :number and room = :room and audience = :audience and html <> ''
                            returning web_item.*)
                        """ + RESULT)
                .bind("room", topic.room())
                .bind("audience", topic.audience())
                .bind("number", number)
                .bind("now", clock.instant())
                .bind("html", html)
                .bind("board", board)
                .map((row, context) -> item(row))
                .findOne());
    }

    /**
     * Shows something in place of all that stands with people of a room.
     *
     * @param slots an SQL pattern
     * @param html empty to remove it for ever
     * @return the items as they are now, one a person
     */
    public List<Item> changeAll(String room, String slots, String html) {
        return tables.ask(handle -> change(handle, "true", room, slots, html)
                .map((row, context) -> item(row))
                .list());
    }

    /**
     * The same with these people alone, where what stands there has stood unchanged since before a moment.
     *
     * @param since no later than the first change that is to stay
     */
    public List<Item> changeStanding(String room, String slot, Collection<String> people, Instant since, String html) {
        return tables.ask(
                handle -> change(handle, "item.audience = any(:people) and item.changed_at < :since", room, slot, html)
                        .bindArray("people", String.class, people)
                        .bind("since", since)
                        .map((row, context) -> item(row))
                        .list());
    }

    private Query change(Handle handle, String condition, String room, String slots, String html) {
        return handle.createQuery("""
                        with feed as (
                            update web_feed as feed set version = version + 1
                            where room = :room and exists (
                                select from web_item as item
                                where item.room = feed.room and item.audience = feed.audience
                                  and slot like :slots and html <> '' and {condition})
                            returning audience, version),
                        item as (
                            update web_item as item set html = :html, version = feed.version, changed_at = :now
                            from feed
                            where room = :room and item.audience = feed.audience and slot like :slots and {condition}
                            returning item.*)
                        """.replace("{condition}", condition) + RESULT)
                .bind("room", room)
                .bind("now", clock.instant())
                .bind("slots", slots)
                .bind("html", html);
    }

    /** The newest of a topic's items whose slots match an SQL pattern. */
    public Optional<Item> newest(Topic topic, String slots) {
        return tables.ask(handle -> handle.createQuery("select * from web_item where room = :room"
                        + " and audience = :audience and slot like :slots and html <> '' order by place desc limit 1")
                .bind("room", topic.room())
                .bind("audience", topic.audience())
                .bind("slots", slots)
                .map((row, context) -> item(row))
                .findOne());
    }

    public Optional<Item> find(long number) {
        return tables.ask(handle -> handle.createQuery("select * from web_item where number = :number")
                .bind("number", number)
                .map((row, context) -> item(row))
                .findOne());
    }

    /** What changed after a version, oldest change first; after version 0 only the latest. */
    public List<Item> after(Topic topic, long version) {
        return tables.ask(handle -> handle.createQuery("""
                        select * from (
                            select * from web_item
                            where room = :room and audience = :audience and version > :version
                              and (:version > 0 or html <> '')
                            order by version desc limit :limit) latest
                        order by version
                        """)
                .bind("room", topic.room())
                .bind("audience", topic.audience())
                .bind("version", version)
                .bind("limit", version == 0 ? OPENING : Integer.MAX_VALUE)
                .map((row, context) -> item(row))
                .list());
    }

    /** What others in the room were sent, each alone, since this person came: their name and words may be in it. */
    public List<Item> whispersSince(String room, String person) {
        return tables.ask(handle -> handle.createQuery("""
                        select web_item.* from web_item join web_person on web_person.id = :person
                        where web_item.room = :room and audience not in ('ROOM', 'DESK', :person) and html <> ''
                          and changed_at >= entered_at
                        order by number
                        """)
                .bind("room", room)
                .bind("person", person)
                .map((row, context) -> item(row))
                .list());
    }

    /** How far the feed of a topic is; 0 before anything was sent to it. */
    public long version(Topic topic) {
        return tables.ask(
                handle -> handle.createQuery("select version from web_feed where room = :room and audience = :audience")
                        .bind("room", topic.room())
                        .bind("audience", topic.audience())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** How far the feeds of these rooms are. */
    public Map<Topic, Long> versions(Collection<String> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return tables.ask(handle -> handle.createQuery(
                        "select room, audience, version from web_feed where room in (<rooms>)")
                .bindList("rooms", List.copyOf(rooms))
                .reduceRows(new HashMap<>(), (versions, row) -> {
                    versions.put(
                            new Topic(row.getColumn("room", String.class), row.getColumn("audience", String.class)),
                            row.getColumn("version", Long.class));
                    return versions;
                }));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new Topic(row.getString("room"), row.getString("audience")),
                row.getLong("number"),
                row.getString("slot"),
                row.getLong("version"),
                row.getLong("place"),
                row.getLong("under"),
                row.getString("cause"),
                row.getString("html"),
                row.getString("board"));
    }
}
