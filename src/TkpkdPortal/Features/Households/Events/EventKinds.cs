using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Features.Households.Events;

/// <summary>An event as a clerk chooses it: its address, its name, and what it is for.</summary>
public sealed record EventChoice(FamilyEventKind Kind, string Slug, string Label, string Hint)
{
    public static IReadOnlyList<EventChoice> All { get; } =
    [
        new(FamilyEventKind.Birth, "kelahiran", "Kelahiran", "Anak lahir dan menjadi anggota keluarga ini"),
        new(FamilyEventKind.Arrival, "bergabung", "Anggota baru bergabung", "Istri, suami, atau kerabat yang belum ada dalam register, misalnya karena menikah"),
        new(FamilyEventKind.Death, "kematian", "Kematian", "Anggota meninggal; bila kepala keluarga, pilih penggantinya"),
        new(FamilyEventKind.Departure, "keluar", "Anggota pindah ke luar kabupaten/kota", "Satu anggota pergi, keluarganya tetap"),
        new(FamilyEventKind.ChangeOfHead, "ganti-kepala", "Ganti kepala keluarga", "Anggota lain menjadi kepala keluarga"),
        new(FamilyEventKind.Split, "pecah-kk", "Pecah KK", "Sebagian anggota menjadi keluarga baru"),
        new(FamilyEventKind.Transfer, "pindah-keluarga", "Anggota pindah ke keluarga lain", "Bergabung dengan keluarga lain dalam register, misalnya karena menikah"),
        new(FamilyEventKind.MoveOut, "pindah-luar", "Keluarga pindah ke luar kabupaten/kota", "Seluruh keluarga pergi; catatannya ditutup"),
    ];

    public static EventChoice? Of(string slug) => All.FirstOrDefault(choice => choice.Slug == slug);

    public bool AsksMember => Kind is FamilyEventKind.Death or FamilyEventKind.Departure or FamilyEventKind.Transfer;

    public bool AsksNewHead => AsksMember || Kind is FamilyEventKind.Split or FamilyEventKind.ChangeOfHead;

    public bool AsksPerson => Kind is FamilyEventKind.Birth or FamilyEventKind.Arrival;
}
