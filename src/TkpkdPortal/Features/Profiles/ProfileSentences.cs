using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Profiles;

/// <summary>The sentences that open a village's profile, made from its figures alone.</summary>
public static class ProfileSentences
{
    public static string[] Of(VillageProfile profile)
    {
        if (profile.Families == 0)
            return ["Belum ada keluarga dalam register."];
        var first = $"Register memuat *{Indonesian.Number(profile.Families)} KK* ({Indonesian.Number(profile.Members)} jiwa); *{Indonesian.Number(profile.FirstDecile)} KK* berada pada desil 1 menurut {profile.List}.";
        var most = profile.Needs.Count == 0 ? 0 : profile.Needs.Max(need => need.Nobody);
        var second = most == 0 ? "Tidak ada kebutuhan yang diketahui dan belum diambil siapa pun."
            : $"Kebutuhan yang paling banyak belum diambil siapa pun: {Indonesian.List([.. profile.Needs.Where(need => need.Nobody == most).Select(need => need.Name)])} ({Indonesian.Number(most)} KK).";
        var third = profile.Visited == profile.Families ? "Semua KK sudah dikunjungi dan disetujui." : $"{Indonesian.Number(profile.Visited)} KK sudah dikunjungi dan disetujui, {Indonesian.Number(profile.Families - profile.Visited)} KK belum.";
        return [first, second, third];
    }
}
