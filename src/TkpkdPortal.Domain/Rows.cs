namespace TkpkdPortal.Domain;

/// <summary>A row that leaves the program under its <see cref="PublicId"/>; the numeric key never does.</summary>
public interface IHasPublicId
{
    Guid PublicId { get; }
}

/// <summary>A row that lies in an area and is only seen by users of that area.</summary>
public interface IHasArea
{
    /// <summary>Stored form of <see cref="Areas.AreaCode"/>, dotted with a trailing dot.</summary>
    string AreaCode { get; }
}

/// <summary>A row that two people may edit at once: the later write is refused when the version has moved.</summary>
public interface IHasVersion
{
    int Version { get; }
}

/// <summary>A row whose values are personal: the audit names the fields that changed and never their values.</summary>
public interface IHoldsPersonalData;
