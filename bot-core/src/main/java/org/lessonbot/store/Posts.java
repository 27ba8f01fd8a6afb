package org.lessonbot.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Posts and what they show. A post is wanted in a version that grows with the facts it is drawn from, unless it waits to be
 * drawn anyway; whoever holds its lease draws it and says which version is now shown, so that no change made meanwhile is
 * lost. A lease ends when it is given up, when its time is over, or when its owner dies ({@link SignOfLife}).
 */
public final class Posts {
    /** Asked every few seconds, of however many lessons. */
    static final String STALE =
            "select distinct lesson from post where wanted > shown and " + SignOfLife.FREE + " order by lesson";

    private final Jdbi jdbi;
    private final Supplier<String> owner;
    private final Runnable life;

    /** @param life of the instance that leases them */
    public Posts(Jdbi jdbi, SignOfLife life) {
        this(jdbi, life::owner, life::renew);
    }

    /** @param owner a name that nobody else has; leases in it last until their time is over */
    public Posts(Jdbi jdbi, String owner) {
        this(jdbi, () -> owner, () -> {});
    }

    private Posts(Jdbi jdbi, Supplier<String> owner, Runnable life) {
        this.jdbi = jdbi;
        this.owner = owner;
        this.life = life;
    }

    /** Says that whoever leases them here lives. Never fails. */
    public void renew() {
        life.run();
    }

    /** Names one post of one lesson. */
    public record Key(long lesson, String slot) {}

    /**
     * A post under our lease.
     *
     * @param owner in whose name it is leased
     * @param place who sees it
     * @param step whose step's round it shows
     * @param version the version that will be shown
     * @param digest of what it shows now; empty if it was never posted, or if whoever drew it last never said what became of
     *     that
     * @param address where it is; empty if it is not there yet
     * @param retired where an earlier post of the same is, to be removed; empty if there is none
     * @param standing which of its posts this is: the same for every try to post it, another once it is posted anew
     * @param triedBefore whether somebody may have posted it already, and never learnt where
     */
    public record Claim(
            Key key,
            String owner,
            String place,
            String step,
            int round,
            long version,
            String digest,
            String address,
            String retired,
            long standing,
            boolean triedBefore) {}

    /** Leases a post that is to be drawn again, unless somebody else holds it or it is up to date. */
    public Optional<Claim> claim(Key key, Duration lease) {
        String mine = owner.get();
        return jdbi.withHandle(handle -> handle.createQuery("with free as (select lesson, slot, digest from post"
                        + " where lesson = :lesson and slot = :slot and wanted > shown and (leased_by = :owner or "
                        + SignOfLife.FREE
                        + ") for no key update)\n" + """
                        update post set leased_by = :owner, leased_till = clock_timestamp() + :lease * interval '1 ms',
                            digest = null, tries = case when address is null then tries + 1 else 0 end
                        from free where post.lesson = free.lesson and post.slot = free.slot
                        returning place, step, round, wanted, coalesce(free.digest, '') as digest,
                            coalesce(address, '') as address, coalesce(retired, '') as retired,
                            standing, tries > 1 as tried_before
                        """)
                .bind("owner", mine)
                .bind("lease", lease.toMillis())
                .bind("lesson", key.lesson())
                .bind("slot", key.slot())
                .map((row, context) -> new Claim(
                        key,
                        mine,
                        row.getString("place"),
                        row.getString("step"),
                        row.getInt("round"),
                        row.getLong("wanted"),
                        row.getString("digest"),
                        row.getString("address"),
                        row.getString("retired"),
                        row.getLong("standing"),
                        row.getBoolean("tried_before")))
                .findOne());
    }

    /** Says what a post shows now, and gives up the lease. A post that is wanted elsewhere by now is not held up by it. */
    public void shown(Claim claim, String address, String digest) {
        settle(claim, "shown = :version, address = :address, digest = :digest, retired = null", address, digest);
    }

    /** Says where a post stands, though perhaps not as it should, and gives up the lease: it is to be drawn again. */
    public void stands(Claim claim, String address) {
        settle(claim, "address = :address, digest = :digest, retired = null", address, "");
    }

    /** Gives up a lease without having touched the post. */
    public void putBack(Claim claim) {
        settle(claim, "digest = nullif(:digest, '')", claim.address(), claim.digest());
    }

    private void settle(Claim claim, String change, String address, String digest) {
        int settled = jdbi.withHandle(handle -> handle.createUpdate("update post set " + change
                        + ", leased_by = null, leased_till = null where lesson = :lesson and slot = :slot"
                        + " and leased_by = :owner and standing = :standing")
                .bind("version", claim.version())
                .bind("address", address)
                .bind("digest", digest)
                .bind("lesson", claim.key().lesson())
                .bind("slot", claim.key().slot())
                .bind("owner", claim.owner())
                .bind("standing", claim.standing())
                .execute());
        if (settled == 0) {
            release(claim);
        }
    }

    /**
     * Gives up a lease without knowing what the post shows now. If it was lost to somebody who held us for dead, what we did
     * may have come after what they did: then nobody knows what it shows, and it is drawn once more.
     */
    public void release(Claim claim) {
        String ours = "update post set leased_by = null, leased_till = null where lesson = :lesson and slot = :slot"
                + " and leased_by = :owner";
        String lost = "update post set leased_by = null, leased_till = null, digest = null, wanted = wanted + 1"
                + " where lesson = :lesson and slot = :slot and leased_by is distinct from :owner";
        jdbi.useHandle(handle -> {
            boolean held = update(handle, ours, claim) > 0;
            if (!held) {
                update(handle, lost, claim);
            }
        });
    }

    private static int update(Handle handle, String sql, Claim claim) {
        return handle.createUpdate(sql)
                .bind("lesson", claim.key().lesson())
                .bind("slot", claim.key().slot())
                .bind("owner", claim.owner())
                .execute();
    }

    /** The post is no longer where it was, or cannot be edited there; it will be posted anew, and removed where it was. */
    public void lost(Claim claim) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update post set retired = address, address = null, digest = null, leased_by = null, leased_till = null,"
                                + " wanted = wanted + 1, standing = wanted + 1, tries = 0"
                                + " where lesson = :lesson and slot = :slot and standing = :standing")
                .bind("lesson", claim.key().lesson())
                .bind("slot", claim.key().slot())
                .bind("standing", claim.standing())
                .execute());
    }

    /** Where a post stands, if it does. */
    public Optional<String> address(Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select address from post where lesson = :lesson and slot = :slot and address is not null")
                .bind("lesson", key.lesson())
                .bind("slot", key.slot())
                .mapTo(String.class)
                .findOne());
    }

    /** The posts of a lesson that are to be drawn again. */
    public List<Key> stale(long lesson) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select lesson, slot from post where wanted > shown and lesson = :lesson order by ordinal")
                .bind("lesson", lesson)
                .map((row, context) -> new Key(row.getLong("lesson"), row.getString("slot")))
                .list());
    }

    /** The lessons with posts to be drawn again that nobody holds: what the dead held is among them. */
    public List<Long> staleLessons() {
        return jdbi.withHandle(
                handle -> handle.createQuery(STALE).mapTo(Long.class).list());
    }

    /**
     * A number that grows whenever something that the room of a lesson sees is to change, and once more when it has; 0 before
     * anything is.
     */
    public long version(long lesson) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(wanted + shown), 0) from post where lesson = :lesson and place = 'ROOM'")
                .bind("lesson", lesson)
                .mapTo(Long.class)
                .one());
    }

    /** Wants a post drawn again, for a reason that is not an entry or a move. */
    public void want(long lesson, String slot) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update post set wanted = wanted + 1 where lesson = :lesson and slot = :slot")
                .bind("lesson", lesson)
                .bind("slot", slot)
                .execute());
    }
}
