package org.lessonbot.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.plan.Pairing;

/** Who takes part, and who works with whom. Immutable; one person is found as fast in a class of thousands as in one of ten. */
public final class Roster {
    public static final Roster EMPTY = new Roster(List.of(), List.of());

    private final Map<String, Participant> participants;
    private final List<Group> groups;
    private final Map<Pairing, Map<String, Group>> groupsOf;

    /** People by what tells their names apart; made when it is asked for first, since few ask and it is dear. */
    private volatile @Nullable Map<String, Set<String>> named;

    /** @param groups all there ever were; one whose members have all left is empty, and its number is not given again */
    public Roster(Collection<Participant> participants, Collection<Group> groups) {
        this(byId(participants), List.copyOf(groups), seats(groups), null);
    }

    private Roster(
            Map<String, Participant> participants,
            List<Group> groups,
            Map<Pairing, Map<String, Group>> groupsOf,
            @Nullable Map<String, Set<String>> named) {
        this.participants = participants;
        this.groups = groups;
        this.groupsOf = groupsOf;
        this.named = named;
    }

    private static Map<String, Participant> byId(Collection<Participant> participants) {
        Map<String, Participant> byId = new LinkedHashMap<>();
        participants.forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private static Map<Pairing, Map<String, Group>> seats(Collection<Group> groups) {
        Map<Pairing, Map<String, Group>> seats = new EnumMap<>(Pairing.class);
        for (Group group : groups) {
            Map<String, Group> ofPairing = seats.computeIfAbsent(group.pairing(), none -> new HashMap<>());
            group.members().forEach(member -> ofPairing.putIfAbsent(member, group));
        }
        return seats;
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
        return Collections.unmodifiableList(groups);
    }

    /** This roster with these people as they are now, each at the place they have or else behind all others. */
    public Roster with(Collection<Participant> people) {
        Map<String, Participant> all = new LinkedHashMap<>(participants);
        people.forEach(one -> all.put(one.id(), one));
        return new Roster(all, groups, groupsOf, named == null ? null : named(people));
    }

    private Map<String, Set<String>> named(Collection<Participant> people) {
        Map<String, Set<String>> names = new HashMap<>(named());
        people.forEach(one -> {
            participant(one.id())
                    .ifPresent(before -> names.computeIfPresent(
                            Participant.key(before.name()), (key, ids) -> without(ids, one.id())));
            names.merge(Participant.key(one.name()), Set.of(one.id()), Roster::both);
        });
        return names;
    }

    /**
     * This roster with people in groups, behind whoever is in them already.
     *
     * @param seats by person the number of the group; none of them is in another of this pairing
     */
    public Roster seated(Pairing pairing, Map<String, Integer> seats) {
        Map<Integer, List<String>> members = new HashMap<>();
        seats.forEach((person, number) ->
                members.computeIfAbsent(number, none -> new ArrayList<>()).add(person));
        return changed(pairing, members.keySet(), group -> group.with(members.getOrDefault(group.number(), List.of())));
    }

    /** This roster without these people in any group of this pairing. */
    public Roster without(Pairing pairing, Collection<String> people) {
        Set<Integer> left = people.stream()
                .flatMap(one -> group(pairing, one).stream())
                .map(Group::number)
                .collect(Collectors.toSet());
        return left.isEmpty() ? this : changed(pairing, left, group -> group.without(people));
    }

    /** This roster with these groups otherwise; those that are not there yet come in empty. */
    private Roster changed(Pairing pairing, Set<Integer> numbers, UnaryOperator<Group> change) {
        Set<Integer> wanted = new TreeSet<>(numbers);
        Map<String, Group> ofPairing = new HashMap<>(groupsOf.getOrDefault(pairing, Map.of()));
        UnaryOperator<Group> reseat = before -> {
            Group after = change.apply(before);
            before.members().forEach(ofPairing::remove);
            after.members().forEach(member -> ofPairing.put(member, after));
            return after;
        };
        List<Group> all = new ArrayList<>(groups);
        all.replaceAll(
                group -> group.pairing() == pairing && wanted.remove(group.number()) ? reseat.apply(group) : group);
        if (!wanted.isEmpty()) {
            wanted.forEach(number -> all.add(reseat.apply(new Group(pairing, number, List.of()))));
            all.sort(Comparator.comparing((Group group) -> group.pairing().name())
                    .thenComparing(Group::number));
        }
        Map<Pairing, Map<String, Group>> seats = new EnumMap<>(Pairing.class);
        seats.putAll(groupsOf);
        seats.put(pairing, ofPairing);
        return new Roster(participants, all, seats, named);
    }

    /** This roster with these people gone, but for their places in groups. */
    public Roster away(Collection<String> people) {
        return with(people.stream()
                .flatMap(one -> participant(one).stream())
                .map(one -> new Participant(one.id(), one.name(), one.role(), false, one.joinedAt()))
                .toList());
    }

    /** The students who are there and have nobody to work with in this pairing, in the order in which they came. */
    public List<String> alone(Pairing pairing) {
        Map<String, Group> ofPairing = groupsOf.getOrDefault(pairing, Map.of());
        List<String> alone = new ArrayList<>();
        for (Participant one : participants.values()) {
            if (one.studies()) {
                Group group = ofPairing.get(one.id());
                if (group == null || group.members().size() == 1) {
                    alone.add(one.id());
                }
            }
        }
        return alone;
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

    /** Whether this person came as somebody who leads; whether they may is another question. */
    public boolean teaches(String person) {
        return participant(person).filter(Participant::teaches).isPresent();
    }

    /** Whether this person leads the lesson without a right of their own: they were asked to. */
    public boolean wasAskedToLead(String person) {
        return participant(person)
                .filter(one -> one.role() == Participant.Role.CO_TEACHER)
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
