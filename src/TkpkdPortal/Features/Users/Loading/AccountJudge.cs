using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Users.Loading;

/// <summary>What is wrong with one cell, and what to do about it.</summary>
public sealed record RowFault(int Row, string Column, string Sentence);

/// <summary>Judges every row of a file of colleagues before any account is opened: all faults are found at once, not one after the other.</summary>
public sealed class AccountJudge(AreaDirectory areas, AreaCode within, IReadOnlyCollection<string> opds, IReadOnlySet<string> taken, DateOnly today)
{
    private static readonly EmailAddressAttribute EmailForm = new();

    private readonly List<RowFault> _faults = [];
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>The accounts to open; complete only where no fault was found.</summary>
    public IReadOnlyList<(int Row, NewAccount Account)> Judge(IEnumerable<TypedAccount> rows) => [.. rows.Select(row => (row.Row, Account: Judge(row))).Where(row => row.Account is not null).Select(row => (row.Row, row.Account!))];

    private NewAccount? Judge(TypedAccount row)
    {
        var before = _faults.Count;
        JudgeEmail(row);
        if (row.FullName.Length is 0 or > PortalUser.FullNameMaxLength)
            Add(row, AccountFile.FullName, $"Tulis nama lengkap, paling banyak {PortalUser.FullNameMaxLength} huruf.");
        var (from, until) = (DayOf(row, AccountFile.From, row.From), DayOf(row, AccountFile.Until, row.Until));
        if (from < today)
            Add(row, AccountFile.From, "Hari pertama paling awal hari ini.");
        if (until < (from ?? today))
            Add(row, AccountFile.Until, "Hari terakhir lebih awal daripada hari pertama.");
        if (!Roles.Words.TryRead(row.Role, out var role) && !Roles.Codes.TryRead(row.Role, out role))
        {
            Add(row, AccountFile.Role, $"Peran “{NumberBlot.Apply(row.Role)}” tidak dikenal. Tulis salah satu: {string.Join(", ", Roles.Words.All.Select(Roles.Words.Label))}.");
            return null;
        }
        var area = AreaOf(row, role);
        var opd = OpdOf(row, role);
        return _faults.Count == before ? new NewAccount(row.Email, role, area) { FullName = row.FullName, Opd = opd, From = from, Until = until } : null;
    }

    private void JudgeEmail(TypedAccount row)
    {
        if (row.Email.Length is 0 or > AccountForm.EmailMaxLength || !EmailForm.IsValid(row.Email) || !row.Email.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@' or '+'))
            Add(row, AccountFile.Email, "Tulis alamat pos-el yang lengkap, misalnya nama@daerah.go.id.");
        else if (!_rowOf.TryAdd(row.Email, row.Row))
            Add(row, AccountFile.Email, $"Alamat ini sudah ada di baris {_rowOf[row.Email]}. Satu orang satu baris; tugas kedua diberikan dari halaman akunnya.");
        else if (taken.Contains(row.Email.ToUpperInvariant()))
            Add(row, AccountFile.Email, "Akun dengan alamat ini sudah ada. Hapus barisnya; tugas baru diberikan dari halaman akunnya.");
    }

    private AreaCode AreaOf(TypedAccount row, Role role)
    {
        var refusal = AreaAnswer.Read(row.Area, role, areas, within, out var area)
            ?? (!within.Contains(area) ? $"{areas.TitleOf(area)} di luar wilayah yang Anda kelola." : null)
            ?? (!role.Fits(area.Level) ? $"Peran {Roles.Words.Label(role)} tidak berlaku untuk tingkat wilayah {area.Official}." : null);
        if (refusal is not null)
            Add(row, AccountFile.Area, refusal);
        return area;
    }

    private string? OpdOf(TypedAccount row, Role role)
    {
        if (row.Opd.Length == 0 && role is Role.Opd)
            Add(row, AccountFile.Opd, $"Peran OPD perlu OPD-nya. Tulis salah satu: {string.Join(", ", opds)}.");
        else if (row.Opd.Length > 0 && !opds.Contains(row.Opd, StringComparer.OrdinalIgnoreCase))
            Add(row, AccountFile.Opd, $"OPD “{NumberBlot.Apply(row.Opd)}” tidak dikenal. Tulis salah satu: {string.Join(", ", opds)}.");
        return row.Opd.Length == 0 ? null : row.Opd;
    }

    private DateOnly? DayOf(TypedAccount row, string column, string text)
    {
        if (text.Length == 0)
            return null;
        if (ListedDate.TryRead(text, isNumericCell: false, out var day))
            return day;
        Add(row, column, $"Tulis tanggal seperti {Indonesian.TypedDate(today)}.");
        return null;
    }

    private void Add(TypedAccount row, string column, string sentence) => _faults.Add(new RowFault(row.Row, column, sentence));
}
