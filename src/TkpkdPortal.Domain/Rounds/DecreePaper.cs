namespace TkpkdPortal.Domain.Rounds;

/// <summary>Lampiran SK: what is published, and what names the families.</summary>
public enum DecreeAnnex
{
    Recap = 1,
    ByName = 2,
}

/// <summary>An annex of a decree, byte for byte as it was made on the day of recording.</summary>
public sealed class DecreePaper : IHoldsPersonalData
{
    public long DecreeId { get; init; }

    public DecreeAnnex Annex { get; init; }

    /// <summary>How many households it counts or names: whoever does not see all of them does not see the annex that names them.</summary>
    public int Households { get; init; }

    public required byte[] Content { get; init; }
}
