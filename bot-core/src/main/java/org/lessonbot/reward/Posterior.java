package org.lessonbot.reward;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What votes tell of weights: the most probable ones, and how sure they are.
 *
 * <p>With d the difference of two responses, y of n votes for the first, σ(t) = 1/(1 + e⁻ᵗ) and a prior N(0, τ²) on each weight, the
 * most probable w is where Σ (y − nσ(w·d)) d − w/τ² = 0; it is found by Newton's steps, since the sum is concave. Around it the
 * posterior is taken for a normal one with the covariance (Σ nσ(1 − σ) ddᵀ + I/τ²)⁻¹ (Laplace): C. M. Bishop, Pattern Recognition and
 * Machine Learning (2006), 4.3.3, 4.4 and 4.5.1.
 */
record Posterior(double[] mean, DMatrixRMaj covariance) {
    private static final int MOST_STEPS = 100;

    /** After a step as short as this what is left is about its square. Heights that close cannot be told apart, nor a way up. */
    private static final double CLOSE = 1e-6;

    private static final double SHORTEST = 1e-10;

    /** The votes on one pair of responses. */
    record Observed(double[] difference, double wins, double votes) {}

    /** @param deviation τ of each weight before any vote, above 0 */
    static Posterior of(List<Observed> votes, int weights, double deviation) {
        double[] mode = mode(votes, new double[weights], deviation);
        DMatrixRMaj covariance = new DMatrixRMaj(weights, weights);
        if (weights > 0) {
            curvature(votes, mode, deviation).invert(covariance);
        }
        return new Posterior(mode, covariance);
    }

    /**
     * The most probable weights alone.
     *
     * @param start from where they are looked for; what is found does not depend on it
     */
    static double[] mode(List<Observed> votes, double[] start, double deviation) {
        double[] w = start;
        for (int step = 0; step < MOST_STEPS && w.length > 0; step++) {
            LinearSolverDense<DMatrixRMaj> solver = curvature(votes, w, deviation);
            DMatrixRMaj change = new DMatrixRMaj(w.length, 1);
            solver.solve(DMatrixRMaj.wrap(w.length, 1, gradient(votes, w, deviation)), change);
            if (CommonOps_DDRM.elementMaxAbs(change) < CLOSE) {
                return after(w, change.getData(), 1);
            }
            w = uphill(votes, w, change.getData(), deviation);
        }
        return w;
    }

    /** d of w·d. */
    double mean(double[] direction) {
        return dot(mean, direction);
    }

    /** The variance of w·d. */
    double variance(double[] direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                sum += direction[i] * covariance.get(i, j) * direction[j];
            }
        }
        return sum;
    }

    /** A whole step where it leads uphill, else half of it, and so on. */
    private static double[] uphill(List<Observed> votes, double[] w, double[] step, double deviation) {
        double here = height(votes, w, deviation);
        for (double share = 1; share > SHORTEST; share /= 2) {
            double[] next = after(w, step, share);
            if (height(votes, next, deviation) >= here) {
                return next;
            }
        }
        return w;
    }

    private static double[] after(double[] w, double[] step, double share) {
        double[] next = w.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += share * step[i];
        }
        return next;
    }

    private static double height(List<Observed> votes, double[] w, double deviation) {
        double sum = -dot(w, w) / (2 * deviation * deviation);
        for (Observed one : votes) {
            double lead = dot(w, one.difference());
            sum += one.wins() * lead - one.votes() * (Math.max(lead, 0) + Math.log1p(Math.exp(-Math.abs(lead))));
        }
        return sum;
    }

    private static double[] gradient(List<Observed> votes, double[] w, double deviation) {
        double[] gradient = Arrays.stream(w)
                .map(weight -> -weight / (deviation * deviation))
                .toArray();
        for (Observed one : votes) {
            double surprise = one.wins() - one.votes() * sigmoid(dot(w, one.difference()));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += surprise * one.difference()[i];
            }
        }
        return gradient;
    }

    private static LinearSolverDense<DMatrixRMaj> curvature(List<Observed> votes, double[] w, double deviation) {
        DMatrixRMaj sum = CommonOps_DDRM.identity(w.length);
        CommonOps_DDRM.scale(1 / (deviation * deviation), sum);
        for (Observed one : votes) {
            double p = sigmoid(dot(w, one.difference()));
            DMatrixRMaj d = DMatrixRMaj.wrap(w.length, 1, one.difference());
            CommonOps_DDRM.multAddTransB(one.votes() * p * (1 - p), d, d, sum);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(w.length);
        if (!solver.setA(sum)) {
            throw new IllegalStateException("a prior makes every sum of votes invertible, and this one is not");
        }
        return solver;
    }

    static double sigmoid(double lead) {
        return 1 / (1 + Math.exp(-lead));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
