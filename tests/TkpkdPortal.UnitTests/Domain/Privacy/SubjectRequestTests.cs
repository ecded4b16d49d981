using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.UnitTests.Domain.Privacy;

public sealed class SubjectRequestTests
{
    private static readonly DateTime Received = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_request_is_due_72_hours_after_it_came_and_late_from_then_on()
    {
        var request = Recorded();

        Assert.False(request.IsOverdue(Received.AddHours(72)));
        Assert.True(request.IsOverdue(Received.AddHours(72).AddSeconds(1)));
    }

    [Fact]
    public void An_answer_that_came_in_time_stays_in_time()
    {
        var request = Recorded();
        request.Start(1, Received.AddHours(1));
        Assert.True(request.Grant("Terlampir.", 1, Received.AddHours(71)).IsAccepted);

        Assert.False(request.IsOverdue(Received.AddDays(30)));
        Assert.False(request.IsOpen);
    }

    [Fact]
    public void A_request_cannot_be_received_in_the_future() =>
        Assert.False(SubjectRequest.Record(Terms() with { ReceivedAt = Received.AddMinutes(1) }, Received, 1, out _).IsAccepted);

    [Fact]
    public void A_request_is_worked_on_before_it_is_answered_and_only_once()
    {
        var request = Recorded();

        Assert.False(request.Grant("Terlampir.", 1, Received).IsAccepted);
        Assert.True(request.Start(1, Received).IsAccepted);
        Assert.False(request.Start(2, Received).IsAccepted);
        Assert.True(request.Grant("Terlampir.", 1, Received).IsAccepted);
        Assert.False(request.Refuse(RefusalGround.Safety, "Tidak.", 1, Received).IsAccepted);
    }

    [Fact]
    public void A_refusal_needs_its_ground_in_the_law_and_a_sentence_for_the_person()
    {
        var request = Recorded();
        request.Start(1, Received);

        Assert.False(request.Refuse(null, "Tidak bisa.", 1, Received).IsAccepted);
        Assert.False(request.Refuse(RefusalGround.OthersData, " ", 1, Received).IsAccepted);
        Assert.True(request.Refuse(RefusalGround.OthersData, "Memuat data tetangga.", 1, Received).IsAccepted);
        Assert.Equal((SubjectRequestState.Refused, RefusalGround.OthersData), (request.State, request.Ground!.Value));
    }

    private static SubjectRequestTerms Terms() => new(SubjectRequestKind.Access, Received, "SITI UJI", "balai desa", "Data saya.", null, "62.71.");

    private static SubjectRequest Recorded()
    {
        Assert.True(SubjectRequest.Record(Terms(), Received, 1, out var request).IsAccepted);
        // Accepted means that there is one.
        return request!;
    }
}
