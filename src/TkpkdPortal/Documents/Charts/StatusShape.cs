namespace TkpkdPortal.Documents.Charts;

/// <summary>How far a task is, in the order in which tasks are listed.</summary>
public enum WorkStatus
{
    Overdue,
    NotStarted,
    InProgress,
    Done,
    Cancelled,
}

/// <summary>The shape of a status; the word beside it says the same. Drawn, since fonts lack some of the signs.</summary>
public sealed record StatusShape(WorkStatus Status) : Chart
{
    /// <summary>Width and height in millimetres.</summary>
    public const float Size = 3;

    private const float Middle = Size / 2;
    private const float Radius = 1.2f;

    private static readonly Stroke Line = new(0.75f);

    public override float Width { get; init; } = Size;

    public override float Height => Size;

    public override string AlternativeText => Status switch
    {
        WorkStatus.Overdue => "terlambat",
        WorkStatus.NotStarted => "belum",
        WorkStatus.InProgress => "proses",
        WorkStatus.Done => "selesai",
        _ => "dibatalkan",
    };

    public override void Draw(Canvas canvas)
    {
        switch (Status)
        {
            case WorkStatus.Overdue:
                canvas.Polygon([(Middle, 0.3f), (Size - 0.1f, Size - 0.3f), (0.1f, Size - 0.3f)], Ink.Overdue, Stroke.Outline);
                break;
            case WorkStatus.InProgress:
                canvas.Circle(Middle, Middle, Radius, Color.White, Line);
                canvas.HalfDisc(Middle, Middle, Radius, Color.Black);
                break;
            case WorkStatus.Cancelled:
                canvas.Line(0.5f, 0.5f, Size - 0.5f, Size - 0.5f, Line);
                canvas.Line(0.5f, Size - 0.5f, Size - 0.5f, 0.5f, Line);
                break;
            default:
                canvas.Circle(Middle, Middle, Radius, Status is WorkStatus.Done ? Color.Black : Color.White, Line);
                break;
        }
    }
}

/// <summary>A small box in the ink of a class: above a column's name it is the legend.</summary>
public sealed record Swatch(ChartFill Fill) : Chart
{
    public override float Width { get; init; } = 4;

    public override float Height => 2.8f;

    public override string AlternativeText => "";

    public override void Draw(Canvas canvas) => canvas.Box(0.1f, 0.1f, Width - 0.2f, Height - 0.2f, Fill);
}
