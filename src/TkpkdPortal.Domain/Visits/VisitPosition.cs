namespace TkpkdPortal.Domain.Visits;

/// <summary>Where the phone stood, with the accuracy that it claims in metres and the time of the reading.</summary>
public sealed record VisitPosition(double Latitude, double Longitude, double Accuracy, DateTime TakenAt)
{
    /// <summary>Null where no place on earth is meant.</summary>
    public static VisitPosition? Of(double latitude, double longitude, double accuracy, DateTime takenAt) =>
        double.Abs(latitude) <= 90 && double.Abs(longitude) <= 180 && accuracy is >= 0 and < 1_000_000 ? new(latitude, longitude, accuracy, takenAt) : null;
}
