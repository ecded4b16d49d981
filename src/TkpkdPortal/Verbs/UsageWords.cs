using System.Text.RegularExpressions;

namespace TkpkdPortal.Verbs;

/// <summary>The parser complains in English; an operator reads Indonesian. Complaints of our own pass as they are.</summary>
internal static class UsageWords
{
    private static readonly (Regex Complaint, string Sentence)[] Sentences =
    [
        (Of("^Option '([^']+)' is required\\.$"), "$1 wajib diisi."),
        (Of("^Required argument missing for option: '([^']+)'\\.$"), "$1 memerlukan nilai."),
        (Of("^Required argument missing for command: '([^']+)'\\.$"), "Perintah $1 memerlukan argumen lagi."),
        (Of("^Required command was not provided\\.$"), "Tulis perintah lanjutannya."),
        (Of("^Unrecognized command or argument '([^']*)'\\.$"), "'$1' tidak dikenal."),
        (Of("^Option '([^']+)' expects a single argument but [0-9]+ were provided\\.$"), "$1 diisi satu kali saja."),
        (Of("^Argument '([^']*)' not recognized\\. Must be one of:(.*)$"), "'$1' tidak dikenal. Pilihannya:$2"),
        (Of("^Cannot parse argument '([^']*)' for option '([^']+)' as expected type .*$"), "$2 tidak bisa diisi '$1'."),
        (Of("^Cannot parse argument '([^']*)' for command .*$"), "'$1' bukan nilai yang bisa dipakai."),
    ];

    public static string InIndonesian(string complaint) =>
        Sentences.Where(known => known.Complaint.IsMatch(complaint)).Select(known => known.Complaint.Replace(complaint, known.Sentence)).FirstOrDefault() ?? complaint;

    private static Regex Of(string pattern) => new(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
