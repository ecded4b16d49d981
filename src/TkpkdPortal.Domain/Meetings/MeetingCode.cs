using System.Security.Cryptography;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>The code of a meeting's list of attendance: twelve letters and digits that nobody guesses, without those that are taken for one another.</summary>
public static class MeetingCode
{
    public const int Length = 12;

    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
