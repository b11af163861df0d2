namespace Utvardering.Statistics.Randomisation;

/// <summary>The value of a rank among many, without sorting them all.</summary>
internal static class OrderStatistic
{
    /// <summary>The value that would stand at a position if all were in ascending order; they are moved about.</summary>
    /// <remarks>Hoare (1961), "Algorithm 65: Find", with the median of three as pivot.</remarks>
    public static double Of(Span<double> values, int position)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Median(values[low], values[low + ((high - low) / 2)], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (position <= j)
            {
                high = j;
            }
            else if (position >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[position];
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
