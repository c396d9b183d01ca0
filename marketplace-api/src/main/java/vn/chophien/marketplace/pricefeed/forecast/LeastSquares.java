package vn.chophien.marketplace.pricefeed.forecast;

/** Ordinary least squares with few regressors, by normal equations and Cholesky's decomposition. */
final class LeastSquares {
    private static final double RIDGE = 1e-10;

    private LeastSquares() {}

    /** The coefficients b that bring y − Σ b·x nearest to zero; a regressor that says nothing new gets close to none. */
    static double[] coefficients(double[][] regressors, double[] y) {
        int count = regressors.length;
        var left = new double[count][count];
        var right = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                left[i][j] = product(regressors[i], regressors[j]);
            }
            right[i] = product(regressors[i], y);
        }
        for (int i = 0; i < count; i++) {
            left[i][i] += RIDGE * (1 + left[i][i]);
        }
        return solved(left, right);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /** @param left the lower half of a positive definite matrix, which is overwritten */
    private static double[] solved(double[][] left, double[] right) {
        int count = right.length;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = left[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= left[i][k] * left[j][k];
                }
                left[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / left[j][j];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= left[i][k] * right[k];
            }
            right[i] /= left[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int k = i + 1; k < count; k++) {
                right[i] -= left[k][i] * right[k];
            }
            right[i] /= left[i][i];
        }
        return right;
    }
}
