using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Web;

/// <summary>Free text that others read or the audit keeps: a NIK or KK number in it would lie there unsealed, and no opening of it would be noted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WithoutNumberAttribute : ValidationAttribute
{
    public WithoutNumberAttribute() => ErrorMessage = NumberBlot.Complaint;

    public override bool IsValid(object? value) => !NumberBlot.Needed(value as string ?? "");
}
