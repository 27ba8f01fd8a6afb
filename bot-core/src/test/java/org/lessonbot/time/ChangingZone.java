package org.lessonbot.time;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A country that changes its rules while the program runs, as an update of Java's tables does between two runs. */
final class ChangingZone extends ZoneRulesProvider {
    static final String ID = "Test/Changing";

    private static volatile ZoneRules rules = ZoneOffset.UTC.getRules();

    static {
        ZoneRulesProvider.registerProvider(new ChangingZone());
    }

    private ChangingZone() {}

    static void offset(ZoneOffset offset) {
        rules = offset.getRules();
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ID);
    }

    /** Nothing that could be kept, so that the rules are asked for each time. */
    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return forCaching ? null : rules;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(java.util.Map.of("1", rules));
    }
}
