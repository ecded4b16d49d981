using System.Text.RegularExpressions;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed partial class ViewTests
{
    private static readonly IReadOnlyList<SourceFile> Pages =
        [.. Sources.Views.Where(view => !Path.GetFileName(view.Path).StartsWith('_'))];

    [Fact]
    public void Every_page_has_one_main_heading_and_a_part_of_a_page_has_none()
    {
        Assert.NotEmpty(Pages);
        Assert.All(Pages, page => Assert.Equal((page.Path, 1), (page.Path, Heading().Count(page.Text))));
        Assert.All(Sources.Views.Except(Pages), part => Assert.Equal((part.Path, 0), (part.Path, Heading().Count(part.Text))));
    }

    [Fact]
    public void No_view_holds_a_script_or_a_style() =>
        Assert.Empty(Sources.Views.Where(view => InlineScript().IsMatch(view.Text)).Select(view => view.Path));

    [Theory]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("<script defer>", true)]
    [InlineData("""<p style="color:red">""", true)]
    [InlineData("<style>", true)]
    [InlineData("""<a onclick="x()">""", true)]
    [InlineData("""<a href="javascript:x()">""", true)]
    [InlineData("""<script src="~/portal.js" defer></script>""", false)]
    [InlineData("""<p class="style">konfirmasi</p>""", false)]
    public void An_inline_script_or_style_is_known_when_seen(string markup, bool isInline) => Assert.Equal(isInline, InlineScript().IsMatch(markup));

    [Fact]
    public void Nothing_is_written_to_a_page_without_being_encoded() =>
        Assert.Empty(Sources.Views.Concat(Sources.Code).Where(file => RawMarkup().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Only_a_tag_helper_writes_markup() =>
        Assert.Equal(["TkpkdPortal/Web/Presentation"], Sources.Code.Where(file => file.Text.Contains("SetHtmlContent(", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(file.Path)?.Replace('\\', '/')).Distinct());

    [Fact]
    public void No_view_asks_the_database() =>
        Assert.Empty(Sources.Views.Where(view => view.Text.Contains("DbContext", StringComparison.Ordinal)).Select(view => view.Path));

    [Fact]
    public void Every_form_that_posts_says_so_and_every_picture_says_what_it_shows()
    {
        Assert.Empty(Sources.Views.SelectMany(view => Form().Matches(view.Text).Where(form => !form.Value.Contains("method=", StringComparison.Ordinal))
            .Select(form => $"{view.Path}: {form.Value}")));
        Assert.Empty(Sources.Views.SelectMany(view => Picture().Matches(view.Text).Where(picture => !picture.Value.Contains("alt=", StringComparison.Ordinal))
            .Select(picture => $"{view.Path}: {picture.Value}")));
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"Html\.Raw|new HtmlString")]
    private static partial Regex RawMarkup();

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Form();

    [GeneratedRegex("<img[^>]*>")]
    private static partial Regex Picture();
}
