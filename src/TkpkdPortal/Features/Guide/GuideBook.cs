using System.Text;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Guide;

/// <summary>The guide of docs/panduan, carried inside the program: one page for each role, and the pictures that they name.</summary>
public static class GuideBook
{
    private static readonly Dictionary<Role, string> Names = new Dictionary<Role, string>
    {
        [Role.Admin] = "admin",
        [Role.Analyst] = "analis",
        [Role.SocialService] = "dinsos",
        [Role.CivilRegistry] = "disdukcapil",
        [Role.Opd] = "opd",
        [Role.DistrictHead] = "camat",
        [Role.VillageHead] = "lurah",
        [Role.Enumerator] = "petugas",
        [Role.Leadership] = "pimpinan",
        [Role.Auditor] = "auditor",
        [Role.DataProtectionOfficer] = "ppdp",
    };

    /// <summary>"petugas", under which the role's page and its pictures are filed.</summary>
    public static string NameOf(Role role) => Names[role];

    public static string PageOf(Role role)
    {
        using var reader = new StreamReader(Open($"{NameOf(role)}.md") ?? throw new InvalidOperationException($"The guide has no page for {role}."), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static Stream? Picture(string name) => Open($"gambar/{name}.png");

    private static Stream? Open(string file) => typeof(GuideBook).Assembly.GetManifestResourceStream($"panduan/{file}");
}
