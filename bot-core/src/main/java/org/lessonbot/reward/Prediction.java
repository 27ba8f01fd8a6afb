package org.lessonbot.reward;

import java.util.OptionalLong;

/** What a reward model says before a vote. */
public sealed interface Prediction {
    /** Standard deviations to each side of a 95 % range. */
    double Z_95 = 1.959963984540054;

    /** Standard deviations on one side of which four of five lie. */
    double Z_80 = 0.8416212335729143;

    /** The half of a range in log odds with which it is ±20 of 100 about an even vote. */
    double NARROW = Math.log(0.7 / 0.3);

    /**
     * It expects such a vote.
     *
     * @param forFirst the share that the first response gets, 0 to 1
     * @param low the lower end of the 95 % range of that share
     */
    record Expected(double forFirst, double low, double high) implements Prediction {}

    /**
     * It knows too little.
     *
     * @param needed votes in all from which on it may know enough, more than there are; nothing where no vote was about anything that the
     *     two differ in
     */
    record TooLittle(long votes, OptionalLong needed) implements Prediction {}

    /**
     * It knows enough if it is sure in four of five cases which response gets more votes, or if the 95 % range of the vote is at most ±20 of
     * 100 wide about an even one; and if the votes tell at least half as much about these two responses as the prior does. Information
     * (1/variance) grows evenly with votes of the same kind, so the votes it needs are as many times those it has as the information it
     * lacks is of that which they gave.
     *
     * <p>The share is that of σ over the whole range of log odds, σ(m / √(1 + πv/8)): D. J. C. MacKay, "The evidence framework applied to
     * classification networks", Neural Computation 4 (1992), 720–736.
     *
     * @param lead the log odds of the first response
     * @param variance of the lead
     * @param prior the variance of the lead before any vote
     */
    static Prediction of(double lead, double variance, double prior, double votes) {
        double told = prior == 0 ? 0 : 1 / variance - 1 / prior;
        // The information with which it is sure of the side, or the range narrow.
        double sure = Math.min(Math.pow(Z_80 / lead, 2), Math.pow(Z_95 / NARROW, 2));
        double wanted = prior == 0 ? 0 : Math.max(sure - 1 / prior, 0.5 / prior);
        if (prior > 0 && told >= wanted) {
            double deviation = Math.sqrt(variance);
            return new Expected(
                    Posterior.sigmoid(lead / Math.sqrt(1 + Math.PI * variance / 8)),
                    Posterior.sigmoid(lead - Z_95 * deviation),
                    Posterior.sigmoid(lead + Z_95 * deviation));
        }
        long have = Math.round(votes);
        // Less than a hundredth of what the prior tells is as good as nothing.
        if (prior == 0 || told * prior < 0.01) {
            return new TooLittle(have, OptionalLong.empty());
        }
        long needed = (long) Math.ceil(votes * wanted / told);
        return new TooLittle(have, OptionalLong.of(Math.max(needed, have + 1)));
    }
}
