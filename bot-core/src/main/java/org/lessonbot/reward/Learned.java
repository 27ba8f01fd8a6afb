package org.lessonbot.reward;

/**
 * What a model has learned about one axis: of two responses alike in all else, how often the one that has a unit more of it is chosen.
 *
 * @param share 0 to 1; one half if it makes no difference
 * @param low the lower end of the 95 % range of the share
 */
public record Learned(Axis axis, double share, double low, double high) {
    static Learned of(Axis axis, double weight, double deviation) {
        return new Learned(
                axis,
                Posterior.sigmoid(weight),
                Posterior.sigmoid(weight - Prediction.Z_95 * deviation),
                Posterior.sigmoid(weight + Prediction.Z_95 * deviation));
    }

    /** The same told of the one that has a unit less. */
    public Learned ofLess() {
        return new Learned(axis, 1 - share, 1 - high, 1 - low);
    }

    public Taste taste() {
        return low > 0.5 ? Taste.LIKED : high < 0.5 ? Taste.DISLIKED : Taste.UNCLEAR;
    }

    /** Which side of one half the whole range is on. */
    public enum Taste {
        LIKED,
        DISLIKED,
        UNCLEAR
    }
}
