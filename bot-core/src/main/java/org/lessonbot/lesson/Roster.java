package org.lessonbot.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.plan.Pairing;

/** Who takes part, and who works with whom. Immutable; one person is found as fast in a class of thousands as in one of ten. */
public final class Roster {
    public static final Roster EMPTY = new Roster(List.of(), List.of());

    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final List<Group> groups;
    private final Map<Pairing, Map<String, Group>> groupsOf = new HashMap<>();

    /** People by what tells their names apart; made when it is asked for first, since few ask and it is dear. */
    private volatile @Nullable Map<String, Set<String>> named;

    /** @param groups all there ever were; one whose members have all left is empty, and its number is not given again */
    public Roster(Collection<Participant> participants, Collection<Group> groups) {
        participants.forEach(one -> this.participants.put(one.id(), one));
        this.groups = List.copyOf(groups);
        for (Group group : this.groups) {
            Map<String, Group> ofPairing = groupsOf.computeIfAbsent(group.pairing(), none -> new HashMap<>());
            group.members().forEach(member -> ofPairing.putIfAbsent(member, group));
        }
    }

    /** In the order in which they came. */
    public List<Participant> participants() {
        return List.copyOf(participants.values());
    }

    /** How many take part, or did. */
    public int size() {
        return participants.size();
    }

    public List<Group> groups() {
        return groups;
    }

    /** This roster with these people as they are now, each at the place they have or else behind all others. */
    public Roster with(Collection<Participant> people) {
        List<Participant> all = new ArrayList<>(participants.values());
        Map<String, Participant> changed = people.stream()
                .collect(Collectors.toMap(Participant::id, one -> one, (one, other) -> other, LinkedHashMap::new));
        all.replaceAll(one -> Optional.ofNullable(changed.remove(one.id())).orElse(one));
        all.addAll(changed.values());
        Roster after = new Roster(all, groups);
        if (named != null) {
            Map<String, Set<String>> names = new HashMap<>(named());
            people.forEach(one -> {
                participant(one.id())
                        .ifPresent(before -> names.computeIfPresent(
                                Participant.key(before.name()), (key, ids) -> without(ids, one.id())));
                names.merge(Participant.key(one.name()), Set.of(one.id()), Roster::both);
            });
            after.named = names;
        }
        return after;
    }

    private Map<String, Set<String>> named() {
        Map<String, Set<String>> known = named;
        if (known == null) {
            known = new HashMap<>();
            for (Participant one : participants.values()) {
                known.merge(Participant.key(one.name()), Set.of(one.id()), Roster::both);
            }
            named = known;
        }
        return known;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Set<String> without(Set<String> ids, String id) {
        Set<String> rest = ids.stream().filter(one -> !one.equals(id)).collect(Collectors.toUnmodifiableSet());
        return rest.isEmpty() ? null : rest;
    }

    /** The students who are there. */
    public List<Participant> students() {
        return participants.values().stream().filter(Participant::studies).toList();
    }

    public Optional<Participant> participant(String person) {
        return Optional.ofNullable(participants.get(person));
    }

    /** Who is called so: one person, or none; several only where a lesson was begun before names were one person's each. */
    public List<Participant> called(String name) {
        return named().getOrDefault(Participant.key(name), Set.of()).stream()
                .map(participants::get)
                .sorted(Comparator.comparing(Participant::joinedAt).thenComparing(Participant::id))
                .toList();
    }

    /** Whether anybody else than this person is called so. */
    public boolean isTaken(String name, String person) {
        return named().getOrDefault(Participant.key(name), Set.of()).stream().anyMatch(id -> !id.equals(person));
    }

    public boolean teaches(String person) {
        return participant(person)
                .filter(one -> one.role() == Participant.Role.TEACHER)
                .isPresent();
    }

    /** The name shown, or the empty string for somebody who is not in the lesson. */
    public String name(String person) {
        return participant(person).map(Participant::name).orElse("");
    }

    /** The groups of one pairing that have anybody in them, by number. */
    public List<Group> groups(Pairing pairing) {
        return groups.stream()
                .filter(group -> group.pairing() == pairing && !group.members().isEmpty())
                .toList();
    }

    public Optional<Group> group(Pairing pairing, String person) {
        return Optional.ofNullable(groupsOf.getOrDefault(pairing, Map.of()).get(person));
    }

    /** The others in this person's group; empty while they wait for one. */
    public List<String> partners(Pairing pairing, String person) {
        return group(pairing, person).stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !member.equals(person))
                .toList();
    }
}
