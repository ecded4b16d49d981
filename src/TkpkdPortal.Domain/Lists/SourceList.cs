namespace TkpkdPortal.Domain.Lists;

/// <summary>A list of poor families that an office receives. The list of lists is short and closed: each has its own layout and legal basis.</summary>
public enum SourceList
{
    /// <summary>Pensasaran Percepatan Penghapusan Kemiskinan Ekstrem, Kemenko PMK (Kepmenko PMK 30/2022).</summary>
    P3ke = 1,

    /// <summary>Data Tunggal Sosial dan Ekonomi Nasional, BPS (Inpres 4/2025).</summary>
    Dtsen = 2,
}

/// <summary>The names of the lists as pages and papers write them.</summary>
public static class SourceListNames
{
    public static string Label(this SourceList list) => list switch
    {
        SourceList.P3ke => "P3KE",
        SourceList.Dtsen => "DTSEN",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };
}
