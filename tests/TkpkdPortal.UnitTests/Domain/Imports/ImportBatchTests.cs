using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class ImportBatchTests
{
    private static readonly DateTime Now = Given.Now;

    [Fact]
    public void A_batch_waits_takes_its_year_from_its_release_and_belongs_to_an_area()
    {
        var batch = Batch();

        Assert.Equal((ImportState.Queued, 2023, "64.08.", "P3KE 2023"), (batch.State, batch.DataYear, batch.AreaCode, batch.ReleaseName));
        Assert.False(batch.IsInWork);
        Assert.False(batch.HasEnded);
    }

    [Fact]
    public void A_batch_is_staged_and_published_in_this_order()
    {
        var batch = Batch();
        batch.Start(Now);
        batch.StageUnder(1, 2, new string('k', ImportBatch.HeadingsMaxLength + 1));
        batch.Progress(10, 20, Now);
        batch.Judged(new() { Rows = 20 }, hasTestData: false, hasRealData: false, Now);
        Assert.True(batch.IsInWork);
        Assert.Equal(ImportBatch.HeadingsMaxLength, batch.Headings?.Length);

        batch.BeginPublication(Now);
        Assert.True(batch.IsInWork);
        batch.Publish([1], Now);

        Assert.Equal((ImportState.Published, Now, null), (batch.State, batch.EndedAt, batch.AliveAt));
        Assert.True(batch.HasEnded);
    }

    [Fact]
    public void No_step_is_taken_out_of_its_order()
    {
        Refused(Batch(), batch => batch.Publish([1], Now));
        Refused(Batch(), batch => batch.BeginPublication(Now));
        Refused(Batch(), batch => batch.StageUnder(1, 2, ""));
        Refused(Batch(), batch => batch.Progress(1, null, Now));
        Refused(Batch(), batch => batch.Judged(new(), hasTestData: false, hasRealData: false, Now));
        Refused(Batch("unggahan"), batch => batch.Interrupt(Now));
        Refused(Started(), batch => batch.Start(Now));
        Refused(Started(), batch => batch.Publish([1], Now));
        Refused(Started(), batch => batch.EndDryRun(Now));
        Refused(Published(), batch => batch.Fail("galat", Now));
        Refused(Published(), batch => batch.Interrupt(Now));
        Refused(Published(), batch => batch.BeginPublication(Now));
    }

    [Fact]
    public void A_dry_run_is_never_published()
    {
        var batch = Batch(isDryRun: true);
        batch.Start(Now);

        Refused(batch, dryRun => dryRun.BeginPublication(Now));
        batch.EndDryRun(Now);

        Assert.Equal((ImportState.DryRunDone, true), (batch.State, batch.HasEnded));
    }

    [Fact]
    public void A_batch_fails_with_its_reason_cut_to_its_column()
    {
        var batch = Batch();

        batch.Fail(new string('x', ImportBatch.MessageMaxLength + 1), Now);

        Assert.Equal((ImportState.Failed, ImportBatch.MessageMaxLength, true), (batch.State, batch.FailureMessage?.Length, batch.HasEnded));
    }

    [Fact]
    public void An_interrupted_upload_is_done_again_from_the_start()
    {
        var batch = Started("unggahan");
        batch.StageUnder(1, 2, "");

        batch.Interrupt(Now);

        Assert.Equal((ImportState.Queued, null, null, null), (batch.State, batch.ReleaseId, batch.ChangeSetId, batch.StartedAt));
        batch.Start(Now);
    }

    [Theory]
    [InlineData(ImportBatch.PublishedAloneUpTo, 1, null)]
    [InlineData(ImportBatch.PublishedAloneUpTo + 1, 1, "orang kedua")]
    [InlineData(ImportBatch.PublishedAloneUpTo + 1, 2, null)]
    public void A_large_file_is_published_by_somebody_other_than_its_uploader(int families, long userId, string? refusal)
    {
        var batch = Judged(families);

        var outcome = batch.ConfirmPublication(userId);

        Assert.Equal((refusal is null, refusal is null), (outcome.IsAccepted, batch.IsDecided));
        Assert.Contains(refusal ?? "", outcome.Refusal ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_decided_is_not_decided_again()
    {
        var published = Judged(1);
        published.ConfirmPublication(1);
        var cancelled = Judged(1);
        cancelled.RequestCancel();

        Assert.False(published.ConfirmPublication(2).IsAccepted);
        Assert.False(published.RequestCancel().IsAccepted);
        Assert.False(cancelled.ConfirmPublication(2).IsAccepted);
        Assert.False(cancelled.RequestCancel().IsAccepted);
        Assert.False(Published().RequestCancel().IsAccepted);
        cancelled.Cancel(Now);
        Assert.Equal((ImportState.Cancelled, Now, true), (cancelled.State, cancelled.EndedAt, cancelled.HasEnded));
    }

    [Fact]
    public void An_upload_is_not_published_before_somebody_has_looked_at_it()
    {
        Refused(Started("unggahan"), batch => batch.BeginPublication(Now));
        Refused(Judged(1), batch => batch.BeginPublication(Now));
        Refused(Started(), batch => batch.AwaitPublisher());
    }

    [Fact]
    public void An_interrupted_publication_goes_on_with_what_was_judged()
    {
        var batch = Judged(1);
        batch.ConfirmPublication(1);
        batch.BeginPublication(Now);

        batch.Interrupt(Now);

        Assert.Equal((ImportState.Judged, true, 2L), (batch.State, batch.IsDecided, batch.ChangeSetId));
    }

    [Fact]
    public void A_file_of_a_verb_that_died_before_its_first_row_is_ended_too()
    {
        var batch = Batch();

        batch.Interrupt(Now);

        Assert.Equal((ImportState.Interrupted, Now), (batch.State, batch.EndedAt));
    }

    [Fact]
    public void An_interrupted_file_of_a_verb_has_to_be_loaded_again()
    {
        var batch = Started();

        batch.Interrupt(Now);

        Assert.Equal((ImportState.Interrupted, Now), (batch.State, batch.EndedAt));
    }

    [Fact]
    public void Every_kind_is_known_by_its_code_and_belongs_to_a_list()
    {
        Assert.True(ImportKinds.Codes.TryRead("p3ke-families", out var families));
        Assert.Equal(ImportKind.P3keFamilies, families);
        Assert.All(Enum.GetValues<ImportKind>().Except([ImportKind.Recipients, ImportKind.CivilRegistry]), kind => Assert.True(Enum.IsDefined(kind.ListOf())));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ImportKind)99).ListOf());
        Assert.Throws<ArgumentOutOfRangeException>(() => ImportKind.Recipients.ListOf());
        Assert.Throws<ArgumentOutOfRangeException>(() => ImportKind.CivilRegistry.ListOf());
    }

    private static void Refused(ImportBatch batch, Action<ImportBatch> step)
    {
        var before = batch.State;
        Assert.Throws<InvalidOperationException>(() => step(batch));
        Assert.Equal(before, batch.State);
    }

    private static ImportBatch Batch(string? upload = null, bool isDryRun = false) =>
        new(ImportKind.P3keFamilies, AreaCode.Parse("64.08"), "keluarga.csv", " P3KE 2023 ", new DateOnly(2023, 6, 1), dataYear: null, userId: 1, Now)
        {
            UploadName = upload,
            IsDryRun = isDryRun,
        };

    private static ImportBatch Started(string? upload = null)
    {
        var batch = Batch(upload);
        batch.Start(Now);
        return batch;
    }

    private static ImportBatch Judged(int families)
    {
        var batch = Started("unggahan");
        batch.StageUnder(1, 2, "");
        batch.Judged(new() { Families = families }, hasTestData: false, hasRealData: false, Now);
        batch.AwaitPublisher();
        return batch;
    }

    private static ImportBatch Published()
    {
        var batch = Started();
        batch.BeginPublication(Now);
        batch.Publish([1], Now);
        return batch;
    }
}
