using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.People;

/// <summary>Relation to the head of the household, in the four values of P3KE.</summary>
public enum Relationship
{
    Head = 1,
    Spouse = 2,
    Child = 3,
    Other = 4,
}

/// <summary>Marital status as the civil registry has it.</summary>
public enum MaritalStatus
{
    NeverMarried = 1,
    Married = 2,
    Divorced = 3,
    Widowed = 4,
}

/// <summary>Main occupation, list A of P3KE.</summary>
public enum Occupation
{
    NotWorking = 1,
    Farmer = 2,
    Fisher = 3,
    Trader = 4,
    PrivateEmployee = 5,
    SelfEmployed = 6,
    Retired = 7,
    CasualWorker = 8,
    Other = 9,
}

/// <summary>Education, list B of P3KE; the pupil values mean that the person is in school now.</summary>
public enum Education
{
    NeverSchooled = 1,
    PrimaryUnfinished = 2,
    PrimaryPupil = 3,
    PrimaryFinished = 4,
    JuniorPupil = 5,
    JuniorFinished = 6,
    SeniorPupil = 7,
    SeniorFinished = 8,
    UniversityStudent = 9,
    UniversityFinished = 10,
}

/// <summary>The exact words of the lists for what they say of a person (domain value lists A and B, Kepmenko PMK 30/2022).</summary>
public static class PersonWords
{
    public static CodedValues<Sex> Sexes { get; } = new((Sex.Male, "Laki-laki"), (Sex.Female, "Perempuan"));

    public static CodedValues<Relationship> Relationships { get; } = new(
        (Relationship.Head, "Kepala Keluarga"), (Relationship.Spouse, "Istri/Suami"), (Relationship.Child, "Anak"), (Relationship.Other, "Lainnya"));

    public static CodedValues<MaritalStatus> MaritalStatuses { get; } = new(
        (MaritalStatus.NeverMarried, "Belum Kawin"), (MaritalStatus.Married, "Kawin"), (MaritalStatus.Divorced, "Cerai Hidup"),
        (MaritalStatus.Widowed, "Cerai Mati"));

    public static CodedValues<Occupation> Occupations { get; } = new(
        (Occupation.NotWorking, "Tidak/belum bekerja"), (Occupation.Farmer, "Petani"), (Occupation.Fisher, "Nelayan"), (Occupation.Trader, "Pedagang"),
        (Occupation.PrivateEmployee, "Pegawai Swasta"), (Occupation.SelfEmployed, "Wiraswasta"), (Occupation.Retired, "Pensiunan"),
        (Occupation.CasualWorker, "Pekerja Lepas"), (Occupation.Other, "Lainnya"));

    public static CodedValues<Education> Educations { get; } = new CodedValues<Education>(
        (Education.NeverSchooled, "Tidak/belum sekolah"), (Education.PrimaryUnfinished, "Tidak tamat SD/sederajat"),
        (Education.PrimaryPupil, "Siswa SD/sederajat"), (Education.PrimaryFinished, "Tamat SD/sederajat"),
        (Education.JuniorPupil, "Siswa SMP/sederajat"), (Education.JuniorFinished, "Tamat SMP/sederajat"),
        (Education.SeniorPupil, "Siswa SMA/sederajat"), (Education.SeniorFinished, "Tamat SMA/sederajat"),
        (Education.UniversityStudent, "Mahasiswa Perguruan Tinggi"), (Education.UniversityFinished, "Tamat Perguruan Tinggi"))
        .WithAliases(("Masih SD", Education.PrimaryPupil), ("Masih SMP", Education.JuniorPupil), ("Masih SMA", Education.SeniorPupil),
            ("Masih PT", Education.UniversityStudent), ("Masih PT/Akademi", Education.UniversityStudent), ("Tamat PT/Akademi", Education.UniversityFinished));

    public static bool IsInSchool(Education education) =>
        education is Education.PrimaryPupil or Education.JuniorPupil or Education.SeniorPupil or Education.UniversityStudent;
}
