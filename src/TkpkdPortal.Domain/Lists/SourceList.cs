namespace TkpkdPortal.Domain.Lists;

/// <summary>A list of poor families that an office receives. The list of lists is short and closed: each has its own layout and legal basis.</summary>
public enum SourceList
{
    /// <summary>Pensasaran Percepatan Penghapusan Kemiskinan Ekstrem, Kemenko PMK (Kepmenko PMK 30/2022).</summary>
    P3ke = 1,

    /// <summary>Data Tunggal Sosial dan Ekonomi Nasional, BPS (Inpres 4/2025).</summary>
    Dtsen = 2,

    /// <summary>What deliberations in the villages agreed on, in the sheets in which they wrote it down (Permendes 16/2019).</summary>
    Deliberation = 3,

    /// <summary>What a verification in the field answered, in sheets that were filled in outside the portal (Kepmenko PMK 32/2022).</summary>
    Verification = 4,
}

/// <summary>The names of the lists as pages and papers write them.</summary>
public static class SourceListNames
{
    public static string Label(this SourceList list) => list switch
    {
        SourceList.P3ke => "P3KE",
        SourceList.Dtsen => "DTSEN",
        SourceList.Deliberation => "Hasil musdes/muskel",
        SourceList.Verification => "Hasil verval",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>The list whose family ids a source uses: sheets of the office name the families of P3KE by its ids.</summary>
    public static SourceList KeysOf(this SourceList list) => list is SourceList.Deliberation or SourceList.Verification ? SourceList.P3ke : list;

    public static string FullName(this SourceList list) => list switch
    {
        SourceList.P3ke => "Pensasaran Percepatan Penghapusan Kemiskinan Ekstrem",
        SourceList.Dtsen => "Data Tunggal Sosial dan Ekonomi Nasional",
        SourceList.Deliberation => "Hasil musyawarah desa atau kelurahan",
        SourceList.Verification => "Hasil verifikasi dan validasi",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>Who sets the list up; a release may state otherwise.</summary>
    public static string Owner(this SourceList list) => list switch
    {
        SourceList.P3ke => "Kemenko PMK",
        SourceList.Dtsen => "BPS",
        SourceList.Deliberation or SourceList.Verification => "Pemerintah daerah",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>The rule by which it exists when nobody states another: rules change, so each release keeps its own.</summary>
    public static string LegalBasis(this SourceList list) => list switch
    {
        SourceList.P3ke => "Kepmenko PMK 30/2022",
        SourceList.Dtsen => "Inpres 4/2025",
        SourceList.Deliberation or SourceList.Verification => "Inpres 8/2025",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };
}
