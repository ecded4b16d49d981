using System.Globalization;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>How a question of the office is answered.</summary>
public enum QuestionKind
{
    Text = 1,
    Number = 2,
    YesNo = 3,
    Choice = 4,
}

/// <summary>The words for <see cref="QuestionKind"/>.</summary>
public static class QuestionWords
{
    public const string Yes = "Ya", No = "Tidak";

    public static CodedValues<QuestionKind> Kinds { get; } = new(
        (QuestionKind.Text, "Tulisan"), (QuestionKind.Number, "Angka"), (QuestionKind.YesNo, "Ya atau tidak"), (QuestionKind.Choice, "Pilihan"));
}

/// <summary>One question that the office adds to a questionnaire, in its order.</summary>
public sealed class Question : IHasPublicId
{
    public const int TextMaxLength = 200, ChoicesMaxLength = 1000, AnswerMaxLength = 300;

    private Question() => Text = "";

    internal Question(int number, QuestionTerms terms, Guid publicId)
    {
        (PublicId, Number, Text, Kind, IsRequired) = (publicId, number, terms.Text.Trim(), terms.Kind, terms.IsRequired);
        Choices = terms.Kind is QuestionKind.Choice ? string.Join('\n', terms.Choices) : null;
    }

    public long Id { get; private set; }

    /// <summary>The same in every version that asks the same question.</summary>
    public Guid PublicId { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; }

    public QuestionKind Kind { get; private set; }

    /// <summary>One choice a line; null where nothing is chosen from.</summary>
    public string? Choices { get; private set; }

    public bool IsRequired { get; private set; }

    public IReadOnlyList<string> ChoiceList => Choices?.Split('\n') ?? [];

    /// <summary>Why this is no answer to the question; null where it is one.</summary>
    public string? Complaint(string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return IsRequired ? $"Jawab pertanyaan “{Text}”" : null;
        return Kind switch
        {
            _ when answer.Length > AnswerMaxLength => $"Jawaban “{Text}” paling panjang {AnswerMaxLength} huruf.",
            QuestionKind.Number when !decimal.TryParse(answer, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.GetCultureInfo("id-ID"), out _) => $"“{Text}” dijawab dengan angka.",
            QuestionKind.YesNo when answer is not (QuestionWords.Yes or QuestionWords.No) => $"“{Text}” dijawab ya atau tidak.",
            QuestionKind.Choice when !ChoiceList.Contains(answer) => $"Pilih jawaban “{Text}” dari daftarnya.",
            _ => null,
        };
    }
}

/// <summary>A question as its author states it; with the id of the one it continues, where there is one.</summary>
public sealed record QuestionTerms(Guid? Id, string Text, QuestionKind Kind, bool IsRequired, IReadOnlyList<string> Choices)
{
    /// <summary>Why this cannot be asked; null where it can.</summary>
    public string? Complaint()
    {
        if (string.IsNullOrWhiteSpace(Text) || Text.Length > Question.TextMaxLength)
            return $"Tulis setiap pertanyaan, paling panjang {Question.TextMaxLength} huruf.";
        if (Kind is not QuestionKind.Choice)
            return null;
        if (Choices.Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2 || Choices.Any(choice => choice.Length is 0 or > 100))
            return $"Pertanyaan “{Text}” perlu sedikitnya dua pilihan yang berbeda, satu per baris.";
        return string.Join('\n', Choices).Length > Question.ChoicesMaxLength ? $"Pilihan untuk “{Text}” terlalu banyak." : null;
    }
}
