using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.Web.Presentation;

/// <summary>State of a visit, the same on every page.</summary>
[HtmlTargetElement("visit-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VisitStatusTagHelper : TagHelper
{
    /// <summary>Null: nobody has been there.</summary>
    public VisitStatus? Value { get; set; }

    /// <summary>Stands behind the word: "18 Nov 2026".</summary>
    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(Value, Suffix));
    }

    /// <summary>The same for a list, where a tag for each row would cost more than all else of the row.</summary>
    public static IHtmlContent Markup(VisitStatus? value, string? suffix = null)
    {
        var (kind, icon) = value switch
        {
            VisitStatus.Draft => ("", "half"),
            VisitStatus.Submitted => (" is-info", "arrow"),
            VisitStatus.Returned => (" is-warn", "return"),
            VisitStatus.Approved => (" is-ok", "check"),
            _ => ("", "circle"),
        };
        return State.Markup(kind, icon, VisitStatusWords.Values.Label(value, "Belum dikunjungi") + (suffix is null ? "" : " " + suffix));
    }
}

/// <summary>How far an objection is.</summary>
[HtmlTargetElement("objection-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ObjectionStateTagHelper : TagHelper
{
    public ObjectionState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            ObjectionState.Verified => (" is-info", "half"),
            ObjectionState.Upheld => (" is-ok", "check"),
            ObjectionState.Rejected => ("", "cross"),
            _ => (" is-warn", "clock"),
        };
        State.Write(output, kind, icon, ObjectionWords.States.Label(Value));
    }
}

/// <summary>How far a round of verification is.</summary>
[HtmlTargetElement("round-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RoundStateTagHelper : TagHelper
{
    public RoundState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => State.Write(output,
        Value is RoundState.Finished ? " is-ok" : Value is RoundState.Preparation ? "" : " is-info",
        Value is RoundState.Finished ? "check" : Value is RoundState.Preparation ? "clock" : "half", RoundStateWords.Values.Label(Value));
}

/// <summary>How far one household is in a round.</summary>
[HtmlTargetElement("target-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TargetStateTagHelper : TagHelper
{
    public VerificationState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            VerificationState.NotVisited => ("", "circle"),
            VerificationState.Draft => ("", "half"),
            VerificationState.Returned => (" is-warn", "return"),
            VerificationState.Submitted or VerificationState.ApprovedByVillage or VerificationState.AgreedInDeliberation or VerificationState.VerifiedByDistrict => (" is-info", "arrow"),
            VerificationState.Validated or VerificationState.Decreed => (" is-ok", "check"),
            _ => ("", "cross"),
        };
        State.Write(output, kind, icon, VerificationWords.States.Label(Value));
    }
}

/// <summary>How far a proposal is.</summary>
[HtmlTargetElement("proposal-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProposalStateTagHelper : TagHelper
{
    public ProposalState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            ProposalState.Proposed => (" is-warn", "clock"),
            ProposalState.Checked => ("", "circle"),
            ProposalState.Visited or ProposalState.AgreedInDeliberation => (" is-info", "arrow"),
            ProposalState.Validated or ProposalState.Decreed => (" is-ok", "check"),
            _ => ("", "cross"),
        };
        State.Write(output, kind, icon, ProposalWords.States.Label(Value));
    }
}

/// <summary>State of a piece of aid.</summary>
[HtmlTargetElement("aid-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AidStateTagHelper : TagHelper
{
    public InterventionState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            InterventionState.Delivered or InterventionState.Verified => (" is-ok", "check"),
            InterventionState.InProgress => (" is-info", "half"),
            InterventionState.Planned or InterventionState.Budgeted => (" is-info", "clock"),
            InterventionState.NotDelivered => (" is-bad", "warn"),
            _ => ("", "cross"),
        };
        State.Write(output, kind, icon, InterventionStateWords.Values.Label(Value));
    }
}

/// <summary>How an account stands today.</summary>
[HtmlTargetElement("account-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AccountStateTagHelper : TagHelper
{
    public AccountState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            AccountState.Active => (" is-ok", "check"),
            AccountState.NotSetUp => (" is-info", "clock"),
            AccountState.WithoutRole => ("", "circle"),
            _ => ("", "cross"),
        };
        State.Write(output, kind, icon, AccountStates.Words.Label(Value));
    }
}

/// <summary>What the civil registry answered of a person.</summary>
[HtmlTargetElement("civil-match", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CivilMatchTagHelper : TagHelper
{
    public CivilMatch Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        State.Write(output, Value is CivilMatch.Agrees ? " is-ok" : " is-warn", Value is CivilMatch.Agrees ? "check" : "warn", CivilMatchWords.Matches.Label(Value));
}

internal static class State
{
    public static void Write(TagHelperOutput output, string kind, string icon, string word)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(kind, icon, word));
    }

    public static IHtmlContent Markup(string kind, string icon, string word) =>
        new HtmlContentBuilder().AppendHtml($"<span class=\"tk-status{kind}\">{IconTagHelper.Markup(icon)}").Append(word).AppendHtml("</span>");
}
