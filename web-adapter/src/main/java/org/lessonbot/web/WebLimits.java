package org.lessonbot.web;

import java.time.Duration;

/**
 * How much one visitor may ask for. A whole school often comes from one address, so what is counted by address is wide.
 *
 * @param bodyBytes the largest request taken: five fields of 3000 characters, each up to six bytes in JSON, and then some
 * @param personBurst acts of one person at once
 * @param personPerSecond acts of one person in the long run
 * @param addressBurst requests from one address at once, acts and entries alike
 * @param addressPerSecond the same in the long run
 * @param streamsPerPerson open pages of one person: a browser has six connections to a server, each page holds one, and what is pressed
 *     needs one too
 * @param streams open pages in all
 * @param silence how long nothing may be heard over a connection before it is taken for dead; streams are pinged twice as often
 */
public record WebLimits(
        int bodyBytes,
        int personBurst,
        double personPerSecond,
        int addressBurst,
        double addressPerSecond,
        int streamsPerPerson,
        int streams,
        Duration silence) {
    public static final WebLimits DEFAULT = new WebLimits(128 * 1024, 30, 5, 600, 150, 3, 2000, Duration.ofSeconds(30));

    /** The same with connections that may be silent for so long. */
    public WebLimits silentFor(Duration other) {
        return new WebLimits(
                bodyBytes,
                personBurst,
                personPerSecond,
                addressBurst,
                addressPerSecond,
                streamsPerPerson,
                streams,
                other);
    }

    /** People who may come in from one address at once: several classes, and no crowd that a script makes up. */
    int entryBurst() {
        return addressBurst / 5;
    }

    /** Codes to come back by that may be tried in one room at once, from wherever: there are 244 million. */
    int backBurst() {
        return addressBurst / 10;
    }

    /** The same in the long run. */
    double backsPerSecond() {
        return addressPerSecond / 300;
    }

    /** {@link #entryBurst} in the long run. */
    double entriesPerSecond() {
        return addressPerSecond / 75;
    }
}
