namespace TkpkdPortal.Demo;

/// <summary>Common given and family names of four peoples of the rivers and towns of Kalimantan, put together by chance.</summary>
internal static class DemoNames
{
    private static readonly string[][] Men =
    [
        ["Ahmad", "Syahrani", "Rusdi", "Hamdani", "Jumri", "Arbain", "Mastur", "Suriansyah", "Kaspul", "Bahrun", "Jainudin", "Nordin", "Aidi", "Masrani"],
        ["Supriyadi", "Slamet", "Sugeng", "Wahyudi", "Bambang", "Eko", "Agus", "Joko", "Sutrisno", "Poniman", "Teguh", "Sariman"],
        ["Ambo", "Baso", "Syarifuddin", "Kamaruddin", "Arifin", "Syamsul", "Bahtiar", "Jufri", "Rustam", "Tahir"],
        ["Yohanes", "Petrus", "Markus", "Lukas", "Yulius", "Stepanus", "Lawing", "Jalung", "Ajang", "Ngau", "Imang"],
    ];

    private static readonly string[][] Women =
    [
        ["Siti", "Rahmah", "Hamidah", "Norhayati", "Rusmini", "Salasiah", "Masniah", "Jamilah", "Arbayah", "Halimah", "Rabiatul", "Fitri"],
        ["Sri", "Sumiati", "Suparmi", "Endang", "Partini", "Lestari", "Poniyem", "Sutini", "Tumini", "Ratna"],
        ["Hasnah", "Rosmini", "Nurhayati", "Hatijah", "Besse", "Mardiana", "Suriani", "Darmawati", "Rahmatia"],
        ["Maria", "Martha", "Kristina", "Bulan", "Lucia", "Agustina", "Yulita", "Hunyang", "Paya", "Elisabet"],
    ];

    private static readonly string[][] Last =
    [
        ["Rahman", "Anwar", "Efendi", "Hadi", "Fauzi", "Ridwan", "Hidayat", "Maulana", "Karim", "Rasyid"],
        ["Santoso", "Riyadi", "Prasetyo", "Wibowo", "Susanto", "Hartono", "Setiawan", "Nugroho", "Purnomo"],
        ["Nurdin", "Mansyur", "Daeng Parani", "Patta", "Hasan", "Latif", "Bakri", "Mustafa", "Saleh"],
        ["Lenjau", "Bilung", "Apui", "Liah", "Uluk", "Ibau", "Juk", "Kuleh", "Tingang", "Sawang"],
    ];

    public static int PeopleCount => Men.Length;

    public static string Of(Random random, int people, bool isWoman)
    {
        var first = (isWoman ? Women : Men)[people];
        return $"{first[random.Next(first.Length)]} {Last[people][random.Next(Last[people].Length)]}".ToUpperInvariant();
    }
}
