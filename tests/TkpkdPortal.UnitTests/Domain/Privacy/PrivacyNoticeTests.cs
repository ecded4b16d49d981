using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.UnitTests.Domain.Privacy;

public sealed class PrivacyNoticeTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);

    private static readonly string Text = new('a', PrivacyNotice.LeastLength);

    [Fact]
    public void A_new_notice_takes_the_next_number_and_the_old_one_keeps_its_text()
    {
        var first = PrivacyNotice.First(Text, Now);

        Assert.True(PrivacyNotice.Publish(first, Text + " b\r\n", Now, 7, out var second).IsAccepted);

        // Accepted means that there is one.
        Assert.Equal((2, Text + " b", (long?)7), (second!.Number, second.Text, second.PublishedById));
        Assert.Equal((1, Text), (first.Number, first.Text));
    }

    [Fact]
    public void A_notice_that_says_nothing_new_or_next_to_nothing_is_refused()
    {
        var first = PrivacyNotice.First(Text, Now);

        Assert.False(PrivacyNotice.Publish(first, Text + "  ", Now, 7, out _).IsAccepted);
        Assert.False(PrivacyNotice.Publish(first, "Data Anda aman.", Now, 7, out _).IsAccepted);
    }
}
