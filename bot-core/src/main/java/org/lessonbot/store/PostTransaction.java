package org.lessonbot.store;

/** What a move may want of the lesson's posts. They are drawn once it is committed. */
public final class PostTransaction {
    private final LessonTransaction tx;

    PostTransaction(LessonTransaction tx) {
        this.tx = tx;
    }

    /** Shows a round's post at the bottom of the channel again. */
    public void repost(String step, int round) {
        repost(Slot.round(step, round));
    }

    /** Shows a post at the bottom of the channel again. */
    public void repost(String slot) {
        tx.update(
                        "update post set retired = address, address = null, digest = null, wanted = wanted + 1,"
                                + " standing = wanted + 1, tries = 0 where lesson = :lesson and slot = :slot and address is not null")
                .bind("slot", slot)
                .execute();
    }

    /** Makes sure there is a post of this name, and wants it drawn. */
    public void post(String slot) {
        tx.update("insert into post (lesson, slot, place, step, round) values (:lesson, :slot, :place, '', 0)"
                        + " on conflict (lesson, slot) do update set wanted = post.wanted + 1")
                .bind("slot", slot)
                .bind("place", slot.equals(Slot.CONSOLE) ? "DESK" : "ROOM")
                .execute();
    }

    /** Wants a post drawn again. */
    public void want(String slot) {
        tx.update("update post set wanted = wanted + 1 where lesson = :lesson and slot = :slot")
                .bind("slot", slot)
                .execute();
    }

    /** Wants everything that names people drawn again. */
    public void refreshNames() {
        tx.update("update post set wanted = wanted + 1 where lesson = :lesson").execute();
    }

    /** Wants what shows how many are there drawn again. */
    public void refresh() {
        tx.update(
                        "update post set wanted = wanted + 1 where lesson = :lesson and (slot = :slot or place = 'DESK' or slot = 'hub')")
                .bind("slot", Slot.round(tx.lesson().step(), tx.lesson().round()))
                .execute();
    }

    /** Wants what shows where the lesson stands drawn again. */
    void refreshWhereItStands() {
        tx.update("update post set wanted = wanted + 1 where lesson = :lesson and (place = 'DESK' or slot = 'hub')")
                .execute();
    }

    /** Wants whatever everybody sees drawn again. */
    public void refreshRoom() {
        tx.update("update post set wanted = wanted + 1 where lesson = :lesson and place = 'ROOM'")
                .execute();
    }
}
