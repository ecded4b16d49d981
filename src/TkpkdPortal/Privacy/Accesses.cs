using TkpkdPortal.Access;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Privacy;

/// <summary>
/// Notes that the current user sees households. Whoever shows, prints or exports one calls this; a row of a list that is only leafed through is
/// not noted (docs/decisions/0017-who-saw-a-household.md).
/// </summary>
public sealed class Accesses(AccessQueue queue, ActingUser user, OfficeClock clock)
{
    public void Note(Guid household, AccessChannel channel, string? purpose = null) => Note([household], channel, purpose);

    /// <summary>Without a purpose of its own it is that of the channel, else of the office that the user holds.</summary>
    public void Note(IEnumerable<Guid> households, AccessChannel channel, string? purpose = null)
    {
        var (at, reason) = (clock.UtcNow, purpose ?? PurposeOf(channel));
        foreach (var household in households)
            queue.Add(new SeenHousehold(household, user.Id, at, channel, reason));
    }

    private string PurposeOf(AccessChannel channel) => channel switch
    {
        AccessChannel.VisitForm or AccessChannel.Worklist when user.Can(Permission.RecordVisits) => "Verifikasi lapangan",
        AccessChannel.Review => "Pemeriksaan hasil kunjungan",
        AccessChannel.DoubleCheck => "Pemeriksaan data ganda",
        AccessChannel.FieldCheck => "Pemeriksaan ketidakselarasan data",
        AccessChannel.AidForm => "Pencatatan bantuan",
        AccessChannel.SubjectReport => "Permohonan subjek data",
        _ => PurposeOf(user.Grants.Select(grant => grant.Role).FirstOrDefault(role => role.Grants(Permission.ViewHouseholds), user.Grants[0].Role)),
    };

    private static string PurposeOf(Role role) => role switch
    {
        Role.Analyst => "Penetapan dan pemantauan sasaran",
        Role.SocialService => "Pelayanan sosial",
        Role.CivilRegistry => "Pemadanan data kependudukan",
        Role.Opd => "Bantuan menurut tugas OPD",
        Role.DistrictHead => "Pembinaan verifikasi di kecamatan",
        Role.VillageHead => "Pelayanan dan pemeriksaan di desa atau kelurahan",
        Role.Enumerator => "Verifikasi lapangan",
        Role.DataProtectionOfficer => "Pelindungan data pribadi",
        Role.Leadership => "Pemantauan",
        Role.Auditor => "Pemeriksaan",
        Role.Admin => "Administrasi portal",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
