namespace TkpkdPortal.Demo;

/// <summary>Common given and family names of the peoples of Kalimantan's rivers and towns, put together by chance.</summary>
internal static class DemoNames
{
    // Banjar, Jawa, Bugis, Kenyah and Bahau, Kutai, Ngaju, Melayu Pontianak, Tionghoa, Madura.
    private static readonly People[] Peoples =
    [
        new(["Ahmad", "Syahrani", "Rusdi", "Hamdani", "Jumri", "Arbain", "Mastur", "Suriansyah", "Kaspul", "Bahrun", "Jainudin", "Nordin", "Aidi", "Masrani"],
            ["Siti", "Rahmah", "Hamidah", "Norhayati", "Rusmini", "Salasiah", "Masniah", "Jamilah", "Arbayah", "Halimah", "Rabiatul", "Fitri"],
            ["Rahman", "Anwar", "Efendi", "Hadi", "Fauzi", "Ridwan", "Hidayat", "Maulana", "Karim", "Rasyid"]),
        new(["Supriyadi", "Slamet", "Sugeng", "Wahyudi", "Bambang", "Eko", "Agus", "Joko", "Sutrisno", "Poniman", "Teguh", "Sariman"],
            ["Sri", "Sumiati", "Suparmi", "Endang", "Partini", "Lestari", "Poniyem", "Sutini", "Tumini", "Ratna"],
            ["Santoso", "Riyadi", "Prasetyo", "Wibowo", "Susanto", "Hartono", "Setiawan", "Nugroho", "Purnomo"]),
        new(["Ambo", "Baso", "Syarifuddin", "Kamaruddin", "Arifin", "Syamsul", "Bahtiar", "Jufri", "Rustam", "Tahir"],
            ["Hasnah", "Rosmini", "Nurhayati", "Hatijah", "Besse", "Mardiana", "Suriani", "Darmawati", "Rahmatia"],
            ["Nurdin", "Mansyur", "Daeng Parani", "Patta", "Hasan", "Latif", "Bakri", "Mustafa", "Saleh"]),
        new(["Yohanes", "Petrus", "Markus", "Lukas", "Yulius", "Stepanus", "Lawing", "Jalung", "Ajang", "Ngau", "Imang"],
            ["Maria", "Martha", "Kristina", "Bulan", "Lucia", "Agustina", "Yulita", "Hunyang", "Paya", "Elisabet"],
            ["Lenjau", "Bilung", "Apui", "Liah", "Uluk", "Ibau", "Juk", "Kuleh", "Tingang", "Sawang"]),
        new(["Awang", "Aji", "Encek", "Hasbullah", "Muksin", "Asran", "Jamhari", "Darmansyah", "Sabran", "Idris"],
            ["Aji", "Dayang", "Rusnah", "Maimunah", "Noraini", "Saniah", "Hadijah", "Asnah", "Jurniah"],
            ["Muhammad", "Kaharuddin", "Bachtiar", "Zainal", "Raden", "Sulaiman", "Alimuddin", "Ishak", "Yusran"]),
        new(["Sahewu", "Jimmy", "Yansen", "Rudolf", "Dehen", "Silam", "Bahing", "Kasno", "Herson", "Elia", "Napa"],
            ["Nyai", "Helmina", "Rentie", "Yulince", "Kumpang", "Liwan", "Erna", "Dewi", "Ribka", "Selvi"],
            ["Tundan", "Mihing", "Garang", "Sangen", "Antang", "Sawung", "Rangkap", "Bungai", "Lambung", "Kunum"]),
        new(["Syarif", "Abdul", "Ade", "Uray", "Burhan", "Hamzah", "Zulkifli", "Iskandar", "Mahmud", "Ismail", "Marwan"],
            ["Syarifah", "Nuraini", "Zubaidah", "Rohani", "Fauziah", "Saadiah", "Ramlah", "Mariati", "Sarbiah", "Yuliana"],
            ["Abdurrahman", "Alkadrie", "Usman", "Kasim", "Bakar", "Hamid", "Sabirin", "Ibrahim", "Thamrin"]),
        new(["Bun", "Acong", "Ahua", "Hendra", "Andi", "Budi", "Sudirman", "Aliong", "Fendi"],
            ["Mei", "Lina", "Susana", "Aling", "Amoi", "Yenny", "Ayung", "Merry"],
            ["Lim", "Tan", "Bong", "Chin", "Kho", "Thjin", "Ng", "Halim", "Wijaya"]),
        new(["Mat", "Moh.", "Sulaiman", "Busri", "Marsuki", "Holil", "Sahid", "Misnadi", "Buhari", "Saleh"],
            ["Buna", "Sutiyah", "Marsiyah", "Hosnah", "Muslimah", "Satima", "Rukayah", "Sahriye"],
            ["Hasim", "Rofii", "Sukri", "Munir", "Sahri", "Jalil", "Tohir", "Mustakim"]),
    ];

    public static int PeopleCount => Peoples.Length;

    public static string Of(Random random, int people, bool isWoman)
    {
        var (men, women, last) = Peoples[people];
        var first = isWoman ? women : men;
        return $"{first[random.Next(first.Length)]} {last[random.Next(last.Length)]}".ToUpperInvariant();
    }

    private sealed record People(string[] Men, string[] Women, string[] Last);
}
