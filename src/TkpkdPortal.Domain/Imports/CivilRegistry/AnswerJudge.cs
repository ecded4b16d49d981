using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.CivilRegistry;

/// <summary>
/// Judges the rows of an answer, each by itself. Only a row that says of nobody, or says nothing, is kept out: a wrong NIK, no id and no NIK,
/// no known result. What differs is the point of the file and no fault of its row.
/// </summary>
public sealed class AnswerJudge(ColumnMap columns)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public JudgedAnswer Judge(RawRecord record)
    {
        var answer = new JudgedAnswer(new JudgedRow(record.Number));
        var row = answer.Row;
        ReadPerson(record, answer);
        row.Name = RowFindings.ReadText(record[columns[AnswerColumn.Name]], AnswerColumn.Name, row);
        if (CivilMatchWords.Matches.TryRead(Text(record, AnswerColumn.Match), out var match))
            answer.Match = match;
        else
            row.Add(FindingLevel.Error, FindingKind.MatchUnknown, AnswerColumn.Match, "Hasil diisi Sesuai, Tidak sesuai, Tidak ditemukan, Meninggal, atau Ganda.");
        ReadTold(record, answer);
        ReadFields(record, answer);
        answer.Note = Text(record, AnswerColumn.Note);
        RefuseSecond(answer);
        return answer;
    }

    private void ReadPerson(RawRecord record, JudgedAnswer answer)
    {
        var row = answer.Row;
        var id = Text(record, AnswerColumn.PersonId);
        if (Guid.TryParse(id, out var parsed))
            answer.PersonId = parsed;
        else if (id.Length > 0)
            row.Add(FindingLevel.Error, FindingKind.PersonIdInvalid, AnswerColumn.PersonId, "Kolom id berisi tanda dari berkas yang diunduh portal. Jangan diubah; kosongkan bila tidak ada.");
        if (Text(record, AnswerColumn.Nik).Length > 0)
            NikFindings.Judge(record[columns[AnswerColumn.Nik]], AnswerColumn.Nik, row);
        else if (id.Length == 0)
            row.Add(FindingLevel.Error, FindingKind.PersonIdBlank, AnswerColumn.Nik, "Baris ini tidak menyebut orangnya: isi id atau NIK.");
    }

    private void ReadTold(RawRecord record, JudgedAnswer answer)
    {
        var row = answer.Row;
        var name = RowFindings.ReadText(record[columns[AnswerColumn.ToldName]], AnswerColumn.ToldName, row);
        answer.ToldName = name.Length == 0 || CellText.Letters(name) == CellText.Letters(row.Name) ? null : name;
        answer.ToldBirthDate = ReadDay(record, AnswerColumn.ToldBirthDate, row);
        row.BirthDate = ReadDay(record, AnswerColumn.BirthDate, row);
        answer.ToldSex = ReadSex(record, AnswerColumn.ToldSex, row);
        row.Sex = ReadSex(record, AnswerColumn.Sex, row);
        if (Text(record, AnswerColumn.ToldNik).Length > 0)
            answer.ToldNik = ReadNik(record, row);
        // What equals the register's own is no correction.
        (answer.ToldBirthDate, answer.ToldSex) = (answer.ToldBirthDate == row.BirthDate ? null : answer.ToldBirthDate, answer.ToldSex == row.Sex ? null : answer.ToldSex);
        answer.ToldNik = answer.ToldNik == row.Nik ? null : answer.ToldNik;
    }

    private Nik? ReadNik(RawRecord record, JudgedRow row)
    {
        var told = new JudgedRow(row.Number);
        NikFindings.Judge(record[columns[AnswerColumn.ToldNik]], AnswerColumn.ToldNik, told);
        foreach (var finding in told.Findings)
            row.Add(finding.Level, finding.Kind, finding.Column, finding.Message);
        return told.Nik;
    }

    private DateOnly? ReadDay(RawRecord record, string column, JudgedRow row)
    {
        var cell = record[columns[column]];
        if (ListedDate.TryRead(CellText.Clean(cell.Text), cell.IsNumeric, out var day))
            return day;
        if (CellText.Clean(cell.Text).Length > 0)
            row.Add(FindingLevel.Warning, FindingKind.BirthDateUnreadable, column, "Tanggal lahir tidak terbaca. Tulis seperti 15/09/1980.");
        return null;
    }

    private Sex? ReadSex(RawRecord record, string column, JudgedRow row)
    {
        var text = Text(record, column);
        if (PersonWords.Sexes.TryRead(text, out var sex))
            return sex;
        RowFindings.NoteUnknown(row, column, text, "Laki-laki dan Perempuan");
        return null;
    }

    // What the answer names, and what it gives beside.
    private void ReadFields(RawRecord record, JudgedAnswer answer)
    {
        foreach (var word in Text(record, AnswerColumn.Fields).Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CivilMatchWords.Fields.TryRead(word, out var field))
                answer.Fields |= field;
            else
                RowFindings.NoteUnknown(answer.Row, AnswerColumn.Fields, word, "NIK, nama, tanggal lahir, jenis kelamin, dan nomor KK");
        }
        answer.Fields |= (answer.ToldNik is null ? 0 : CivilMatchFields.Nik) | (answer.ToldName is null ? 0 : CivilMatchFields.Name)
            | (answer.ToldBirthDate is null ? 0 : CivilMatchFields.BirthDate) | (answer.ToldSex is null ? 0 : CivilMatchFields.Sex);
        if (answer.Match is CivilMatch.Differs && answer.Fields is CivilMatchFields.None)
            answer.Row.Add(FindingLevel.Warning, FindingKind.FieldsBlank, AnswerColumn.Fields, "Tidak disebut isian mana yang berbeda. Dimuat; tanyakan kepada Dukcapil.");
    }

    private void RefuseSecond(JudgedAnswer answer)
    {
        if (!answer.Row.IsRejected && !_seen.TryAdd(answer.About, answer.Number))
        {
            answer.Row.Add(FindingLevel.Error, FindingKind.PersonIdDuplicate, AnswerColumn.PersonId,
                $"Orang ini sudah dijawab di baris {Wording.Indonesian.Number(_seen[answer.About])}. Sisakan satu jawaban.");
        }
    }

    private string Text(RawRecord record, string column) => CellText.Clean(record[columns[column]].Text);
}
