namespace TkpkdPortal.Documents;

/// <summary>Millimetres, told to an engine that counts in points.</summary>
public static class Units
{
    /// <summary>Points in a millimetre.</summary>
    public const float PointsPerMillimetre = 72f / 25.4f;

    public static float Mm(this int millimetres) => millimetres * PointsPerMillimetre;

    public static float Mm(this float millimetres) => millimetres * PointsPerMillimetre;

    public static float Mm(this double millimetres) => (float)millimetres * PointsPerMillimetre;
}
